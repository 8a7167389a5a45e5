import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { message, say } from '../../messages/say.ts';
import { queueMessage } from '../../notifications/queue-message.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { maskContact } from '../mask.ts';
import type { User } from '../queries.ts';
import { locked } from './library-error.ts';
import { type Reserved, reserveAttempt } from './reserve-attempt.ts';

interface Attempted {
  readonly act: Act;
  /** What is attempted on: `account:<contact>` or `factor:<user>`; without it only the client is counted. */
  readonly key: string | undefined;
  readonly client: string;
  readonly contact: string;
  readonly user: User | undefined;
}

/** Counts an attempt of an account and of a client; refuses it where either is locked, and tells the person of the account. */
export async function limitAttempts({ settings, database }: Accounts, attempted: Attempted): Promise<void> {
  const { act, key, client, contact, user } = attempted;
  const minutes = settings.lockMinutes;
  const ofClient = { key: clientKey(client), most: settings.clientFailures, minutes };
  const found = await withTransaction(database, async (tx): Promise<Reserved> => {
    const byClient = await reserveAttempt(tx, ofClient, act.now);
    if (byClient.lockedUntil !== undefined || key === undefined) return byClient;
    const byAccount = await reserveAttempt(tx, { key, most: settings.failures, minutes }, act.now);
    if (byAccount.isFirst !== true) return byAccount;
    await appendAudit(tx, act, {
      action: 'account.locked',
      subject: { type: 'user', id: user?.id ?? 'unknown' },
      details: { contact: maskContact(contact), minutes },
    });
    if (user?.emailVerified) await queueMessage(tx, act.now, lockMail(user, minutes));
    return byAccount;
  });
  if (found.lockedUntil !== undefined)
    throw locked(Math.max(1, Math.ceil((Date.parse(found.lockedUntil) - act.now.getTime()) / 60_000)));
}

export const clientKey = (client: string): string => `client:${client}`;
export const accountKey = (contact: string): string => `account:${contact}`;
export const factorKey = (userId: string): string => `factor:${userId}`;

const lockMail = ({ email: to, language }: User, minutes: number) => ({
  kind: 'email' as const,
  to,
  subject: say(message('mail.account-locked.subject'), language ?? 'zh-CN'),
  text: say(message('mail.account-locked', { minutes: String(minutes) }), language ?? 'zh-CN'),
});
