import { useQuery } from '@tanstack/react-query';
import type { SignInResult, SignInStep } from '@tidu/api/identity/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { RequestFailed } from '../../../shared/api/request-failed.ts';
import { sendJson } from '../../../shared/api/send-json.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { FormPage } from '../form-page.tsx';
import { PasswordInput } from '../password-input.tsx';
import { waysQuery } from '../queries.ts';
import { useSubmit } from '../use-submit.ts';

export interface Typed {
  readonly contact: string;
  readonly password: string;
}

interface PasswordFormProps {
  readonly back: string | undefined;
  /** Why a single sign-on came to nothing. */
  readonly error: string | undefined;
  readonly onStep: (step: SignInStep | 'verify', typed: Typed) => Promise<void>;
}

/** The password is right, but the address was never confirmed: a new code is on its way. */
function unverified(error: unknown): 'verify' {
  if (error instanceof RequestFailed && error.code === 'account-not-verified') return 'verify';
  throw error;
}

const IDS = { contact: 'contact', password: 'password' };

export function PasswordForm({ back, error, onStep }: PasswordFormProps) {
  const m = useMessages(identityMessages);
  const [contact, setContact] = useState('');
  const [password, setPassword] = useState('');
  const { data: ways } = useQuery(waysQuery);
  const form = useSubmit(async () => {
    const entering = sendJson<SignInResult>('POST', '/api/v1/session', { contact, password });
    const step = await entering.then((answer) => answer.step, unverified);
    await onStep(step, { contact, password });
  }, IDS);
  const label = ways?.singleSignOn?.label;
  return (
    <FormPage
      title={m.signInTitle}
      lead={m.signInLead}
      form={form}
      submit={m.signIn}
      notice={
        error !== undefined && (
          <Notice tone="error" title={m.ssoFailed}>
            {m.ssoErrors[error] ?? m.ssoErrors.other}
          </Notice>
        )
      }
      also={
        <div className="flex flex-col items-start gap-4">
          {label !== undefined && (
            <a
              className={buttonClass('secondary')}
              href={`/api/v1/session/sso?back=${encodeURIComponent(back ?? '/sign-in')}`}
            >
              {m.sso(label)}
            </a>
          )}
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <Link to="/reset-password">{m.forgot}</Link>
            <Link to="/sign-up" search={back === undefined ? {} : { back }}>
              {m.toSignUp}
            </Link>
          </p>
        </div>
      }
    >
      <TextInput
        id={IDS.contact}
        label={m.contact}
        hint={m.contactHint}
        autoComplete="username"
        spellCheck={false}
        value={contact}
        onChange={setContact}
        error={form.errorOf(IDS.contact)}
      />
      <PasswordInput
        id={IDS.password}
        label={m.password}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={form.errorOf(IDS.password)}
      />
    </FormPage>
  );
}
