import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { DataTable } from '../../shared/ui/table.tsx';
import { useActionWords } from '../audit/use-action-words.ts';
import { useCase } from './case-context.tsx';

/** The audit trail of the case, the latest first. */
export function RecordSection() {
  const m = useMessages(reviewMessages);
  const instant = useInstant();
  const { view } = useCase();
  const words = useActionWords();
  return (
    <DataTable
      dense
      caption={m.tabs.record}
      hideCaption
      rows={view.audit}
      rowId={({ seq }) => String(seq)}
      columns={[
        {
          id: 'at',
          head: m.audit.at,
          rowHead: true,
          cell: ({ at }) => <span className="tabular-nums">{instant(at)}</span>,
        },
        { id: 'who', head: m.audit.who, cell: ({ actorName }) => actorName },
        {
          id: 'what',
          head: m.audit.what,
          cell: ({ action }) => (
            <>
              {words.action(action)} <code className="ml-1 text-caption text-ink-2">{action}</code>
            </>
          ),
        },
      ]}
    />
  );
}
