import type { BulkPreviewRow } from '@tidu/api/decisions/contract';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { sumOf } from '../../shared/format/sum-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';

interface BulkRowsProps {
  readonly rows: readonly BulkPreviewRow[];
  readonly choice: 'approve' | 'refuse';
}

/** What would become of each case, those that cannot be decided first, and what it comes to in all. */
export function BulkRows({ rows, choice }: BulkRowsProps) {
  const { bulk } = useMessages(decisionsMessages);
  const text = useText();
  const format = useFormat();
  const ready = rows.filter((row) => row[choice] === null);
  const left = rows.filter((row) => row[choice] !== null);
  const amounts = ready.map(({ amount }) => amount);
  const total =
    choice === 'refuse'
      ? bulk.refusing(ready.length)
      : amounts.every((amount) => amount === null)
        ? bulk.count(ready.length)
        : bulk.sum(ready.length, format.money(sumOf(amounts)));
  return (
    <section aria-label={bulk.rows}>
      <p className="font-semibold tabular-nums" role="status">
        {ready.length === 0 ? bulk.nothing : total}
        {left.length > 0 && <span className="ml-3 font-normal text-amber">{bulk.cannot(left.length)}</span>}
      </p>
      <ul className="mt-2 max-h-[32vh] divide-y divide-line overflow-auto border-y border-line text-small">
        {[...left, ...ready].map((row) => {
          const isGiven = choice === 'approve' && row[choice] === null;
          return (
            <li key={row.applicationId} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
              <span className="min-w-0 flex-1 basis-48">
                <span className="font-medium">{row.firmName}</span>
                <span className="ml-2 text-ink-3 tabular-nums">{row.number}</span>
              </span>
              {isGiven && row.amount !== null && <span className="tabular-nums">{format.money(row.amount)}</span>}
              {isGiven && row.amount === null && row.tier && <span>{text(row.tier)}</span>}
              <span className={row[choice] === null ? 'text-celadon' : 'basis-full text-amber'}>
                {row[choice] ?? bulk.ready}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
