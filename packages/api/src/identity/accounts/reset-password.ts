import { eq } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { notify } from '../../notifications/notify.ts';
import type { Contact } from '../contact.ts';
import { findUserByContact } from '../queries.ts';
import { accountKey } from '../sign-in/limit-attempts.ts';
import { checkPassword } from '../sign-in/password-rules.ts';
import { clearAttempts } from '../sign-in/reserve-attempt.ts';
import { sessions, users } from '../table.ts';
import type { Accounts } from './open-accounts.ts';
import { setPassword } from './set-password.ts';
import { refuseCode, tryCode } from './try-code.ts';

export interface PasswordReset {
  readonly contact: Contact;
  readonly code: string;
  readonly password: string;
}

/** Sets a new password by a code that was sent; everyone signed in with the old one is signed out. */
export async function resetPassword(accounts: Accounts, act: Act, { contact, code, password }: PasswordReset) {
  const known = await findUserByContact(accounts.database.read, contact);
  checkPassword(password, [known?.name ?? '', contact.value], accounts.settings);
  const hash = await (await accounts.auth.$context).password.hash(password);
  const tried = await withTransaction(accounts.database, async (tx) => {
    const { user, used } = await tryCode(tx, accounts, act.now, { purpose: 'reset-password', contact, code });
    if (user === undefined || used !== 'right') return used;
    await setPassword(tx, act.now, user.id, hash);
    const proven = contact.kind === 'phone' ? { phoneNumberVerified: true } : { emailVerified: true };
    await tx
      .update(users)
      .set({ ...proven, updatedAt: act.now })
      .where(eq(users.id, user.id));
    await tx.delete(sessions).where(eq(sessions.userId, user.id));
    await clearAttempts(tx, [accountKey(contact.value)]);
    await appendAudit(tx, act, { action: 'password.reset', subject: { type: 'user', id: user.id } });
    await notify(tx, act, { to: [user.id], key: 'password-changed', args: {}, link: '/account' });
    return used;
  });
  refuseCode(tried);
}
