import type { Reader } from '../../db/open-database.ts';
import { factorLockedUntil } from '../accounts/queries.ts';
import { isPlaceholder } from '../contact.ts';
import { maskContact } from '../mask.ts';
import type { User } from '../queries.ts';
import { accountKey } from '../sign-in/limit-attempts.ts';
import { lockedUntil } from '../sign-in/reserve-attempt.ts';
import type { Person } from './contract.ts';
import { rolesHeld } from './queries.ts';

/** A person as administrators and auditors see them: the address is masked. */
export async function describePerson(db: Reader, user: User, now: Date): Promise<Person> {
  const { id: userId, name, kind, disabledAt, twoFactorEnabled: secondFactor } = user;
  const contact = isPlaceholder(user.email) ? (user.phoneNumber ?? '') : user.email;
  const roles = await rolesHeld(db, userId);
  const factor = await factorLockedUntil(db, userId);
  const ofFactor = factor && factor > now ? factor.toISOString() : undefined;
  return {
    userId,
    name,
    kind,
    contact: maskContact(contact),
    secondFactor,
    disabledAt,
    lockedUntil: (await lockedUntil(db, accountKey(contact), now)) ?? ofFactor ?? null,
    roles: roles.map(({ id, role, departmentId: department, grantedAt }) => ({ id, role, department, grantedAt })),
  };
}
