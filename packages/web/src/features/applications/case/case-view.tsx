import { useQuery } from '@tanstack/react-query';
import type { Application } from '@tidu/api/applications/contract';
import type { ReactNode } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { PagePart } from '../../../shared/ui/page-part.tsx';
import { OutcomeSection } from '../../decisions/outcome-section.tsx';
import { FirmPayments } from '../../payments/firm-payments.tsx';
import { schemeQuery } from '../../schemes/queries.ts';
import { CaseActions } from './case-actions.tsx';
import { DeferralsPart } from './deferrals-part.tsx';
import { MessagesPart } from './messages-part.tsx';
import { NowCard } from './now-card.tsx';
import { PapersPart } from './papers-part.tsx';
import { StepLadder } from './step-ladder.tsx';
import { Timeline } from './timeline.tsx';

/** A case that was submitted: where it stands, what to do, what happened, and the papers. */
export function CaseView({
  application,
  children,
}: {
  readonly application: Application;
  readonly children?: ReactNode;
}) {
  const m = useMessages(applicationsMessages);
  const scheme = useQuery(schemeQuery(application.schemeId)).data?.scheme;
  return (
    <div className="space-y-12">
      <NowCard application={application} />
      {children}
      <OutcomeSection applicationId={application.id} firmId={application.firmId} />
      {application.state === 'approved' && <FirmPayments applicationId={application.id} firmId={application.firmId} />}
      {application.deferrals.length > 0 && (
        <PagePart title={m.deferrals}>
          <DeferralsPart application={application} scheme={scheme} />
        </PagePart>
      )}
      {application.submissions.length === 0 ? (
        <PagePart title={m.timeline}>
          <Timeline entries={application.timeline} />
        </PagePart>
      ) : (
        <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <PagePart title={m.progress}>
            <StepLadder application={application} />
          </PagePart>
          <div className="min-w-0 space-y-12">
            <PagePart title={m.timeline}>
              <Timeline entries={application.timeline} />
            </PagePart>
            <PagePart title={m.papers} lead={m.papersLead}>
              <PapersPart application={application} />
            </PagePart>
            <PagePart title={m.messages} lead={m.messagesLead}>
              <MessagesPart application={application} />
            </PagePart>
          </div>
        </div>
      )}
      <CaseActions application={application} />
    </div>
  );
}
