import { useQuery } from '@tanstack/react-query';
import type { Outcome } from '@tidu/api/decisions/contract';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { AppealForm } from './appeal-form.tsx';
import { ConsideredList } from './considered-list.tsx';
import { LetterLinks } from './letter-links.tsx';
import { outcomeQuery } from './queries.ts';
import { UnmetList } from './unmet-list.tsx';

interface OutcomeSectionProps {
  readonly applicationId: string;
  /** For choosing new evidence for an appeal. */
  readonly firmId?: string;
}

/** For the firm: what was decided in plain words, why, the letters, and the way to appeal. Nothing before there is anything. */
export function OutcomeSection({ applicationId, firmId }: OutcomeSectionProps) {
  const m = useMessages(decisionsMessages);
  const { data } = useQuery(outcomeQuery(applicationId));
  if (!data || (!data.decision && data.letters.length === 0)) return null;
  const appeal = data.events.find(({ event }) => event === 'appeal');
  return (
    <section aria-labelledby="outcome-title" className="space-y-6">
      <h2 id="outcome-title" className="text-h2">
        {data.decision ? m.outcome.title : m.outcome.letters}
      </h2>
      {data.decision && <Verdict outcome={data} decision={data.decision} />}
      {data.openObjections > 0 && <Notice tone="open">{m.outcome.objection}</Notice>}
      {data.letters.length > 0 && (
        <div>
          {data.decision && <h3 className="mb-2 text-h3">{m.outcome.letters}</h3>}
          <LetterLinks letters={data.letters} />
        </div>
      )}
      {data.appeal && (
        <Notice tone="plain" title={m.outcome.appealed}>
          <p className="text-small text-ink-2">{m.outcome.appealText}</p>
          <p className="whitespace-pre-line">{data.appeal.reason}</p>
        </Notice>
      )}
      {appeal && (
        <AppealForm
          applicationId={applicationId}
          version={data.version}
          until={data.appealUntil}
          isPermitted={appeal.permitted}
          {...(firmId === undefined ? {} : { firmId })}
        />
      )}
    </section>
  );
}

interface VerdictProps {
  readonly outcome: Outcome;
  readonly decision: NonNullable<Outcome['decision']>;
}

function Verdict({ outcome, decision }: VerdictProps) {
  const m = useMessages(decisionsMessages);
  const format = useFormat();
  const { kind, amount, reason, clause, feedback, unmet, overrides, receiptNumber } = decision;
  const isFor = kind === 'approval' || kind === 'appeal-approval';
  const title =
    outcome.state === 'approved'
      ? m.outcome.approved
      : isFor
        ? m.outcome.approval
        : kind === 'appeal-refusal'
          ? m.outcome.upheld
          : m.outcome.refusal;
  return (
    <div
      className={`rounded-3 border border-line border-t-4 bg-surface p-6 ${isFor ? 'border-t-celadon' : 'border-t-line-strong'}`}
    >
      <p className="text-h3 font-semibold">{title}</p>
      {amount !== null && <p className="mt-1 text-figure font-semibold">{m.outcome.amount(format.money(amount))}</p>}
      {outcome.notice && (
        <p className="mt-2">
          {outcome.notice.until && `${m.outcome.until(format.day(outcome.notice.until))} `}
          <Link to="/publicity/$noticeId" params={{ noticeId: outcome.notice.id }}>
            {m.outcome.notice}
          </Link>
        </p>
      )}
      <dl className="mt-5 space-y-4">
        <Part label={m.outcome.why}>{reason}</Part>
        {clause && <Part label={m.outcome.clause}>{clause}</Part>}
        {!isFor && unmet.length > 0 && (
          <Part label={m.outcome.decisive}>
            <UnmetList unmet={unmet} />
          </Part>
        )}
        {overrides.length > 0 && (
          <Part label={m.outcome.overrides}>
            <ConsideredList overrides={overrides} />
          </Part>
        )}
        {feedback && <Part label={m.outcome.feedback}>{feedback}</Part>}
      </dl>
      <p className="mt-5 text-small text-ink-2">{m.outcome.receipt(receiptNumber)}</p>
    </div>
  );
}

function Part({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-small font-medium text-ink-2">{label}</dt>
      <dd className="mt-0.5 max-w-prose whitespace-pre-line">{children}</dd>
    </div>
  );
}
