import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { SignInStep } from '@tidu/api/identity/contract';
import { useState } from 'react';
import { sendJson } from '../../../shared/api/send-json.ts';
import { sessionQuery } from '../../session/queries.ts';
import { EnrolStep } from './enrol-step.tsx';
import { PasswordForm, type Typed } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { useEnter } from './use-enter.ts';
import { VerifyForm } from './verify-form.tsx';

export const Route = createLazyRoute('/sign-in')({ component: SignInPage });

/** Signing in, one step after the other: password or single sign-on, then the second factor or setting it up. */
function SignInPage() {
  const { back, error } = Route.useSearch();
  const enter = useEnter(back);
  const { data } = useQuery(sessionQuery);
  const [step, setStep] = useState<SignInStep | 'verify'>();
  const [typed, setTyped] = useState<Typed>();
  const at = step ?? data?.session?.step;
  if (at === 'second-factor') return <SecondFactorForm onDone={enter} />;
  if (at === 'enrol-second-factor') return <EnrolStep password={typed?.password} onDone={enter} />;
  if (at === 'verify' && typed)
    return (
      <VerifyForm
        sentTo={typed.contact}
        verify={async (code) => {
          await sendJson('POST', '/api/v1/accounts/verification', { contact: typed.contact, code });
          await sendJson('POST', '/api/v1/session', typed);
          await enter();
        }}
        // Asking for the session again sends a new code.
        resend={() => sendJson('POST', '/api/v1/session', typed).catch(() => undefined)}
      />
    );
  return (
    <PasswordForm
      back={back}
      error={error}
      onStep={async (next, given) => {
        setTyped(given);
        if (next === 'complete') await enter();
        else setStep(next);
      }}
    />
  );
}
