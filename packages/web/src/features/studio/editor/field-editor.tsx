import { type ComponentType, Fragment } from 'react';
import type { FieldSpec } from '../model/field-spec.ts';
import { AcceptanceField } from './acceptance-field.tsx';
import { type AnyField, type FieldProps, useField } from './field-props.ts';
import { BoundField, IntField, NumField } from './figure-fields.tsx';
import { CitesEditor, PartsField, TextsField } from './list-fields.tsx';
import { NodeField, NodesField } from './node-slot.tsx';
import { OptionalField } from './optional-field.tsx';
import { RefField, RefsField, ValuesField } from './ref-fields.tsx';
import { RowsField } from './rows-field.tsx';
import {
  CostField,
  DayField,
  FixedField,
  FlagField,
  IdField,
  StringField,
  TextField,
  WordField,
} from './simple-fields.tsx';
import { AudienceField, IfMissingField, SharesField, WhenZeroField } from './special-fields.tsx';

// biome-ignore lint/suspicious/noExplicitAny: each editor takes the spec of its own kind, looked up by that kind
const EDITORS: { readonly [T in Exclude<FieldSpec['t'], 'group'>]: ComponentType<FieldProps<any>> } = {
  num: NumField,
  int: IntField,
  bound: BoundField,
  text: TextField,
  string: StringField,
  id: IdField,
  day: DayField,
  flag: FlagField,
  cost: CostField,
  word: WordField,
  ref: RefField,
  refs: RefsField,
  values: ValuesField,
  texts: TextsField,
  cites: CitesEditor,
  node: NodeField,
  nodes: NodesField,
  parts: PartsField,
  rows: RowsField,
  ifMissing: IfMissingField,
  audience: AudienceField,
  whenZero: WhenZeroField,
  shares: SharesField,
  fixed: FixedField,
  acceptance: AcceptanceField,
};

/** One field by its kind; what may be left out is added and taken away by a click. */
export function FieldEditor(props: AnyField) {
  const { spec, value } = props;
  const isOffered = spec.optional && value === undefined && !ALWAYS.has(spec.t);
  if (isOffered) return <OptionalField {...props} />;
  if (spec.t === 'group') return <GroupField {...({ ...props, spec } as FieldProps<'group'>)} />;
  const Editor = EDITORS[spec.t];
  return <Editor {...props} />;
}

/** Shown even where nothing is said yet: an empty box says it best. */
const ALWAYS: ReadonlySet<FieldSpec['t']> = new Set([
  'text',
  'string',
  'id',
  'flag',
  'cites',
  'bound',
  'word',
  'day',
  'ref',
  'cost',
  'acceptance',
]);

function GroupField(props: FieldProps<'group'>) {
  const { spec, value, path, field, kind, owner, listFields, depth } = props;
  const { label } = useField(props);
  const holder = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    <fieldset className="rounded-2 border border-line p-3">
      <legend className="px-1 text-small font-medium">
        {label}
        <OptionalField.Remove {...props} />
      </legend>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {Object.entries(spec.fields).map(([key, inner]) => (
          <Fragment key={key}>
            {!(key === 'gt' && inner.t === 'bound') && (
              <div className={inner.t === 'text' || inner.t === 'rows' ? 'sm:col-span-2' : ''}>
                <FieldEditor
                  spec={inner}
                  field={key}
                  value={holder[key]}
                  path={`${path}.${key}`}
                  holder={holder}
                  owner={owner}
                  kind={kind}
                  group={field}
                  listFields={listFields}
                  depth={depth}
                />
              </div>
            )}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}
