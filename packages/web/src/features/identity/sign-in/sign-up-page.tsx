import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { AccountForm, type NewAccount } from './account-form.tsx';
import { useEnter } from './use-enter.ts';
import { VerifyForm } from './verify-form.tsx';

export const Route = createLazyRoute('/sign-up')({ component: SignUpPage });

const open = (account: NewAccount) => sendJson<{ contact: string }>('POST', '/api/v1/accounts', account);

/** A firm's person opens an account; then the code, then straight in. */
function SignUpPage() {
  const m = useMessages(identityMessages);
  const [opened, setOpened] = useState<NewAccount & { readonly sentTo: string }>();
  const { back } = Route.useSearch();
  const enter = useEnter(back ?? '/my/firm');
  if (opened) {
    const { sentTo, ...account } = opened;
    const { contact, password } = account;
    return (
      <VerifyForm
        sentTo={sentTo}
        verify={async (code) => {
          await sendJson('POST', '/api/v1/accounts/verification', { contact, code });
          await sendJson('POST', '/api/v1/session', { contact, password });
          await enter();
        }}
        resend={() => open(account)}
      />
    );
  }
  return (
    <AccountForm
      title={m.signUpTitle}
      lead={m.signUpLead}
      submit={m.signUp}
      also={
        <Link to="/sign-in" search={back === undefined ? {} : { back }}>
          {m.toSignIn}
        </Link>
      }
      onOpen={async (account) => setOpened({ ...account, sentTo: (await open(account)).contact })}
    />
  );
}
