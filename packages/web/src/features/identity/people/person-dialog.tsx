import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Department, Person } from '@tidu/api/identity/people/contract';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { roleWords } from '../role-words.ts';
import { GrantForm } from './grant-form.tsx';

interface PersonDialogProps {
  readonly person: Person;
  readonly departments: readonly Department[];
  readonly onClose: () => void;
}

/** What the security administrator can do about one person. */
export function PersonDialog({ person, departments, onClose }: PersonDialogProps) {
  const m = useMessages(identityMessages);
  const { locale } = useLocale();
  const client = useQueryClient();
  const path = `/api/v1/people/${person.userId}`;
  const act = useMutation({
    mutationFn: ({ method, at, body }: { method: 'POST' | 'DELETE'; at: string; body?: object }) =>
      sendJson(method, `${path}/${at}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  const isDisabled = person.disabledAt !== null;
  const acts = [
    isDisabled ? { at: 'enabling', label: m.enable } : { at: 'disabling', label: m.disable },
    ...(person.lockedUntil === null ? [] : [{ at: 'unlocking', label: m.unlock }]),
    ...(person.secondFactor ? [{ at: 'second-factor-reset', label: m.resetFactor }] : []),
  ];
  return (
    <Dialog open onClose={onClose} title={m.manageTitle(person.name)}>
      <div aria-live="polite">
        {act.error && <Notice tone="error">{act.error.message}</Notice>}
        {act.isSuccess && <Notice tone="good">{m.done}</Notice>}
      </div>
      <h3 className="mt-4 font-semibold">{m.rolesColumn}</h3>
      {person.roles.length === 0 && <p className="mt-1 text-ink-2">{m.noRole}</p>}
      <ul className="mt-1">
        {person.roles.map((each) => (
          <li key={each.id} className="flex items-center justify-between gap-3 border-b border-line py-2">
            <span>{roleWords(m, locale, each, departments)}</span>
            <Button size="dense" onClick={() => act.mutate({ method: 'DELETE', at: `roles/${each.id}` })}>
              {m.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <GrantForm departments={departments} onGrant={(body) => act.mutate({ method: 'POST', at: 'roles', body })} />
      <div className="mt-6 flex flex-wrap gap-3 border-t border-line pt-4">
        {acts.map(({ at, label }) => (
          <Button key={at} size="dense" onClick={() => act.mutate({ method: 'POST', at })}>
            {label}
          </Button>
        ))}
        <Button size="dense" onClick={() => act.mutate({ method: 'DELETE', at: 'sessions' })}>
          {m.endSessions}
        </Button>
      </div>
    </Dialog>
  );
}
