import type { FactDef } from '@tidu/rules';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import type { FieldSpec } from '../model/field-spec.ts';
import { join } from '../model/json-path.ts';
import { isJson, type Json, shapeOf } from '../model/shape-of.ts';
import { useFieldEditor } from './editor-of-fields.ts';

export interface NodeFieldsProps {
  readonly kind: string;
  readonly object: Json;
  readonly path: string;
  readonly listFields: readonly FactDef[];
  /** How deep inside the part that is open; deep nodes start closed. */
  readonly depth: number;
  /** In one line, for nodes of a few words. */
  readonly inline?: boolean;
}

/** Parts in lists of their own are in the tree already; inside a part they are listed at its end. */
const LAST: ReadonlySet<FieldSpec['t']> = new Set(['parts', 'cites']);
const NAMING: ReadonlySet<string> = new Set(['id', 'label', 'cite']);

/** Every field of a kind, as its shape has it. */
export function NodeFields({ kind, object, path, listFields, depth, inline }: NodeFieldsProps) {
  const shape = shapeOf(kind);
  const fields = Object.entries(shape?.fields ?? {}).filter(
    ([key, spec]) => !(kind === 'policy' && spec.t === 'parts') && !(key === 'gt' && spec.t === 'bound'),
  );
  // A tier reads as the text does: gates, vetoes, then the ways in.
  const isLast = (spec: FieldSpec): boolean => LAST.has(spec.t) && (kind !== 'tier' || spec.t === 'cites');
  const sorted = [...fields.filter(([, spec]) => !isLast(spec)), ...fields.filter(([, spec]) => isLast(spec))];
  // A node may go without a name; then its name and source are a line to open.
  const folds = shape?.sort !== undefined && shape.fields.id?.optional === true && depth > 0;
  const of = ([key, spec]: readonly [string, FieldSpec]) => (
    <OneField key={key} {...{ field: key, spec, kind, object, path, listFields, depth }} />
  );
  const main = sorted.filter(([key]) => !folds || !NAMING.has(key));
  return (
    <div className={inline ? 'flex flex-wrap items-end gap-x-4 gap-y-2' : 'space-y-3.5'}>
      {main.filter(([key]) => !(inline && key === 'cite')).map(of)}
      {folds && (
        <Naming object={object}>
          <div className="space-y-3">{sorted.filter(([key]) => NAMING.has(key)).map(of)}</div>
        </Naming>
      )}
    </div>
  );
}

function Naming({ object, children }: { readonly object: Json; readonly children: React.ReactNode }) {
  const m = useMessages(studioMessages);
  const text = useText();
  const label = isJson(object.label) ? text(object.label as Readonly<Record<string, string>>) : '';
  return <Disclosure summary={m.naming(label)}>{children}</Disclosure>;
}

interface OneFieldProps extends Omit<NodeFieldsProps, 'inline'> {
  readonly field: string;
  readonly spec: FieldSpec;
}

function OneField({ field, spec, kind, object, path, listFields, depth }: OneFieldProps) {
  const FieldEditor = useFieldEditor();
  return (
    <FieldEditor
      spec={spec}
      field={field}
      value={object[field]}
      path={join(path, field)}
      holder={object}
      owner={object}
      kind={kind}
      group={undefined}
      listFields={listFields}
      depth={depth}
    />
  );
}
