import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { SignInFirst } from '../../session/sign-in-first.tsx';
import { DepartmentsPanel } from './departments-panel.tsx';
import { InvitationsPanel } from './invitations-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { usePermits } from './use-permits.ts';

export const Route = createLazyRoute('/people')({
  component: () => (
    <SignInFirst>
      <PeoplePage />
    </SignInFirst>
  ),
});

/** The office's people, their roles, invitations and departments. */
function PeoplePage() {
  const m = useMessages(identityMessages);
  const permits = usePermits();
  const { tab = 'people', search } = Route.useSearch();
  const navigate = useNavigate();
  const tabs = [
    { id: 'people', label: m.tabPeople, panel: <PeoplePanel permits={permits} search={search} /> },
    { id: 'invitations', label: m.tabInvitations, panel: <InvitationsPanel permits={permits} /> },
    { id: 'departments', label: m.tabDepartments, panel: <DepartmentsPanel permits={permits} /> },
  ];
  return (
    <div className="page-width pb-16">
      <PageHeader title={m.peopleTitle} lead={m.peopleLead} />
      <Tabs
        label={m.peopleTitle}
        tabs={tabs}
        current={tab}
        onChange={(id) => void navigate({ to: '/people', search: { tab: id }, replace: true })}
      />
    </div>
  );
}
