import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { message, say } from '../../messages/say.ts';
import { queueMessage } from '../../notifications/queue-message.ts';
import type { Contact } from '../contact.ts';
import { languageOf } from '../language.ts';
import { digestSecret, newCode } from '../secrets/digest-secret.ts';
import { issueSecret } from '../secrets/issue-secret.ts';
import { reserveAttempt } from '../sign-in/reserve-attempt.ts';
import type { Accounts } from './open-accounts.ts';

interface CodeFor {
  readonly purpose: 'verify-contact' | 'reset-password' | 'change-contact';
  readonly contact: Contact;
  readonly userId: string;
}

/** A code for a new number or address is good for that one alone. */
export const boundTo = ({ purpose, contact, userId }: CodeFor): string =>
  purpose === 'change-contact' ? `${userId}\n${contact.value}` : userId;

const TRIES = 5;
const MOST_CODES = 5;

/** Makes a code and puts it into the outbox; the code before no longer works. */
export async function sendCode(accounts: Accounts, act: Act, code: CodeFor): Promise<void> {
  await limitCodes(accounts, act, code.contact);
  await withTransaction(accounts.database, (tx) => writeCode(tx, accounts, act, code));
}

/** The same inside the transaction of the act that wants a code; count it with `limitCodes` first. */
export async function writeCode(tx: Transaction, accounts: Accounts, act: Act, code: CodeFor): Promise<void> {
  const { purpose, contact, userId } = code;
  const minutes = accounts.settings.codeMinutes;
  const value = newCode();
  const digest = digestSecret(accounts.secret, purpose, boundTo(code), value);
  const locale = await languageOf(tx, userId);
  await issueSecret(tx, { purpose, subject: userId, digest, now: act.now, minutes, tries: TRIES });
  await queueMessage(tx, act.now, {
    kind: contact.kind === 'phone' ? 'sms' : 'email',
    to: contact.value,
    subject: say(message(`mail.${purpose}.subject`), locale),
    text: say(message(`mail.${purpose}`, { code: value, minutes: String(minutes) }), locale),
    isSecret: true,
  });
  await appendAudit(tx, act, { action: 'code.sent', subject: { type: 'user', id: userId }, details: { purpose } });
}

/** So that nobody is flooded with codes, and tries cannot be bought with new codes. */
export async function limitCodes({ database, settings }: Accounts, act: Act, contact: Contact): Promise<void> {
  const limit = { key: `codes:${contact.value}`, most: MOST_CODES, minutes: settings.lockMinutes };
  const { lockedUntil } = await withTransaction(database, (tx) => reserveAttempt(tx, limit, act.now));
  if (lockedUntil !== undefined)
    throw new ApiError(429, 'too-many-codes', { args: { minutes: String(settings.lockMinutes) } });
}
