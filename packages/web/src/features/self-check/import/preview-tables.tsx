import { renderMessage, type SeriesInput } from '@tidu/rules';
import { selfCheckImportMessages } from '../../../messages/self-check-import-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { DataTable } from '../../../shared/ui/table.tsx';
import type { UnderstoodCell, UnderstoodFirm } from './understand-sheet.ts';

/** The cells of one firm: first those that could not be read, then what every other one was read as. */
export function PreviewTables({ understood }: { readonly understood: UnderstoodFirm }) {
  const m = useMessages(selfCheckImportMessages);
  const text = useText();
  const format = useFormat();
  const { locale } = useLocale();
  const wrong = understood.cells.filter((cell) => cell.problem);
  const good = understood.cells.filter((cell) => !cell.problem);
  const place = [
    { id: 'at', head: m.column.at, cell: ({ at }: UnderstoodCell) => at, rowHead: true },
    { id: 'header', head: m.column.header, cell: ({ header }: UnderstoodCell) => header },
    { id: 'cell', head: m.column.cell, cell: ({ cell }: UnderstoodCell) => cell },
  ] as const;
  return (
    <div className="space-y-6">
      {wrong.length > 0 && (
        <DataTable
          caption={`${m.wrong(wrong.length)} · ${m.wrongTitle}`}
          rows={wrong}
          rowId={({ at }) => at}
          columns={[
            ...place,
            {
              id: 'fix',
              head: m.column.fix,
              cell: ({ problem }) => (
                <span className="text-amber">
                  {problem &&
                    [problem.msg, problem.fix]
                      .flatMap((each) => (each ? renderMessage(each, locale) : []))
                      .join(m.join)}
                </span>
              ),
            },
          ]}
        />
      )}
      <DataTable
        caption={m.understood(good.length)}
        rows={good}
        rowId={({ at }) => at}
        columns={[...place, { id: 'value', head: m.column.value, cell: shownValue }]}
      />
    </div>
  );

  function shownValue({ column, cell }: UnderstoodCell): string {
    const state = column.fact === undefined ? undefined : understood.firm.facts[column.fact];
    if (!state) return cell;
    if (!('known' in state))
      return 'state' in state && state.state === 'notApplicable' ? m.notApplicable : m.unknownValue;
    const value = column.year === undefined ? state.known : (state.known as SeriesInput)[column.year];
    if (value === null || value === undefined) return m.unknownValue;
    if (value === 'notApplicable') return m.notFounded;
    if (typeof value === 'boolean') return value ? m.yes : m.no;
    if (typeof value !== 'string') return m.records(String(Array.isArray(value) ? value.length : 0));
    const word = column.def?.domain?.values?.find((v) => v.id === value);
    if (word) return text(word.label);
    return column.type === 'date' ? format.day(value) : format.measured(value, column.unit ?? 'none');
  }
}
