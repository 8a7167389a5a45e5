import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { FirmFrame } from './firm-frame.tsx';
import { InviteForm } from './invite-form.tsx';
import { MembersTable } from './members-table.tsx';
import { PendingInvitations } from './pending-invitations.tsx';
import { membersQuery } from './queries.ts';

export const Route = createLazyRoute('/my/firm/$firmId/members')({ component: MembersPage });

/** Who works for the firm; its owners invite, change and remove. */
function MembersPage() {
  const { firmId } = Route.useParams();
  const m = useMessages(firmsMessages);
  const people = useQuery(membersQuery(firmId));
  return (
    <FirmFrame firmId={firmId} tab="members" lead={m.membersLead}>
      {(firm) => {
        const mayManage = firm.may.includes('manage-members');
        return (
          <div className="space-y-10">
            {people.isPending && <Skeleton lines={5} />}
            {people.isError && <Notice tone="error">{people.error.message}</Notice>}
            {people.data && <MembersTable firmId={firmId} people={people.data} mayManage={mayManage} />}
            {people.data && people.data.invitations.length > 0 && (
              <PendingInvitations firmId={firmId} people={people.data} />
            )}
            {mayManage ? <InviteForm firmId={firmId} /> : <p className="text-ink-2">{m.ownersOnly}</p>}
          </div>
        );
      }}
    </FirmFrame>
  );
}
