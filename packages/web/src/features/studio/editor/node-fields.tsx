import type { FactDef } from '@tidu/rules';
import type { FieldSpec } from '../model/field-spec.ts';
import { join } from '../model/json-path.ts';
import { type Json, shapeOf } from '../model/shape-of.ts';
import { useFieldEditor } from './editor-of-fields.ts';

export interface NodeFieldsProps {
  readonly kind: string;
  readonly object: Json;
  readonly path: string;
  readonly listFields: readonly FactDef[];
  /** How deep inside the part that is open; deep nodes start closed. */
  readonly depth: number;
}

/** Parts in lists of their own are in the tree already; inside a part they are listed at its end. */
const LAST: ReadonlySet<FieldSpec['t']> = new Set(['parts', 'cites']);

/** Every field of a kind, as its shape has it. */
export function NodeFields({ kind, object, path, listFields, depth }: NodeFieldsProps) {
  const FieldEditor = useFieldEditor();
  const fields = Object.entries(shapeOf(kind)?.fields ?? {}).filter(
    ([key, spec]) => !(kind === 'policy' && spec.t === 'parts') && !(key === 'gt' && spec.t === 'bound'),
  );
  const sorted = [...fields.filter(([, { t }]) => !LAST.has(t)), ...fields.filter(([, { t }]) => LAST.has(t))];
  return (
    <div className="space-y-3.5">
      {sorted.map(([key, spec]) => (
        <FieldEditor
          key={key}
          spec={spec}
          field={key}
          value={object[key]}
          path={join(path, key)}
          holder={object}
          owner={object}
          kind={kind}
          group={undefined}
          listFields={listFields}
          depth={depth}
        />
      ))}
    </div>
  );
}
