import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Popover } from '../../shared/ui/popover.tsx';
import { DaysLeftMark } from '../desk/days-left.tsx';
import { useSession } from '../session/use-session.ts';
import { CaseActions } from './case-actions.tsx';
import { useCase } from './case-context.tsx';
import { casePath, useCaseChange } from './queries.ts';

/** Number, firm, state and days left, then what can be done. */
export function CaseHeader() {
  const m = useMessages(reviewMessages);
  const text = useText();
  const format = useFormat();
  const { view } = useCase();
  const { case: row, submission } = view;
  const facts = [
    text(row.scheme.label),
    m.poolYear(row.poolYear),
    row.claim !== null && m.claim(format.money(row.claim)),
    row.amount !== null && m.decided(format.money(row.amount)),
    m.submittedOn(format.day(submission.submittedAt.slice(0, 10)), submission.round),
    m.receipt(submission.receiptNumber),
  ].filter(Boolean);
  return (
    <header className="space-y-3 border-b border-line pt-4 pb-4">
      <p className="text-small">
        <Link to="/desk">{m.desk}</Link>
        <span className="mx-2 text-ink-3">/</span>
        <span className="tabular-nums text-ink-2">{row.number}</span>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 tabIndex={-1} className="text-h2">
          {row.firmName}
        </h1>
        <span className="rounded-full border border-celadon px-3 py-0.5 text-small font-medium text-celadon">
          {text(row.state.label)}
        </span>
        <span className="text-small">
          <DaysLeftMark left={row.left} />
        </span>
      </div>
      <p className="text-small">
        <span className="font-medium">{row.projectName}</span>
        <span className="ml-3 text-ink-3 tabular-nums">{row.creditCode}</span>
      </p>
      <p className="text-small text-ink-2">{facts.join(' · ')}</p>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <CaseActions />
        <Aside />
      </div>
    </header>
  );
}

/** Who looks after it, and the letters that were sent. */
function Aside() {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const { session } = useSession();
  const change = useCaseChange(view.case.id, () => undefined);
  const { assignee } = view.case;
  const letters = [...new Set(view.timeline.map(({ event }) => event))].filter((event) => event in m.letter);
  const isMine = assignee !== null && assignee.userId === session?.userId;
  return (
    <div className="flex flex-wrap items-center gap-3 text-small text-ink-2">
      <span>{assignee ? m.assignee(assignee.name) : m.unassigned}</span>
      {view.may.assign && !isMine && session && (
        <Button
          size="dense"
          look="quiet"
          busy={change.isPending}
          onClick={() =>
            change.mutate({
              method: 'PUT',
              path: `${casePath(view.case.id)}/assignee`,
              body: { userId: session.userId },
            })
          }
        >
          {m.takeOver}
        </Button>
      )}
      {letters.length > 0 && (
        <Popover trigger={m.letters} triggerClass="min-h-9 rounded-2 border border-line-strong px-3 text-small">
          <ul className="space-y-2">
            {letters.map((kind) => (
              <li key={kind}>
                <Link to="/desk/cases/$id/notices/$kind" params={{ id: view.case.id, kind }}>
                  {m.letter[kind]}
                </Link>
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </div>
  );
}
