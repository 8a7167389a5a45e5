import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { AccountCard } from './account-card.tsx';
import { AccountForm } from './account-form.tsx';
import { FirmFrame } from './firm-frame.tsx';
import { accountQuery } from './queries.ts';

export const Route = createLazyRoute('/my/firm/$firmId/account')({ component: AccountPage });

function AccountPage() {
  const { firmId } = Route.useParams();
  const m = useMessages(firmsMessages);
  return (
    <FirmFrame firmId={firmId} tab="account" lead={m.accountLead}>
      {(firm) => <Account firmId={firmId} name={firm.name} mayManage={firm.may.includes('manage-account')} />}
    </FirmFrame>
  );
}

interface AccountProps {
  readonly firmId: string;
  readonly name: string;
  readonly mayManage: boolean;
}

/** The account in use, or the form for one; its owners alone give, change and withdraw it. */
function Account({ firmId, name, mayManage }: AccountProps) {
  const m = useMessages(firmsMessages);
  const answer = useQuery(accountQuery(firmId));
  const [isChanging, setChanging] = useState(false);
  if (answer.isPending) return <Skeleton lines={5} />;
  if (answer.isError) return <Notice tone="error">{answer.error.message}</Notice>;
  const { account, consent } = answer.data;
  const isForm = mayManage && (account === null || isChanging);
  return (
    <div className="max-w-prose space-y-8">
      {account && <AccountCard {...{ firmId, account, mayManage }} onChange={() => setChanging(true)} />}
      {!account && !mayManage && <EmptyState title={m.accountNone}>{m.accountNoneText}</EmptyState>}
      {isForm && <AccountForm firmId={firmId} holder={name} consent={consent} onDone={() => setChanging(false)} />}
      {!mayManage && <p className="text-ink-2">{m.ownersOnly}</p>}
    </div>
  );
}
