import type { Trial } from '@tidu/api/studio/trials/contract';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { useSum } from './use-sum.ts';

interface SideSummaryProps {
  readonly trial: Trial;
  readonly at: number;
  readonly onChoose: (at: number) => void;
}

/** Every text tried in a line: one draft, or several beside each other. */
export function SideSummary({ trial, at, onChoose }: SideSummaryProps) {
  const m = useMessages(studioWorkMessages);
  const sum = useSum();
  const rows = trial.sides.map((side, i) => ({ ...side, i }));
  return (
    <DataTable
      caption={m.textsTried}
      hideCaption
      rows={rows}
      rowId={({ ref, i }) => `${ref} ${i}`}
      columns={[
        {
          id: 'title',
          head: m.text,
          rowHead: true,
          cell: (row) =>
            rows.length === 1 ? (
              row.title
            ) : (
              <label className="inline-flex items-center gap-2">
                <input
                  type="radio"
                  name="side"
                  className="accent-[var(--celadon)]"
                  checked={row.i === at}
                  onChange={() => onChoose(row.i)}
                />
                {row.title}
              </label>
            ),
        },
        { id: 'up', head: m.winners, align: 'right', cell: (row) => row.impact.winners.count.toLocaleString() },
        { id: 'down', head: m.losers, align: 'right', cell: (row) => row.impact.losers.count.toLocaleString() },
        {
          id: 'unclear',
          head: m.unclear,
          align: 'right',
          wideOnly: true,
          cell: (row) => row.impact.unclear.count.toLocaleString(),
        },
        {
          id: 'near',
          head: m.nearMisses,
          align: 'right',
          wideOnly: true,
          cell: (row) => row.impact.nearMisses.count.toLocaleString(),
        },
        {
          id: 'before',
          head: m.moneyBefore,
          align: 'right',
          wideOnly: true,
          cell: (row) => sum.range(row.impact.total.before),
        },
        { id: 'after', head: m.moneyAfter, align: 'right', cell: (row) => sum.range(row.impact.total.after) },
      ]}
    />
  );
}
