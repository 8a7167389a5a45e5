import { type ComponentType, createContext, use } from 'react';
import type { AnyField } from './field-props.ts';

const EditorContext = createContext<ComponentType<AnyField>>(() => null);

/** Nodes hold fields and fields hold nodes: the inner ones take the editor of fields from around them. */
export const FieldEditorProvider = EditorContext;
export const useFieldEditor = (): ComponentType<AnyField> => use(EditorContext);
