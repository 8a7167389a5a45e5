import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { SignInFirst } from '../../session/sign-in-first.tsx';
import { accountQuery } from '../queries.ts';
import { ContactSection } from './contact-section.tsx';
import { FactorSection } from './factor-section.tsx';
import { MailSection } from './mail-section.tsx';
import { NameSection } from './name-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

export const Route = createLazyRoute('/account')({
  component: () => (
    <SignInFirst>
      <AccountPage />
    </SignInFirst>
  ),
});

function AccountPage() {
  const m = useMessages(identityMessages);
  const { data, isPending, error } = useQuery(accountQuery);
  return (
    <div className="page-width pb-16">
      <PageHeader title={m.accountTitle} />
      {isPending && <Skeleton lines={10} />}
      {error && <Notice tone="error">{error.message}</Notice>}
      {data && (
        <div className="max-w-2xl space-y-12">
          <NameSection account={data} />
          <ContactSection account={data} />
          {data.kind === 'staff' && <RolesSection account={data} />}
          {data.hasPassword && <PasswordSection />}
          <FactorSection account={data} />
          <SessionsSection />
          <MailSection account={data} />
        </div>
      )}
    </div>
  );
}
