import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffInvitations } from '@tidu/api/identity/people/contract';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useInstant } from '../../../shared/format/instant.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { type Column, DataTable } from '../../../shared/ui/table.tsx';
import { staffInvitationsQuery } from '../queries.ts';
import { InviteStaffForm } from './invite-staff-form.tsx';
import type { Permits } from './use-permits.ts';

type Invitation = StaffInvitations['invitations'][number];

export function InvitationsPanel({ permits }: { readonly permits: Permits }) {
  const m = useMessages(identityMessages);
  const instant = useInstant();
  const client = useQueryClient();
  const { data, isPending, error } = useQuery(staffInvitationsQuery);
  const takeBack = useMutation({
    mutationFn: (id: string) => sendJson('DELETE', `/api/v1/staff-invitations/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: staffInvitationsQuery.queryKey }),
  });
  const columns: Column<Invitation>[] = [
    { id: 'name', head: m.person, rowHead: true, cell: ({ name }) => name },
    { id: 'contact', head: m.contactColumn, cell: ({ contact }) => contact },
    { id: 'sent', head: m.invitedOn, cell: ({ createdAt }) => instant(createdAt), wideOnly: true },
    { id: 'expires', head: m.expires, cell: ({ expiresAt }) => instant(expiresAt) },
  ];
  const actions: Column<Invitation> = {
    id: 'actions',
    head: m.actions,
    cell: ({ id }) => (
      <button type="button" className="text-celadon underline underline-offset-4" onClick={() => takeBack.mutate(id)}>
        {m.takeBack}
      </button>
    ),
  };
  return (
    <div className="space-y-8">
      {permits.invite && data && <InviteStaffForm mayNameSecurity={data.mayNameSecurityAdministrator} />}
      {isPending && <Skeleton lines={4} />}
      {error && <Notice tone="error">{error.message}</Notice>}
      {data?.invitations.length === 0 && <p className="text-ink-2">{m.noInvitations}</p>}
      {data && data.invitations.length > 0 && (
        <DataTable
          caption={m.tabInvitations}
          hideCaption
          dense
          columns={permits.invite ? [...columns, actions] : columns}
          rows={data.invitations}
          rowId={({ id }) => id}
        />
      )}
    </div>
  );
}
