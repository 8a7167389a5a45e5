import type { PersonalAct } from '../../audit/act.ts';
import type { Database } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Accounts } from '../../identity/accounts/open-accounts.ts';
import { contactGiven } from '../../identity/contact-given.ts';
import { listFirmMembers } from '../../identity/firm-people.ts';
import { invite } from '../../identity/people/invite.ts';
import { findUserByContact } from '../../identity/queries.ts';
import type { MemberInvitation } from './contract.ts';

/**
 * An owner invites somebody into the firm. Whoever is in it already is refused: accepting an invitation to a lesser role
 * could leave the firm without an owner.
 */
export async function inviteMember(
  act: PersonalAct & { readonly database: Database },
  accounts: Accounts,
  firmId: string,
  { name, contact: typed, role }: MemberInvitation,
): Promise<void> {
  const contact = contactGiven(typed);
  const { read } = act.database;
  const known = await findUserByContact(read, contact);
  const members = await listFirmMembers(read, firmId);
  if (known && members.some(({ userId }) => userId === known.id)) throw new ApiError(409, 'already-member');
  await invite(accounts, act, { name, contact, into: { firmId, role } });
}
