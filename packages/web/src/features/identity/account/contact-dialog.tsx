import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { PasswordInput } from '../password-input.tsx';
import { useSubmit } from '../use-submit.ts';

interface ContactDialogProps {
  readonly kind: 'phone' | 'email';
  /** There was none of this kind before. */
  readonly isNew: boolean;
  readonly onClose: () => void;
}

const IDS = { contact: 'new-contact', password: 'contact-password', code: 'contact-code' };

/** A new number or address in two steps: the password and where to send the code, then the code. */
export function ContactDialog({ kind, isNew, onClose }: ContactDialogProps) {
  const m = useMessages(identityMessages);
  const { say } = useAnnouncer();
  const client = useQueryClient();
  const formId = useId();
  const [contact, setContact] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const asking = useSubmit(async () => {
    const sent = await sendJson<{ contact: string }>('POST', '/api/v1/account/contact-code', { contact, password });
    setSentTo(sent.contact);
  }, IDS);
  const confirming = useSubmit(
    async () => {
      await sendJson('PUT', '/api/v1/account/contact', { contact, code });
      await client.invalidateQueries({ queryKey: ['account'] });
      say(m.contactChanged);
      onClose();
    },
    { code: IDS.code },
  );
  const form = sentTo === undefined ? asking : confirming;
  return (
    <Dialog
      open
      onClose={onClose}
      title={isNew ? m.addContact[kind] : m.changeContact[kind]}
      actions={
        <>
          {sentTo !== undefined && <Button onClick={() => setSentTo(undefined)}>{m.back}</Button>}
          <Button type="submit" form={formId} look="primary" busy={form.busy}>
            {sentTo === undefined ? m.sendCode : m.confirm}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={form.onSubmit} className="space-y-4">
        <ErrorSummary problems={form.problems} />
        {sentTo === undefined ? (
          <>
            <p>{m.contactSteps}</p>
            <TextInput
              id={IDS.contact}
              label={m.newContact[kind]}
              autoComplete={kind === 'phone' ? 'tel' : 'email'}
              inputMode={kind === 'phone' ? 'tel' : 'email'}
              maxLength={254}
              value={contact}
              onChange={setContact}
              error={asking.errorOf(IDS.contact)}
            />
            <PasswordInput
              id={IDS.password}
              label={m.currentPassword}
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              error={asking.errorOf(IDS.password)}
            />
          </>
        ) : (
          <>
            <p>{m.codeSentTo(sentTo)}</p>
            <TextInput
              id={IDS.code}
              label={m.code}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={7}
              value={code}
              onChange={setCode}
              error={confirming.errorOf(IDS.code)}
            />
          </>
        )}
      </form>
    </Dialog>
  );
}
