import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { digestSecret } from '../secrets/digest-secret.ts';
import { oneTimeSecrets, sessions } from '../table.ts';
import { inOurWords } from './library-error.ts';
import { factorKey, limitAttempts } from './limit-attempts.ts';
import { readSession } from './read-session.ts';
import { clearAttempts } from './reserve-attempt.ts';
import { inSignIn } from './sign-in-context.ts';

export interface SecondFactor {
  readonly kind: 'code' | 'recovery-code';
  readonly code: string;
  readonly headers: Headers;
  readonly client: string;
}

/**
 * Shows the second factor: after the password (the library's short-lived cookie says who), or in a session that still lacks
 * it. A first right code also switches on a factor that was just prepared.
 */
export async function showSecondFactor(accounts: Accounts, act: Act, shown: SecondFactor): Promise<readonly string[]> {
  const session = await readSession(accounts, shown.headers);
  const userId = session?.user.id;
  // Between the two steps the library counts by account itself.
  const key = userId === undefined ? undefined : factorKey(userId);
  const about = { contact: session?.user.email ?? '', user: session?.user };
  await limitAttempts(accounts, { act, key, client: shown.client, ...about });
  const { cookies, token, user } = await verify(accounts, act, shown);
  const isFresh = await withTransaction(accounts.database, async (tx) => {
    await clearAttempts(tx, key === undefined ? [] : [key]);
    if (shown.kind === 'code' && !(await markUsed(tx, accounts, act.now, user, shown.code))) {
      await tx.delete(sessions).where(and(eq(sessions.token, token), eq(sessions.secondFactorAt, act.now)));
      return false;
    }
    const completed = await tx
      .update(sessions)
      .set({ secondFactorAt: act.now })
      .where(and(eq(sessions.token, token), isNull(sessions.secondFactorAt)))
      .returning({ id: sessions.id });
    const done = { action: 'second-factor.shown', subject: { type: 'user', id: user } } as const;
    if (completed.length > 0 || shown.kind === 'recovery-code')
      await appendAudit(tx, act, { ...done, details: { kind: shown.kind } });
    return true;
  });
  if (!isFresh) throw new ApiError(422, 'wrong-code');
  return cookies;
}

async function verify({ auth, settings }: Accounts, act: Act, { kind, code, headers }: SecondFactor) {
  const body = { code: kind === 'code' ? code.replace(/\s/g, '') : code.trim() };
  try {
    const { headers: given, response } = await inSignIn(act, { secondFactor: true }, () =>
      kind === 'code'
        ? auth.api.verifyTOTP({ body, headers, returnHeaders: true })
        : auth.api.verifyBackupCode({ body, headers, returnHeaders: true }),
    );
    return { cookies: given.getSetCookie(), token: response.token ?? '', user: response.user.id };
  } catch (error) {
    throw inOurWords(error, settings.lockMinutes);
  }
}

const CODE_LIVES_MS = 120_000;

/** INVARIANT (code-once): a code of the second factor opens once, though the clock would let it pass for a minute more. */
async function markUsed(tx: Transaction, { secret }: Accounts, now: Date, userId: string, code: string) {
  const [purpose, at] = ['used-code' as const, now.toISOString()];
  await tx.delete(oneTimeSecrets).where(and(eq(oneTimeSecrets.purpose, purpose), lte(oneTimeSecrets.expiresAt, at)));
  const marked = await tx
    .insert(oneTimeSecrets)
    .values({
      id: newId(),
      purpose,
      subject: userId,
      digest: digestSecret(secret, purpose, userId, code),
      createdAt: at,
      expiresAt: new Date(now.getTime() + CODE_LIVES_MS).toISOString(),
      attemptsLeft: 0,
    })
    .onConflictDoNothing()
    .returning({ id: oneTimeSecrets.id });
  return marked.length > 0;
}
