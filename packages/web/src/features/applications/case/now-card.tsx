import type { ApplicationLine } from '@tidu/api/applications/contract';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { dayOfInstant } from '../../../shared/format/instant.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useWhatFollows } from '../../payments/use-what-follows.ts';

const TONE: Record<ApplicationLine['turn'], string> = {
  firm: 'border-amber bg-amber-soft',
  office: 'border-celadon bg-celadon-wash',
  public: 'border-celadon bg-celadon-wash',
  none: 'border-line-strong bg-surface',
};

/** Where the case stands, whose turn it is, and the last day, in plain words. */
export function NowCard({ application }: { readonly application: ApplicationLine }) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const format = useFormat();
  const { turn, state, stateLabel, stateSince, dueOn, missingYear, openDeferrals } = application;
  const follows = useWhatFollows(application.id, state === 'approved');
  const next =
    follows?.next ??
    m.nextIn[state] ??
    (turn === 'office' && openDeferrals > 0
      ? m.nextDeferred
      : { firm: m.nextFirm, office: m.nextOffice, public: m.nextPublic, none: m.nextNone }[turn]);
  const until = { firm: m.dueYours, office: m.dueOffice, public: m.duePublic, none: m.due }[turn];
  return (
    <section aria-label={m.now} className={`rounded-3 border-l-4 px-6 py-5 ${TONE[turn]}`}>
      <p className="text-h2 font-semibold">{text(stateLabel)}</p>
      <p className="mt-1 text-small text-ink-2">
        {follows?.turn ?? m.turn[turn]} · {m.since(format.day(dayOfInstant(stateSince)))}
      </p>
      <p className="mt-3">
        {next}
        {dueOn && (
          <span className="ml-2 font-medium tabular-nums">
            {(state === 'refused' ? m.due : until)(format.day(dueOn))}
          </span>
        )}
      </p>
      {missingYear !== undefined && <p className="mt-1 text-small text-amber">{m.missingYear(String(missingYear))}</p>}
    </section>
  );
}
