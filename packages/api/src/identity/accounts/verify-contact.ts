import { eq } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { Contact } from '../contact.ts';
import { users } from '../table.ts';
import type { Accounts } from './open-accounts.ts';
import { refuseCode, tryCode } from './try-code.ts';

/** The code that was sent shows that the number or address is the person's own. */
export async function verifyContact(accounts: Accounts, act: Act, contact: Contact, code: string): Promise<void> {
  const tried = await withTransaction(accounts.database, async (tx) => {
    const { user, used } = await tryCode(tx, accounts, act.now, { purpose: 'verify-contact', contact, code });
    if (user === undefined || used !== 'right') return used;
    const proven = contact.kind === 'phone' ? { phoneNumberVerified: true } : { emailVerified: true };
    await tx
      .update(users)
      .set({ ...proven, updatedAt: act.now })
      .where(eq(users.id, user.id));
    await appendAudit(tx, act, { action: 'contact.verified', subject: { type: 'user', id: user.id } });
    return used;
  });
  refuseCode(tried);
}
