import type { CaseRow } from '@tidu/api/review/desk/contract';
import { deskMessages } from '../../messages/desk-messages.ts';
import { useList, useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { DENSE_CELL, DenseRow, DenseTable, RowCheck } from '../../shared/ui/dense-table.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { DaysLeftMark } from './days-left.tsx';

interface CaseTableProps {
  readonly rows: readonly CaseRow[];
  readonly at: number;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
  readonly departments: ReadonlyMap<string, string>;
}

const CELL = `${DENSE_CELL} py-0`;

/** The queue as dense rows; on a phone only what names a case and its days are left. */
export function CaseTable({ rows, at, selected, onSelect, departments }: CaseTableProps) {
  const m = useMessages(deskMessages);
  const { column } = m;
  const columns = [
    [column.left],
    [column.number, 'hidden md:table-cell'],
    [column.firm],
    [column.scheme, 'hidden xl:table-cell'],
    [column.state, 'hidden sm:table-cell'],
    [column.claim, 'hidden text-right lg:table-cell'],
    [column.open, 'hidden lg:table-cell'],
    [column.assignee, 'hidden md:table-cell'],
  ] as const;
  return (
    <DenseTable caption={m.title} select={column.select} columns={columns}>
      {rows.map((row, i) => (
        <Row
          key={row.id}
          row={row}
          isHere={i === at}
          isSelected={selected.has(row.id)}
          onSelect={() => onSelect(row.id)}
          departments={departments}
        />
      ))}
    </DenseTable>
  );
}

interface RowProps {
  readonly row: CaseRow;
  readonly isHere: boolean;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly departments: ReadonlyMap<string, string>;
}

function Row({ row, isHere, isSelected, onSelect, departments }: RowProps) {
  const m = useMessages(deskMessages);
  const text = useText();
  const list = useList();
  const format = useFormat();
  const open = [
    ...(row.openTasks.length > 0 ? [m.owes(list(row.openTasks.map((id) => departments.get(id) ?? id)))] : []),
    ...(row.openConflicts > 0 ? [m.openConflicts(row.openConflicts)] : []),
    ...(row.openDeferrals > 0 ? [m.openDeferrals(row.openDeferrals)] : []),
  ].join(' · ');
  return (
    <DenseRow isHere={isHere}>
      <td className={`${CELL} w-9`}>
        <RowCheck label={m.select(row.number ?? row.firmName)} checked={isSelected} onChange={onSelect} />
      </td>
      <td className={CELL}>
        <DaysLeftMark left={row.left} />
      </td>
      <td className={`${CELL} hidden whitespace-nowrap text-ink-2 tabular-nums md:table-cell`}>{row.number}</td>
      <th scope="row" className={`${CELL} max-w-0 min-w-40 text-left font-normal sm:w-1/3`}>
        <span className="flex min-w-0 items-baseline gap-2">
          <Link
            to="/desk/cases/$id"
            params={{ id: row.id }}
            className="shrink-0 font-medium text-ink max-sm:truncate max-sm:shrink"
          >
            {row.firmName}
          </Link>
          <span className="truncate text-ink-3 max-sm:hidden" title={row.projectName}>
            {row.projectName}
          </span>
        </span>
      </th>
      <td className={`${CELL} hidden max-w-52 truncate xl:table-cell`}>{text(row.scheme.label)}</td>
      <td className={`${CELL} hidden whitespace-nowrap sm:table-cell`}>{text(row.state.label)}</td>
      <td className={`${CELL} hidden text-right whitespace-nowrap tabular-nums lg:table-cell`}>
        {row.claim === null ? '—' : format.money(row.claim)}
      </td>
      <td className={`${CELL} hidden max-w-56 truncate text-ink-2 lg:table-cell`} title={open}>
        {open}
      </td>
      <td className={`${CELL} hidden whitespace-nowrap text-ink-2 md:table-cell`}>{row.assignee?.name ?? '—'}</td>
    </DenseRow>
  );
}
