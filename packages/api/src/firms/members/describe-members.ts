import type { Reader } from '../../db/open-database.ts';
import { type Actor, roleInFirm } from '../../identity/actor.ts';
import { isPlaceholder } from '../../identity/contact.ts';
import { listFirmMembers } from '../../identity/firm-people.ts';
import { maskContact } from '../../identity/mask.ts';
import { listInvitations } from '../../identity/people/queries.ts';
import type { FirmRole } from '../../identity/roles.ts';
import type { FirmMembers } from './contract.ts';

/** Who works for a firm, and for its owners whom they have invited. */
export async function describeMembers(db: Reader, firmId: string, actor: Actor, now: Date): Promise<FirmMembers> {
  const isOwner = roleInFirm(actor, firmId) === 'owner';
  const members = await listFirmMembers(db, firmId);
  const invitations = isOwner ? await listInvitations(db, { firmId }, now) : [];
  return {
    members: members.map(({ userId, name, email, phone, role, addedAt }) => {
      const contact = isPlaceholder(email) ? (phone ?? '') : email;
      const isSelf = userId === actor.userId;
      return { userId, name, role, contact: isOwner || isSelf ? contact : maskContact(contact), addedAt, isSelf };
    }),
    invitations: invitations.map(({ id, name, contact, firmRole, createdAt, expiresAt }) => ({
      id,
      name,
      // An invitation into a firm has a role.
      role: firmRole as FirmRole,
      contact,
      createdAt,
      expiresAt,
    })),
  };
}
