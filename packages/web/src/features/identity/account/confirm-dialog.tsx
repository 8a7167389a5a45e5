import { useId, useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { PasswordInput } from '../password-input.tsx';
import { useSubmit } from '../use-submit.ts';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  readonly hasPassword: boolean;
  readonly onClose: () => void;
  readonly send: (body: { password?: string }) => Promise<void>;
}

const PASSWORD = 'confirm-password';

/** Asks for the password again before something that weakens the account. */
export function ConfirmDialog({ open, title, text, hasPassword, onClose, send }: ConfirmDialogProps) {
  const m = useMessages(identityMessages);
  const formId = useId();
  const [password, setPassword] = useState('');
  const form = useSubmit(
    async () => {
      await send(hasPassword ? { password } : {});
      setPassword('');
      onClose();
    },
    { password: PASSWORD },
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <Button type="submit" form={formId} look="primary" busy={form.busy}>
          {m.confirm}
        </Button>
      }
    >
      <form id={formId} noValidate onSubmit={form.onSubmit} className="space-y-4">
        <p>{text}</p>
        {hasPassword && (
          <PasswordInput
            id={PASSWORD}
            label={m.passwordAgain}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={form.errorOf(PASSWORD)}
          />
        )}
        {!hasPassword && form.problems.length > 0 && <p role="alert">{form.problems[0]?.message}</p>}
      </form>
    </Dialog>
  );
}
