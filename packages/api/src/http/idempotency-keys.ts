import { and, eq, lt } from 'drizzle-orm';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { idempotencyKeys } from './idempotency-table.ts';

export interface KeyClaim {
  readonly userId: string;
  readonly key: string;
  readonly route: string;
  readonly bodyDigest: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Earlier = typeof idempotencyKeys.$inferSelect;

const KEPT_MS = 24 * 3_600_000;
/** No request runs longer; a row older than that belongs to a process that has died. */
const LONGEST_MS = 120_000;

const rowOf = ({ userId, key, route }: KeyClaim) =>
  and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key), eq(idempotencyKeys.route, route));

/** Takes a key for this request, or says what became of the request that took it before. */
export async function reserveKey(
  database: Database,
  claim: KeyClaim,
  requestId: string,
  now: Date,
  hasActed: (earlier: Earlier) => Promise<boolean>,
): Promise<'mine' | 'other-request' | 'running' | 'done-unanswered' | KeptAnswer> {
  const startedAt = now.toISOString();
  const [earlier] = await withTransaction(database, async (tx) => {
    const old = new Date(now.getTime() - KEPT_MS).toISOString();
    await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.startedAt, old));
    const found = await tx.select().from(idempotencyKeys).where(rowOf(claim));
    if (found.length === 0) await tx.insert(idempotencyKeys).values({ ...claim, requestId, startedAt });
    return found;
  });
  if (!earlier) return 'mine';
  if (earlier.bodyDigest !== claim.bodyDigest) return 'other-request';
  const { status, headers, body } = earlier;
  if (status !== null) return { status, headers: headers ?? {}, body: body ?? '' };
  if (now.getTime() - Date.parse(earlier.startedAt) < LONGEST_MS) return 'running';
  return (await hasActed(earlier)) ? 'done-unanswered' : takeOver(database, claim, earlier, requestId, startedAt);
}

/** The request that took the key is dead and did nothing; one of those that repeat it goes on. */
async function takeOver(database: Database, claim: KeyClaim, earlier: Earlier, requestId: string, startedAt: string) {
  const mine = await withTransaction(database, (tx) =>
    tx
      .update(idempotencyKeys)
      .set({ requestId, startedAt })
      .where(and(rowOf(claim), eq(idempotencyKeys.startedAt, earlier.startedAt)))
      .returning({ key: idempotencyKeys.key }),
  );
  return mine.length > 0 ? 'mine' : 'running';
}

export async function finishKey(database: Database, claim: KeyClaim, answer: KeptAnswer): Promise<void> {
  await withTransaction(database, (tx) => tx.update(idempotencyKeys).set(answer).where(rowOf(claim)));
}

export async function releaseKey(database: Database, claim: KeyClaim): Promise<void> {
  await withTransaction(database, (tx) => tx.delete(idempotencyKeys).where(rowOf(claim)));
}
