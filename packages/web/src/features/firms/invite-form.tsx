import { useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { ErrorSummary } from '../../shared/ui/error-summary.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { emptyFields, type Problems } from './check-filled.ts';
import { problemsOf, summaryOf } from './problems-of.ts';
import { FIRM_ROLES } from './role-select.tsx';
import { useMemberChange } from './use-member-change.ts';

const NONE: Problems = new Map();
const EMPTY = { name: '', contact: '', role: 'editor' };

/** Invites a colleague by mobile number or e-mail. */
export function InviteForm({ firmId }: { readonly firmId: string }) {
  const m = useMessages(firmsMessages);
  const change = useMemberChange(firmId);
  const [given, setGiven] = useState(EMPTY);
  const [missing, setMissing] = useState<Problems>(NONE);
  const problems = missing.size > 0 ? missing : problemsOf(change.error);
  const fieldOf = (path: string): string => `invite-${path}`;
  return (
    <form
      noValidate
      className="max-w-prose space-y-6 border-t border-line pt-8"
      onSubmit={(event) => {
        event.preventDefault();
        const invitation = { method: 'POST', path: 'invitations', body: given, done: m.invited(given.name) } as const;
        const found = emptyFields(given, { name: m.inviteName, contact: m.inviteContact }, m);
        setMissing(found);
        if (found.size > 0) return;
        change.mutate(invitation, { onSuccess: () => setGiven(EMPTY) });
      }}
    >
      <div>
        <h2 className="text-h2">{m.invite}</h2>
        <p className="mt-1 text-ink-2">{m.inviteHint}</p>
      </div>
      <ErrorSummary problems={summaryOf(problems, fieldOf)} />
      {change.isError && problems.size === 0 && <Notice tone="error">{change.error.message}</Notice>}
      <div className="grid gap-6 sm:grid-cols-2">
        {(['name', 'contact'] as const).map((part) => (
          <TextInput
            key={part}
            id={fieldOf(part)}
            label={part === 'name' ? m.inviteName : m.inviteContact}
            error={problems.get(part)}
            value={given[part]}
            onChange={(next) => setGiven({ ...given, [part]: next })}
          />
        ))}
      </div>
      <ChoiceGroup
        id={fieldOf('role')}
        label={m.memberRole}
        value={given.role}
        onChange={(role) => setGiven({ ...given, role })}
        choices={FIRM_ROLES.map((role) => ({ value: role, label: m.role[role], hint: m.roleHint[role] }))}
      />
      <Button type="submit" look="primary" busy={change.isPending}>
        {m.inviteSend}
      </Button>
    </form>
  );
}
