import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { useSubmit } from '../use-submit.ts';

const IDS = { name: 'invite-name', contact: 'invite-contact' };

/** Invites someone into the office; the first security administrator may be named along with it. */
export function InviteStaffForm({ mayNameSecurity }: { readonly mayNameSecurity: boolean }) {
  const m = useMessages(identityMessages);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [isSecurity, setSecurity] = useState(false);
  const [isSent, setSent] = useState(false);
  const form = useSubmit(async () => {
    setSent(false);
    const role = isSecurity && mayNameSecurity ? { role: 'security-administrator' } : {};
    await sendJson('POST', '/api/v1/staff-invitations', { name, contact, ...role });
    setName('');
    setContact('');
    setSecurity(false);
    setSent(true);
    await client.invalidateQueries({ queryKey: ['people'] });
  }, IDS);
  return (
    <form noValidate onSubmit={form.onSubmit} className="max-w-2xl space-y-4">
      <h2 className="text-h3 font-semibold">{m.invite}</h2>
      <p className="text-ink-2">{m.inviteText}</p>
      <ErrorSummary problems={form.problems} />
      {isSent && form.problems.length === 0 && <Notice tone="good">{m.invitationSent}</Notice>}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          id={IDS.name}
          label={m.name}
          maxLength={60}
          value={name}
          onChange={setName}
          error={form.errorOf(IDS.name)}
        />
        <TextInput
          id={IDS.contact}
          label={m.contact}
          spellCheck={false}
          value={contact}
          onChange={setContact}
          error={form.errorOf(IDS.contact)}
        />
      </div>
      {mayNameSecurity && (
        <Checkbox id="invite-security" label={m.firstSecurity} checked={isSecurity} onChange={setSecurity} />
      )}
      <Button type="submit" look="primary" busy={form.busy}>
        {m.sendInvitation}
      </Button>
    </form>
  );
}
