import type { FirmMembers } from '@tidu/api/firms/members/contract';
import { useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { dayOfInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { RoleSelect } from './role-select.tsx';
import { useMemberChange } from './use-member-change.ts';

interface MembersTableProps {
  readonly firmId: string;
  readonly people: FirmMembers;
  readonly mayManage: boolean;
}

type Member = FirmMembers['members'][number];

/** The people of a firm with their roles; removing one is asked twice. */
export function MembersTable({ firmId, people, mayManage }: MembersTableProps) {
  const m = useMessages(firmsMessages);
  const format = useFormat();
  const change = useMemberChange(firmId);
  const [asked, setAsked] = useState<Member>();
  const remove = (member: Member): void =>
    change.mutate(
      { method: 'DELETE', path: `members/${member.userId}`, done: m.removed(member.name) },
      { onSettled: () => setAsked(undefined) },
    );
  return (
    <div className="space-y-4">
      {change.isError && <Notice tone="error">{change.error.message}</Notice>}
      <ul className="divide-y divide-line rounded-2 border border-line bg-surface">
        {people.members.map((member) => (
          <li key={member.userId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">
                {member.name}
                {member.isSelf && <span className="ml-2 font-normal text-ink-2">({m.you})</span>}
              </p>
              <p className="mt-0.5 text-small break-all text-ink-2">
                {`${member.contact} · ${m.memberSince} ${format.day(dayOfInstant(member.addedAt))}`}
              </p>
            </div>
            {mayManage ? (
              <div className="flex items-center gap-3">
                <RoleSelect
                  label={m.changeRole(member.name)}
                  value={member.role}
                  onChange={(role) =>
                    change.mutate({
                      method: 'PUT',
                      path: `members/${member.userId}`,
                      body: { role },
                      done: m.roleChanged,
                    })
                  }
                />
                <Button
                  size="dense"
                  look="quiet"
                  aria-label={m.removeMemberOf(member.name)}
                  onClick={() => setAsked(member)}
                >
                  {m.removeMember}
                </Button>
              </div>
            ) : (
              <span>{m.role[member.role]}</span>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={m.removeAsk(asked?.name ?? '')}
        actions={
          <>
            <Button onClick={() => setAsked(undefined)}>{m.cancel}</Button>
            <Button look="danger" busy={change.isPending} onClick={() => asked && remove(asked)}>
              {m.removeMember}
            </Button>
          </>
        }
      >
        {m.removeText}
      </Dialog>
    </div>
  );
}
