import type { BulkPreviewRow, BulkRow } from '@tidu/api/decisions/contract';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { CheckIcon, CrossIcon } from '../../shared/ui/icons.tsx';

interface BulkResultProps {
  readonly rows: readonly BulkPreviewRow[];
  readonly results: readonly BulkRow[];
  readonly onClose: () => void;
}

/** What came of each case: decided, or refused and why; those left as they were stand first. */
export function BulkResult({ rows, results, onClose }: BulkResultProps) {
  const { bulk } = useMessages(decisionsMessages);
  const named = new Map(rows.map((row) => [row.applicationId, row]));
  const done = results.filter(({ ok }) => ok).length;
  return (
    <Dialog open wide onClose={onClose} title={bulk.resultTitle}>
      <p role="status">{bulk.doneLine(done, results.length)}</p>
      <ul className="mt-4 max-h-[50vh] divide-y divide-line overflow-auto border-y border-line text-small">
        {results
          .toSorted((a, b) => Number(a.ok) - Number(b.ok))
          .map(({ applicationId, ok, message }) => (
            <li key={applicationId} className="flex gap-2 py-2">
              {ok ? (
                <CheckIcon className="mt-1 size-4 shrink-0 text-celadon" />
              ) : (
                <CrossIcon className="mt-1 size-4 shrink-0 text-seal" />
              )}
              <span>
                <span className="font-medium">{named.get(applicationId)?.firmName}</span>
                <span className="ml-2 text-ink-3 tabular-nums">{named.get(applicationId)?.number}</span>
                <span className={`block ${ok ? 'text-celadon' : 'text-amber'}`}>{ok ? bulk.done : message}</span>
              </span>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}
