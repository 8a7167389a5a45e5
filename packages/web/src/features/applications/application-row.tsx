import type { ApplicationLine } from '@tidu/api/applications/contract';
import { applicationsMessages } from '../../messages/applications-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Link } from '../../shared/ui/link.tsx';

const TONE: Record<ApplicationLine['turn'], string> = {
  firm: 'border-amber bg-amber-soft text-amber',
  office: 'border-celadon text-celadon',
  public: 'border-celadon text-celadon',
  none: 'border-line-strong text-ink-2',
};

/** One application in the list: what it is, where it stands, whose turn it is and until when. */
export function ApplicationRow({ application }: { readonly application: ApplicationLine }) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const format = useFormat();
  const { id, projectName, schemeLabel, number, turn, stateLabel, dueOn, claim, amount, openDeferrals } = application;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
      <div className="min-w-0 flex-1 basis-72">
        <Link to="/my/applications/$applicationId" params={{ applicationId: id }} className="text-h3">
          {projectName || m.untitled}
        </Link>
        <p className="mt-1 text-small text-ink-2 tabular-nums">
          {[
            text(schemeLabel),
            number,
            claim && `${m.claimed} ${format.money(claim)}`,
            amount && `${m.decided} ${format.money(amount)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="sm:text-right">
        <p className="font-medium">{text(stateLabel)}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2 sm:justify-end text-small">
          <span className={`rounded-full border px-2.5 py-0.5 text-caption font-medium ${TONE[turn]}`}>
            {m.turn[turn]}
          </span>
          {openDeferrals > 0 && turn === 'office' && (
            <span className={`rounded-full border px-2.5 py-0.5 text-caption font-medium ${TONE.firm}`}>
              {m.awaitsDeferral}
            </span>
          )}
          {dueOn && <span className="text-ink-2 tabular-nums">{m.due(format.day(dueOn))}</span>}
        </p>
      </div>
    </li>
  );
}
