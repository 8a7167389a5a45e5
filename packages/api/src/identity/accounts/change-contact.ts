import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { message, say } from '../../messages/say.ts';
import { notify } from '../../notifications/notify.ts';
import { queueMessage } from '../../notifications/queue-message.ts';
import { addressFor, type Contact, isPlaceholder } from '../contact.ts';
import { maskContact } from '../mask.ts';
import { findUser, findUserByContact, isVerified, type User } from '../queries.ts';
import { digestSecret } from '../secrets/digest-secret.ts';
import { type UsedCode, useCode } from '../secrets/use-secret.ts';
import { users } from '../table.ts';
import type { Accounts } from './open-accounts.ts';
import { boundTo } from './send-code.ts';
import { refuseCode } from './try-code.ts';

interface Confirmation {
  readonly contact: Contact;
  readonly code: string;
}

/** Takes over a new number or address that a code has proven; whoever could be reached before is told there. */
export async function changeContact(accounts: Accounts, act: PersonalAct, { contact, code }: Confirmation) {
  const { userId } = act.actor;
  const purpose = 'change-contact';
  const digest = digestSecret(accounts.secret, purpose, boundTo({ purpose, contact, userId }), code.trim());
  const used = await withTransaction(accounts.database, async (tx): Promise<UsedCode> => {
    const tried = await useCode(tx, { purpose, subject: userId, digest, now: act.now });
    const user = await findUser(tx, userId);
    if (tried !== 'right' || !user) return tried;
    await freeContact(tx, act, contact);
    await tx
      .update(users)
      .set({ ...changed(user, contact), updatedAt: act.now })
      .where(eq(users.id, userId));
    const before = contact.kind === 'phone' ? user.phoneNumber : emailOf(user);
    await appendAudit(tx, act, {
      action: 'contact.changed',
      subject: { type: 'user', id: userId },
      details: { from: before === null ? null : maskContact(before), to: maskContact(contact.value) },
    });
    await tellBefore(tx, act, user, contact);
    await notify(tx, act, { to: [userId], key: 'contact-changed', args: {}, link: '/account' });
    return tried;
  });
  refuseCode(used);
}

const emailOf = ({ email }: User): string | null => (isPlaceholder(email) ? null : email);

/** The library wants an address: without one it follows the number. */
const changed = (user: User, contact: Contact) =>
  contact.kind === 'email'
    ? { email: contact.value, emailVerified: true }
    : {
        phoneNumber: contact.value,
        phoneNumberVerified: true,
        ...(emailOf(user) === null ? { email: addressFor(contact) } : {}),
      };

/** Somebody has signed up with it and never proven it: now it is proven to be another's. */
async function freeContact(tx: Transaction, act: PersonalAct, contact: Contact): Promise<void> {
  const holder = await findUserByContact(tx, contact);
  if (!holder) return;
  if (isVerified(holder)) throw new ApiError(409, 'contact-taken');
  const nobody = addressFor({ kind: 'phone', value: holder.id });
  await tx.update(users).set({ email: nobody, phoneNumber: null, updatedAt: act.now }).where(eq(users.id, holder.id));
  await appendAudit(tx, act, { action: 'contact.freed', subject: { type: 'user', id: holder.id } });
}

async function tellBefore(tx: Transaction, act: PersonalAct, user: User, { value }: Contact): Promise<void> {
  const locale = user.language ?? 'zh-CN';
  const subject = say(message('mail.contact-changed.subject'), locale);
  const text = say(message('mail.contact-changed', { contact: maskContact(value) }), locale);
  const email = user.emailVerified ? emailOf(user) : null;
  if (email !== null) await queueMessage(tx, act.now, { kind: 'email', to: email, subject, text });
  if (user.phoneNumber !== null && user.phoneNumberVerified)
    await queueMessage(tx, act.now, { kind: 'sms', to: user.phoneNumber, subject, text });
}
