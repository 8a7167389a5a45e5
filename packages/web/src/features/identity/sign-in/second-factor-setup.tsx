import type { PreparedSecondFactor } from '@tidu/api/identity/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { PasswordInput } from '../password-input.tsx';
import { useSubmit } from '../use-submit.ts';
import { SecondFactorSteps } from './second-factor-steps.tsx';

interface SecondFactorSetupProps {
  /** Typed a moment ago. */
  readonly password: string | undefined;
  /** Whether to ask for it; nobody who comes by single sign-on has one. */
  readonly hasPassword: boolean;
  readonly onDone: () => Promise<void>;
}

const PASSWORD = 'setup-password';

/** Sets up the second factor: password if need be, then scan, keep, confirm. */
export function SecondFactorSetup({ password, hasPassword, onDone }: SecondFactorSetupProps) {
  const m = useMessages(identityMessages);
  const [typed, setTyped] = useState('');
  const [prepared, setPrepared] = useState<PreparedSecondFactor>();
  const given = password ?? (typed === '' ? undefined : typed);
  const form = useSubmit(
    async () => {
      const body = given === undefined ? {} : { password: given };
      setPrepared(await sendJson<PreparedSecondFactor>('POST', '/api/v1/session/second-factor/preparation', body));
    },
    { password: PASSWORD },
  );
  if (prepared) return <SecondFactorSteps prepared={prepared} onDone={onDone} />;
  return (
    <form noValidate onSubmit={form.onSubmit} className="max-w-md space-y-6">
      <ErrorSummary problems={form.problems} />
      {hasPassword && (
        <PasswordInput
          id={PASSWORD}
          label={m.passwordAgain}
          autoComplete="current-password"
          value={typed}
          onChange={setTyped}
          error={form.errorOf(PASSWORD)}
        />
      )}
      <Button type="submit" look="primary" busy={form.busy}>
        {m.enrolStart}
      </Button>
    </form>
  );
}
