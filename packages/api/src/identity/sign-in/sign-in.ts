import { eq, sql } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { sendCode } from '../accounts/send-code.ts';
import { addressFor, type Contact } from '../contact.ts';
import { maskContact } from '../mask.ts';
import { findUserByContact, isVerified, passwordHashOf, type User } from '../queries.ts';
import { failedAttempts } from '../table.ts';
import { inOurWords } from './library-error.ts';
import { accountKey, clientKey, limitAttempts } from './limit-attempts.ts';
import { clearAttempts } from './reserve-attempt.ts';
import { inSignIn } from './sign-in-context.ts';

export interface SignIn {
  readonly contact: Contact;
  readonly password: string;
  /** The headers of the request, for the library. */
  readonly headers: Headers;
  readonly client: string;
}

/** Cookies to hand on, and what is still to come. */
export interface SignedIn {
  readonly cookies: readonly string[];
  readonly needsSecondFactor: boolean;
}

/** The password step. Whether an account is unknown, disabled or has another password is not told apart. */
export async function signIn(accounts: Accounts, act: Act, input: SignIn): Promise<SignedIn> {
  const { contact, client } = input;
  const user = await findUserByContact(accounts.database.read, contact);
  await limitAttempts(accounts, { act, key: accountKey(contact.value), client, contact: contact.value, user });
  if (user && !isVerified(user)) await refuseUnverified(accounts, act, input, user);
  const answer = await tryPassword(accounts, act, input, user);
  await withTransaction(accounts.database, async (tx) => {
    await clearAttempts(tx, [accountKey(contact.value)]);
    // One back, not all: someone with an account of their own could else go on guessing others for ever.
    const one = eq(failedAttempts.key, clientKey(client));
    await tx
      .update(failedAttempts)
      .set({ failures: sql`max(0, ${failedAttempts.failures} - 1)` })
      .where(one);
  });
  return answer;
}

async function tryPassword(accounts: Accounts, act: Act, input: SignIn, user: User | undefined): Promise<SignedIn> {
  const { contact, password, headers } = input;
  const isHalfWay = user?.twoFactorEnabled ?? false;
  try {
    const { headers: given, response } = await inSignIn(act, { isHalfWay }, () =>
      accounts.auth.api.signInEmail({
        body: { email: user?.email ?? addressFor(contact), password },
        headers,
        returnHeaders: true,
      }),
    );
    return { cookies: given.getSetCookie(), needsSecondFactor: 'twoFactorRedirect' in response };
  } catch (error) {
    const refusal = inOurWords(error, accounts.settings.lockMinutes);
    if (refusal instanceof ApiError) await noteFailure(accounts, act, contact, user);
    throw refusal;
  }
}

async function noteFailure(accounts: Accounts, act: Act, contact: Contact, user: User | undefined): Promise<void> {
  await withTransaction(accounts.database, (tx) =>
    appendAudit(tx, act, {
      action: 'sign-in.failed',
      subject: { type: 'user', id: user?.id ?? 'unknown' },
      details: { contact: maskContact(contact.value) },
    }),
  );
}

/** Only who knows the password learns that the address is not verified yet, and gets a new code. */
async function refuseUnverified(
  accounts: Accounts,
  act: Act,
  { contact, password }: SignIn,
  user: User,
): Promise<never> {
  const { password: hashing } = await accounts.auth.$context;
  const hash = await passwordHashOf(accounts.database.read, user.id);
  const isRight = hash !== undefined && (await hashing.verify({ hash, password }));
  if (!isRight) {
    await noteFailure(accounts, act, contact, user);
    throw new ApiError(401, 'wrong-credentials');
  }
  await sendCode(accounts, act, { purpose: 'verify-contact', contact, userId: user.id });
  throw new ApiError(403, 'account-not-verified');
}
