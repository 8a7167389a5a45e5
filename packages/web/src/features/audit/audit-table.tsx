import type { AuditEntryView } from '@tidu/api/audit/contract';
import { auditMessages } from '../../messages/audit-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { Popover } from '../../shared/ui/popover.tsx';
import { type Column, DataTable } from '../../shared/ui/table.tsx';
import { useActionWords } from './use-action-words.ts';

/** Rows of 36 px; what an act was about in detail opens on demand. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntryView[] }) {
  const m = useMessages(auditMessages);
  const instant = useInstant();
  const words = useActionWords();
  const columns: Column<AuditEntryView>[] = [
    {
      id: 'seq',
      head: m.seq,
      align: 'right',
      rowHead: true,
      cell: ({ seq }) => <span className="tabular-nums">{seq}</span>,
    },
    { id: 'at', head: m.at, cell: ({ at }) => <span className="whitespace-nowrap tabular-nums">{instant(at)}</span> },
    {
      id: 'actor',
      head: m.actor,
      cell: ({ actorId, actorName }) => (
        <span className="whitespace-nowrap" title={actorId}>
          {actorId === 'system' ? m.system : actorName}
        </span>
      ),
    },
    {
      id: 'action',
      head: m.action,
      cell: ({ action }) => (
        <span className="whitespace-nowrap">
          {words.action(action)} <code className="ml-1 text-caption text-ink-2">{action}</code>
        </span>
      ),
    },
    {
      id: 'subject',
      head: m.subject,
      cell: ({ subjectType, subjectId }) => (
        <span className="whitespace-nowrap text-ink-2" title={subjectId}>
          {words.subject(subjectType)} <span className="text-caption tabular-nums">{subjectId.slice(-8)}</span>
        </span>
      ),
    },
    { id: 'details', head: m.details, cell: (entry) => <EntryDetails entry={entry} /> },
  ];
  return (
    <DataTable
      caption={m.caption}
      hideCaption
      dense
      columns={columns}
      rows={entries}
      rowId={({ seq }) => String(seq)}
    />
  );
}

function EntryDetails({ entry }: { readonly entry: AuditEntryView }) {
  const m = useMessages(auditMessages);
  const words = useActionWords();
  const { details, subjectType, subjectId, requestId, algorithm, digest, seq } = entry;
  return (
    <Popover trigger={m.details} triggerClass="text-celadon underline underline-offset-4" label={`${m.details} ${seq}`}>
      <dl className="space-y-2 break-all">
        {Object.entries(details).map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-2">{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
        <div>
          <dt className="text-ink-2">{m.subject}</dt>
          <dd>
            {words.subject(subjectType)} {subjectId}
          </dd>
        </div>
        <div>
          <dt className="text-ink-2">{m.request}</dt>
          <dd>{requestId}</dd>
        </div>
        <div>
          <dt className="text-ink-2">
            {m.digest} ({algorithm})
          </dt>
          <dd className="font-mono text-caption">{digest}</dd>
        </div>
      </dl>
    </Popover>
  );
}
