import type { FactDef } from '@tidu/rules';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { lapseOps } from '../model/acceptance-lapse.ts';
import type { FieldSpec } from '../model/field-spec.ts';
import { setOps, splitLast, valueAt } from '../model/json-path.ts';
import { nameOfPart } from '../model/part-names.ts';
import type { Json } from '../model/shape-of.ts';
import { unitOps } from '../model/unit-follow.ts';
import { useKindWords } from './kind-words.ts';

/** What every field of the editor is given. */
export interface FieldProps<T extends FieldSpec['t'] = FieldSpec['t']> {
  readonly spec: Extract<FieldSpec, { t: T }>;
  readonly field: string;
  readonly value: unknown;
  readonly path: string;
  /** The object, row or group the field stands in. */
  readonly holder: Json;
  /** The part or node around it. */
  readonly owner: Json;
  readonly kind: string;
  /** The key of the group or the rows it stands in. */
  readonly group: string | undefined;
  readonly listFields: readonly FactDef[];
  readonly depth: number;
}

/** A field of whichever kind. */
export type AnyField = Omit<FieldProps, 'spec'> & { readonly spec: FieldSpec };

export const fieldId = (path: string): string => `at-${path.replaceAll('.', '-')}`;

/** Label, change and permission of a field. */
export function useField({
  field,
  path,
  kind,
  group,
  listFields,
}: Pick<FieldProps, 'field' | 'path' | 'kind' | 'group' | 'listFields'>) {
  const m = useMessages(studioMessages);
  const { locale } = useLocale();
  const words = useKindWords();
  const { doc, edit, mayEdit } = useDraftDesk();
  const label = words.field(kind, group, field);
  const around = nameOfPart(doc, valueAt(doc, splitLast(path)[0]), locale).slice(0, 60);
  return {
    m,
    doc,
    edit,
    words,
    label,
    id: fieldId(path),
    disabled: !mayEdit,
    set: (value: unknown) => {
      const ops = [...setOps(doc, path, value), ...lapseOps(doc, path)];
      edit([...ops, ...unitOps(doc, ops, path, listFields)], m.summary.set(label, around));
    },
  };
}
