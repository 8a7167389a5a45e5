import type { InvitationView } from '@tidu/api/identity/accounts/contract';
import type { SignInResult } from '@tidu/api/identity/contract';
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

interface AcceptFormProps {
  readonly token: string;
  readonly invited: InvitationView;
}

const IDS = { name: 'name', password: 'password' };

export function AcceptForm({ token, invited }: AcceptFormProps) {
  const m = useMessages(identityMessages);
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState('');
  const enter = useEnter(undefined);
  const [isEnrolling, setEnrolling] = useState(false);
  const form = useSubmit(async () => {
    const body = { token, name, password };
    const { contact } = await sendJson<{ contact: string }>('POST', '/api/v1/invitations/acceptance', body);
    const { step } = await sendJson<SignInResult>('POST', '/api/v1/session', { contact, password });
    if (step === 'complete') await enter();
    else setEnrolling(true);
  }, IDS);
  if (isEnrolling) return <EnrolStep password={password} onDone={enter} />;
  return (
    <FormPage
      title={m.acceptTitle}
      lead={
        <>
          <p>{invited.kind === 'staff' ? m.acceptLeadStaff : m.acceptLeadFirm}</p>
          <p className="mt-2">{m.invitedAs(invited.contact)}</p>
        </>
      }
      form={form}
      submit={m.accept}
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
      <NewPassword id={IDS.password} value={password} onChange={setPassword} error={form.errorOf(IDS.password)} />
    </FormPage>
  );
}
