import type { FirmMembers } from '@tidu/api/firms/members/contract';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { dayOfInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useMemberChange } from './use-member-change.ts';

/** Invitations that wait for an answer; each can be taken back. */
export function PendingInvitations({ firmId, people }: { readonly firmId: string; readonly people: FirmMembers }) {
  const m = useMessages(firmsMessages);
  const format = useFormat();
  const change = useMemberChange(firmId);
  return (
    <section>
      <h2 className="text-h3">{m.pending}</h2>
      <ul className="mt-3 divide-y divide-line rounded-2 border border-line bg-surface">
        {people.invitations.map(({ id, name, role, contact, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
            <p className="min-w-0">
              {name}
              <span className="ml-3 text-small break-all text-ink-2">
                {`${m.role[role]} · ${contact} · ${m.expires(format.day(dayOfInstant(expiresAt)))}`}
              </span>
            </p>
            <Button
              size="dense"
              look="quiet"
              aria-label={m.revokeOf(name)}
              onClick={() => change.mutate({ method: 'DELETE', path: `invitations/${id}`, done: m.revoked })}
            >
              {m.revoke}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
