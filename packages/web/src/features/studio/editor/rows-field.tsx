import type { Text } from '@tidu/rules';
import { Button } from '../../../shared/ui/button.tsx';
import { blankRow } from '../model/blank.ts';
import type { FieldSpec } from '../model/field-spec.ts';
import { join } from '../model/json-path.ts';
import { isJson, type Json } from '../model/shape-of.ts';
import { useFieldEditor } from './editor-of-fields.ts';
import { Labelled } from './field-label.tsx';
import { type AnyField, type FieldProps, useField } from './field-props.ts';
import { PlaceActions } from './place-actions.tsx';
import { RowSource } from './row-source.tsx';

/** What needs more room than a cell stands under its row. */
const BELOW: ReadonlySet<FieldSpec['t']> = new Set(['node', 'nodes']);

/** Rows as a table: bounds and figures in cells, conditions below their row. */
export function RowsField(props: FieldProps<'rows'>) {
  const { value, spec, path, field, kind, listFields } = props;
  const { label, m, doc, edit, disabled } = useField(props);
  const FieldEditor = useFieldEditor();
  const rows = Array.isArray(value) ? value.filter(isJson) : [];
  const fields = Object.entries(spec.fields);
  const cells = fields.filter(([key, { t }]) => !BELOW.has(t) && !(key === 'gt' && t === 'bound'));
  const below = fields.filter(([, { t }]) => BELOW.has(t));
  // A new row of bands goes before the row for all the rest, which must stay last.
  const last = rows.at(-1);
  const isRestLast = spec.fields.ge?.t === 'bound' && last && last.ge === undefined && last.gt === undefined;
  const insertAt = isRestLast ? rows.length - 1 : rows.length;
  return (
    <Labelled label={label} of={props}>
      <div className="overflow-x-auto rounded-2 border border-line">
        <table className="w-full border-collapse text-small">
          <caption className="sr-only">{label}</caption>
          {rows.map((row, i) => (
            <tbody key={join(path, i)} className="border-b border-line last:border-0">
              <tr className="align-top">
                <td className="w-8 px-2 py-2 text-right text-ink-3">{i + 1}</td>
                {cells.map(([key, inner]) => (
                  <td key={key} className="px-2 py-1.5">
                    <Cell {...props} spec={inner} field={key} row={row} rowPath={join(path, i)} rowsKey={field} />
                  </td>
                ))}
                <td className="w-0 px-2 py-1.5 text-right whitespace-nowrap">
                  <PlaceActions path={join(path, i)} name={m.rowNamed(i + 1)} />
                </td>
              </tr>
              {below.map(([key, inner]) => (
                <tr key={key}>
                  <td />
                  <td colSpan={cells.length + 1} className="px-2 pb-2">
                    <FieldEditor
                      {...props}
                      spec={inner}
                      field={key}
                      value={row[key]}
                      path={join(join(path, i), key)}
                      holder={row}
                      group={field}
                      depth={props.depth + 1}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {!disabled && (
        <Button
          size="dense"
          className="mt-2"
          onClick={() =>
            edit(
              [{ op: 'add', path: join(path, insertAt), value: blankRow(spec.fields, kind, doc, listFields) }],
              m.summary.addRow(label),
            )
          }
        >
          {m.addRow}
        </Button>
      )}
    </Labelled>
  );
}

interface CellProps extends Omit<AnyField, 'value' | 'path' | 'holder' | 'group'> {
  readonly row: Json;
  readonly rowPath: string;
  readonly rowsKey: string;
}

function Cell({ row, rowPath, rowsKey, ...rest }: CellProps) {
  const { spec, field } = rest;
  const FieldEditor = useFieldEditor();
  if (spec.t === 'cites') return <RowSource path={join(rowPath, field)} value={row[field]} name={nameOf(row)} />;
  return <FieldEditor {...rest} value={row[field]} path={join(rowPath, field)} holder={row} group={rowsKey} />;
}

const nameOf = (row: Json): string => (isJson(row.label) ? ((row.label as Text)['zh-CN'] ?? '') : '');
