import type { PathToForce } from '@tidu/api/studio/force/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { ConsultationDialog } from './consultation-dialog.tsx';
import { OpinionList } from './opinion-list.tsx';

/** The public is asked, or it is on file why not. */
export function ConsultationStep({ force }: { readonly force: PathToForce }) {
  const m = useMessages(studioForceMessages);
  const format = useFormat();
  const { may } = useDraftDesk();
  const [opens, setOpens] = useState<'public' | 'exempt'>();
  const { consultation } = force;
  return (
    <>
      {consultation?.kind === 'exempt' && (
        <p className="rounded-2 border border-line p-3">
          <span className="font-medium">{m.exempt}</span>
          <span className="ml-3 whitespace-pre-wrap">{consultation.reason}</span>
        </p>
      )}
      {consultation?.kind === 'public' && (
        <div className="rounded-2 border border-line p-3">
          <p>
            {m.period(format.day(consultation.opensOn), format.day(consultation.closesOn))}
            <span className="ml-3 font-medium">
              {consultation.isOver ? m.periodOver : m.periodLeft(consultation.daysLeft)}
            </span>
            <Link to="/consultations/$id" params={{ id: consultation.id }} className="ml-4 text-celadon underline">
              {m.publicPage}
            </Link>
          </p>
          <p className="text-small text-ink-2">{m.opinions(consultation.comments, consultation.unanswered)}</p>
          {consultation.hash !== force.hash && <p className="mt-1 text-small text-amber">{m.consultedOlder}</p>}
          {consultation.comments > 0 && (
            <Disclosure summary={m.answerOpinions} open={consultation.unanswered > 0} className="mt-2">
              <OpinionList consultationId={consultation.id} />
            </Disclosure>
          )}
        </div>
      )}
      {may('open-consultation') && (
        <div className="flex flex-wrap gap-2">
          <Button size="dense" look={consultation ? 'secondary' : 'primary'} onClick={() => setOpens('public')}>
            {consultation ? m.consultAgain : m.consult}
          </Button>
          {!consultation && (
            <Button size="dense" look="quiet" onClick={() => setOpens('exempt')}>
              {m.withoutConsultation}
            </Button>
          )}
        </div>
      )}
      {opens && <ConsultationDialog kind={opens} onClose={() => setOpens(undefined)} />}
    </>
  );
}
