import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { ButtonLink, Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { FormPage } from '../form-page.tsx';
import { useSubmit } from '../use-submit.ts';
import { NewPassword } from './new-password.tsx';

export const Route = createLazyRoute('/reset-password')({ component: ResetPage });

const IDS = { contact: 'contact', code: 'code', password: 'password' };

/** A forgotten password: first the code, then the new one. */
function ResetPage() {
  const m = useMessages(identityMessages);
  const [contact, setContact] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [isDone, setDone] = useState(false);
  const form = useSubmit(async () => {
    const sent = await sendJson<{ contact: string }>('POST', '/api/v1/accounts/password-code', { contact });
    setSentTo(sent.contact);
  }, IDS);
  if (isDone)
    return (
      <div className="page-width pb-16">
        <PageHeader title={m.resetTitle} />
        <Notice tone="good">{m.resetDone}</Notice>
        <div className="mt-6">
          <ButtonLink to="/sign-in" look="primary">
            {m.toSignIn}
          </ButtonLink>
        </div>
      </div>
    );
  if (sentTo !== undefined) return <NewPasswordForm contact={contact} sentTo={sentTo} onDone={() => setDone(true)} />;
  return (
    <FormPage
      title={m.resetTitle}
      lead={m.resetLead}
      form={form}
      submit={m.sendCode}
      also={<Link to="/sign-in">{m.toSignIn}</Link>}
    >
      <TextInput
        id={IDS.contact}
        label={m.contact}
        autoComplete="username"
        spellCheck={false}
        value={contact}
        onChange={setContact}
        error={form.errorOf(IDS.contact)}
      />
    </FormPage>
  );
}

interface NewPasswordFormProps {
  readonly contact: string;
  readonly sentTo: string;
  readonly onDone: () => void;
}

function NewPasswordForm({ contact, sentTo, onDone }: NewPasswordFormProps) {
  const m = useMessages(identityMessages);
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(
    async () => {
      await sendJson('POST', '/api/v1/accounts/password', { contact, code, password });
      onDone();
    },
    { code: IDS.code, password: IDS.password },
  );
  return (
    <FormPage title={m.resetTitle} lead={m.resetSent(sentTo)} form={form} submit={m.reset}>
      <TextInput
        id={IDS.code}
        label={m.code}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        value={code}
        onChange={setCode}
        error={form.errorOf(IDS.code)}
      />
      <NewPassword id={IDS.password} value={password} onChange={setPassword} error={form.errorOf(IDS.password)} />
    </FormPage>
  );
}
