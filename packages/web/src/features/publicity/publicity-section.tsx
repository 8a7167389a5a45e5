import { useQuery } from '@tanstack/react-query';
import type { CasePublicity, Objection } from '@tidu/api/publicity/contract';
import { useState } from 'react';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { AnswerObjectionDialog } from './answer-objection-dialog.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { casePublicityQuery } from './queries.ts';
import { RowStatus } from './row-status.tsx';

/** On the case page: what was published, what was objected, and the answers. */
export function PublicitySection({ applicationId }: { readonly applicationId: string }) {
  const m = useMessages(publicityMessages);
  const { data, isPending, error } = useQuery(casePublicityQuery(applicationId));
  const [answering, setAnswering] = useState<Objection>();
  if (isPending) return <Skeleton lines={4} />;
  if (error) return <Notice tone="error">{error.message}</Notice>;
  return (
    <div className="space-y-6">
      <PublishedRows publicity={data} />
      <section aria-labelledby="objections-title">
        <h3 id="objections-title" className="text-h3">
          {m.staff.objections}
        </h3>
        {data.objections.length === 0 && <p className="mt-1 text-ink-2">{m.staff.noObjections}</p>}
        <ul className="mt-3 space-y-3">
          {data.objections.map((each) => (
            <ObjectionCard
              key={each.id}
              objection={each}
              {...(data.mayAnswer && each.outcome === null ? { onAnswer: () => setAnswering(each) } : {})}
            />
          ))}
        </ul>
      </section>
      {answering && (
        <AnswerObjectionDialog
          applicationId={applicationId}
          version={data.version}
          objection={answering}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </div>
  );
}

function PublishedRows({ publicity }: { readonly publicity: CasePublicity }) {
  const m = useMessages(publicityMessages);
  const format = useFormat();
  if (publicity.rows.length === 0) return <p className="text-ink-2">{m.staff.none}</p>;
  return (
    <ul className="divide-y divide-line rounded-2 border border-line bg-surface">
      {publicity.rows.map((row) => (
        <li key={row.noticeId} className="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2.5 text-small">
          <Link to="/publicity/$noticeId" params={{ noticeId: row.noticeId }}>
            {m.staff.notice(row.noticeNumber, format.day(row.publishedOn))}
          </Link>
          <span className="font-semibold tabular-nums">{row.amount && format.money(row.amount)}</span>
          <RowStatus status={row.status} />
          {row.until && <span className="text-ink-2">{m.until(format.day(row.until))}</span>}
        </li>
      ))}
    </ul>
  );
}

interface ObjectionCardProps {
  readonly objection: Objection;
  readonly onAnswer?: () => void;
}

function ObjectionCard({ objection, onAnswer }: ObjectionCardProps) {
  const m = useMessages(publicityMessages);
  const instant = useInstant();
  const { number, name, contact, text, outcome, answer, answeredBy, receivedAt } = objection;
  return (
    <li className={`rounded-2 border border-l-4 bg-surface p-4 ${outcome ? 'border-line' : 'border-amber-glaze'}`}>
      <p className="flex flex-wrap gap-x-4 text-small text-ink-2 tabular-nums">
        <span className="font-medium text-ink">{number}</span>
        <span>{instant(receivedAt)}</span>
        <span>
          {m.staff.from}：{objection.isAnonymous ? m.staff.anonymous : `${name} ${contact}`}
        </span>
      </p>
      <p className="mt-2 max-w-prose whitespace-pre-line">{text}</p>
      <AttachmentList objection={objection} />
      {outcome && (
        <div className="mt-3 border-t border-line pt-3">
          <p className="text-small text-ink-2">
            {m[outcome]} · {m.staff.by(answeredBy ?? '')}
          </p>
          <p className="max-w-prose whitespace-pre-line">{answer}</p>
        </div>
      )}
      {onAnswer && (
        <div className="mt-3">
          <Button size="dense" look="primary" onClick={onAnswer}>
            {m.staff.answer}
          </Button>
        </div>
      )}
    </li>
  );
}
