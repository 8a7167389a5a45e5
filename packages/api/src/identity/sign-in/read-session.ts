import { eq } from 'drizzle-orm';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import type { SignInStep } from '../contract.ts';
import { findUser, isVerified, type User } from '../queries.ts';
import { sessions } from '../table.ts';

/** A session that is alive, of an account that is not disabled. */
export interface LiveSession {
  readonly sessionId: string;
  readonly token: string;
  readonly user: User;
  readonly step: SignInStep;
  readonly secondFactorAt: Date | null;
}

const HAS_COOKIE = /(?:^|;\s*)(?:__Secure-)?tidu\.session_token=/;
const TOUCH_AFTER_MS = 60_000;

/** Finds the session behind a cookie; ends one that was idle for too long or has reached its last hour. */
export async function readSession(accounts: Accounts, headers: Headers): Promise<LiveSession | undefined> {
  if (!HAS_COOKIE.test(headers.get('cookie') ?? '')) return undefined;
  const query = { disableRefresh: true, disableCookieCache: true } as const;
  const found = await accounts.auth.api.getSession({ headers, query });
  if (!found) return undefined;
  const { database, clock, settings } = accounts;
  const user = await findUser(database.read, found.user.id);
  if (!user || user.disabledAt !== null || !isVerified(user)) return undefined;
  const { id, token, startedAt, lastSeenAt, secondFactorAt = null } = found.session;
  const now = clock();
  const idleMs = now.getTime() - lastSeenAt.getTime();
  const isIdle = idleMs >= settings.idleMinutes[user.kind] * 60_000;
  const isOver = now.getTime() - startedAt.getTime() >= settings.sessionHours[user.kind] * 3_600_000;
  if (isIdle || isOver) {
    await expire(accounts, id, user, isIdle ? 'idle' : 'absolute');
    return undefined;
  }
  if (idleMs >= TOUCH_AFTER_MS) await touch(accounts, id, now);
  return {
    sessionId: id,
    token,
    user,
    secondFactorAt: secondFactorAt ?? null,
    step: stepOf(user, secondFactorAt ?? null),
  };
}

/** INVARIANT (second-factor): staff without a second factor shown in this session get no further than setting one up. */
function stepOf(user: User, secondFactorAt: Date | null): SignInStep {
  if (secondFactorAt !== null || (user.kind === 'firm' && !user.twoFactorEnabled)) return 'complete';
  return user.twoFactorEnabled ? 'second-factor' : 'enrol-second-factor';
}

async function expire({ database, clock }: Accounts, id: string, user: User, why: string): Promise<void> {
  await withTransaction(database, async (tx) => {
    const gone = await tx.delete(sessions).where(eq(sessions.id, id)).returning({ id: sessions.id });
    if (gone.length === 0) return;
    const act = { actor: 'system', now: clock(), requestId: 'time-out' } as const;
    await appendAudit(tx, act, { action: 'session.expired', subject: { type: 'user', id: user.id }, details: { why } });
  });
}

async function touch({ database }: Accounts, id: string, lastSeenAt: Date): Promise<void> {
  await withTransaction(database, (tx) => tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.id, id)));
}
