import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { addUser } from '../accounts/add-user.ts';
import { readContact } from '../contact.ts';
import { findUserByContact } from '../queries.ts';
import { signInContext } from '../sign-in/sign-in-context.ts';
import { closeInvitation } from './close-invitation.ts';
import { pendingInvitationTo } from './queries.ts';

/** Takes in who was invited as staff under an address the single sign-on has verified; does nothing for anyone else. */
export async function acceptBySingleSignOn(database: Database, email: string, now: Date): Promise<void> {
  const contact = readContact(email);
  if (contact?.kind !== 'email') return;
  const invited = await pendingInvitationTo(database.read, 'staff', contact.value, now);
  if (!invited || (await findUserByContact(database.read, contact))) return;
  const requestId = signInContext.getStore()?.act.requestId ?? 'single-sign-on';
  await withTransaction(database, async (tx) => {
    const userId = await addUser(tx, now, { name: invited.name, kind: 'staff', contact, isVerified: true });
    const actor = { userId, name: invited.name, kind: 'staff', staff: [], firms: [] } as const;
    await closeInvitation(tx, { database: tx, actor, now, requestId }, invited, userId);
  });
}
