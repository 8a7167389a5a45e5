import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { FormPage } from '../form-page.tsx';
import { useSubmit } from '../use-submit.ts';
import { EnrolStep } from './enrol-step.tsx';
import { NewPassword } from './new-password.tsx';
import { useEnter } from './use-enter.ts';

export const Route = createLazyRoute('/setup')({ component: SetUpPage });

const IDS = { contact: 'contact', name: 'name', password: 'password' };

/** The first system administrator, by the link the server printed; the second factor follows at once. */
function SetUpPage() {
  const m = useMessages(identityMessages);
  const { token } = Route.useSearch();
  const enter = useEnter('/people');
  const [isEntered, setEntered] = useState(false);
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(async () => {
    await sendJson('POST', '/api/v1/setup', { token, name, contact, password });
    await sendJson('POST', '/api/v1/session', { contact, password });
    setEntered(true);
  }, IDS);
  if (isEntered) return <EnrolStep password={password} onDone={enter} />;
  return (
    <FormPage title={m.setUpTitle} lead={m.setUpLead} form={form} submit={m.setUp}>
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
