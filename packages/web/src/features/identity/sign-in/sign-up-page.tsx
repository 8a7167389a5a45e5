import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { FormPage } from '../form-page.tsx';
import { useSubmit } from '../use-submit.ts';
import { NewPassword } from './new-password.tsx';
import { useEnter } from './use-enter.ts';
import { VerifyForm } from './verify-form.tsx';

export const Route = createLazyRoute('/sign-up')({ component: SignUpPage });

const IDS = { contact: 'contact', name: 'name', password: 'password' };

/** A firm's person opens an account; then the code, then straight in. */
function SignUpPage() {
  const m = useMessages(identityMessages);
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [password, setPassword] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const { back = '/my/firm' } = Route.useSearch();
  const enter = useEnter(back);
  const send = () => sendJson<{ contact: string }>('POST', '/api/v1/accounts', { name, contact, password });
  const form = useSubmit(async () => setSentTo((await send()).contact), IDS);
  if (sentTo !== undefined)
    return (
      <VerifyForm
        sentTo={sentTo}
        verify={async (code) => {
          await sendJson('POST', '/api/v1/accounts/verification', { contact, code });
          await sendJson('POST', '/api/v1/session', { contact, password });
          await enter();
        }}
        resend={send}
      />
    );
  return (
    <FormPage
      title={m.signUpTitle}
      lead={m.signUpLead}
      form={form}
      submit={m.signUp}
      also={<Link to="/sign-in">{m.toSignIn}</Link>}
    >
      <TextInput
        id={IDS.name}
        label={m.name}
        hint={m.nameHint}
        autoComplete="name"
        maxLength={60}
        value={name}
        onChange={setName}
        error={form.errorOf(IDS.name)}
      />
      <TextInput
        id={IDS.contact}
        label={m.contact}
        autoComplete="username"
        spellCheck={false}
        value={contact}
        onChange={setContact}
        error={form.errorOf(IDS.contact)}
      />
      <NewPassword id={IDS.password} value={password} onChange={setPassword} error={form.errorOf(IDS.password)} />
    </FormPage>
  );
}
