import type { PersonalAct } from '../../audit/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import type { Contact } from '../contact.ts';
import { findUserByContact, holdersOf } from '../queries.ts';
import type { StaffRole } from '../roles.ts';
import { invite } from './invite.ts';

interface StaffInvitation {
  readonly name: string;
  readonly contact: Contact;
  readonly role?: StaffRole | undefined;
}

/**
 * The system administrator invites people into the office; what they may do there is given by the security administrator.
 * The first security administrator can be named by no other than the system administrator, so that one role may come with
 * an invitation while nobody holds it.
 */
export async function inviteStaff(accounts: Accounts, act: PersonalAct, invited: StaffInvitation): Promise<string> {
  const { contact, name, role } = invited;
  const isFirstSecurity =
    role === 'security-administrator' &&
    (await holdersOf(accounts.database.read, 'security-administrator')).length === 0;
  if (role !== undefined && !isFirstSecurity) throw new ApiError(422, 'role-by-invitation');
  if (await findUserByContact(accounts.database.read, contact)) throw new ApiError(409, 'contact-taken');
  return invite(accounts, act, { name, contact, into: { staff: role } });
}
