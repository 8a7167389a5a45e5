import { type ReactNode, useRef } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useOverflow } from './use-overflow.ts';

export interface Column<Row> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right, words left. */
  readonly align?: 'left' | 'right';
  /** The column that names the row. */
  readonly rowHead?: boolean;
  readonly width?: string;
  /** Left out on a phone, where the other columns say enough. */
  readonly wideOnly?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: ReactNode;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row, index: number) => string;
  /** Rows of 36 px for people who work in it all day. */
  readonly dense?: boolean;
}

/** A plain table; on a narrow screen it scrolls sideways inside its own box, reachable by keyboard. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowId, dense }: DataTableProps<Row>) {
  const m = useMessages(uiMessages);
  const box = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(box);
  const pad = dense ? 'h-9 px-3 py-0 text-small' : 'px-4 py-2.5';
  const side = (column: Column<Row>): string =>
    `${column.align === 'right' ? 'text-right' : 'text-left'} ${column.wideOnly ? 'hidden sm:table-cell' : ''}`;
  return (
    <div
      ref={box}
      {...(overflows && {
        role: 'group',
        'aria-label': typeof caption === 'string' ? caption : undefined,
        tabIndex: 0,
      })}
      className="relative overflow-x-auto rounded-2 border border-line bg-surface"
    >
      <table className="w-full border-collapse">
        <caption className={hideCaption ? 'sr-only' : 'px-4 pt-3 pb-1 text-left font-semibold'}>{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            {columns.map((column) => {
              // A column of buttons has no heading: an empty one would be read out as if it had.
              const Head = column.head === '' ? 'td' : 'th';
              return (
                <Head
                  key={column.id}
                  scope={column.head === '' ? undefined : 'col'}
                  className={`${pad} ${side(column)} ${column.width ?? ''} text-small font-medium whitespace-nowrap text-ink-2`}
                >
                  {column.head}
                </Head>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className={`${pad} text-ink-2`}>
                {m.noRows}
              </td>
            </tr>
          )}
          {rows.map((row, i) => (
            <tr key={rowId(row, i)} className="border-b border-line last:border-0 hover:bg-celadon-wash">
              {columns.map((column) => {
                const Cell = column.rowHead ? 'th' : 'td';
                return (
                  <Cell
                    key={column.id}
                    scope={column.rowHead ? 'row' : undefined}
                    className={`${pad} ${side(column)} font-normal ${column.rowHead && !dense ? 'min-w-40' : ''}`}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
