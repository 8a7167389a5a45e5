import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { AccountForm } from './account-form.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { useEnter } from './use-enter.ts';

export const Route = createLazyRoute('/setup')({ component: SetUpPage });

/** The first system administrator, by the link the server printed; the second factor follows at once. */
function SetUpPage() {
  const m = useMessages(identityMessages);
  const { token } = Route.useSearch();
  const enter = useEnter('/people');
  const [password, setPassword] = useState<string>();
  if (password !== undefined) return <EnrolStep password={password} onDone={enter} />;
  return (
    <AccountForm
      title={m.setUpTitle}
      lead={m.setUpLead}
      submit={m.setUp}
      onOpen={async (account) => {
        await sendJson('POST', '/api/v1/setup', { token, ...account });
        await sendJson('POST', '/api/v1/session', { contact: account.contact, password: account.password });
        setPassword(account.password);
      }}
    />
  );
}
