import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PasswordInput } from '../password-input.tsx';
import { NewPassword } from '../sign-in/new-password.tsx';
import { useSubmit } from '../use-submit.ts';
import { Section } from './section.tsx';

const IDS = { current: 'current-password', password: 'new-password' };

export function PasswordSection() {
  const m = useMessages(identityMessages);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const form = useSubmit(async () => {
    await sendJson('POST', '/api/v1/account/password', { current, password });
    setCurrent('');
    setPassword('');
    setDone(true);
  }, IDS);
  return (
    <Section title={m.changePassword}>
      <form noValidate onSubmit={form.onSubmit} className="max-w-md space-y-4">
        <ErrorSummary problems={form.problems} />
        {isDone && form.problems.length === 0 && <Notice tone="good">{m.passwordChanged}</Notice>}
        <PasswordInput
          id={IDS.current}
          label={m.currentPassword}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={form.errorOf(IDS.current)}
        />
        <NewPassword id={IDS.password} value={password} onChange={setPassword} error={form.errorOf(IDS.password)} />
        <Button type="submit" busy={form.busy}>
          {m.changePassword}
        </Button>
      </form>
    </Section>
  );
}
