import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { invitationQuery } from '../queries.ts';
import { AcceptForm } from './accept-form.tsx';
import { JoinForm } from './join-form.tsx';

export const Route = createLazyRoute('/accept')({ component: AcceptPage });

/** An invitation by its one-time link: a new account, or one more firm for the account there is. */
function AcceptPage() {
  const m = useMessages(identityMessages);
  const { token } = Route.useSearch();
  const invited = useQuery(invitationQuery(token));
  if (invited.data?.hasAccount) return <JoinForm token={token} invited={invited.data} />;
  if (invited.data) return <AcceptForm token={token} invited={invited.data} />;
  return (
    <div className="page-width pb-16">
      <PageHeader title={m.acceptTitle} />
      {invited.isPending ? <Skeleton lines={5} /> : <EmptyState title={m.badLink}>{m.badLinkText}</EmptyState>}
    </div>
  );
}
