import type { ReactNode } from 'react';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { FormPage } from '../form-page.tsx';
import { useSubmit } from '../use-submit.ts';
import { NewPassword } from './new-password.tsx';

const IDS = { contact: 'contact', name: 'name', password: 'password' };

export interface NewAccount {
  readonly name: string;
  readonly contact: string;
  readonly password: string;
}

interface AccountFormProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly submit: string;
  readonly also?: ReactNode;
  readonly onOpen: (account: NewAccount) => Promise<void>;
}

/** What every new account begins with: a name, a number or address, and a password. */
export function AccountForm({ onOpen, ...page }: AccountFormProps) {
  const m = useMessages(identityMessages);
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(() => onOpen({ name, contact, password }), IDS);
  return (
    <FormPage {...page} form={form}>
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
