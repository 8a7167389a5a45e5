import { eq } from 'drizzle-orm';
import type { Reader, Transaction } from '../../db/open-database.ts';
import { failedAttempts } from '../table.ts';

export interface AttemptLimit {
  /** `account:…` or `client:…`. */
  readonly key: string;
  readonly most: number;
  readonly minutes: number;
}

const after = (now: Date, minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString();

/** Until when a key is locked, if it is. */
export async function lockedUntil(db: Reader, key: string, now: Date): Promise<string | undefined> {
  const [row] = await db.select().from(failedAttempts).where(eq(failedAttempts.key, key));
  return row?.lockedUntil && row.lockedUntil > now.toISOString() ? row.lockedUntil : undefined;
}

/**
 * Counts an attempt before it is made, so that many at once are not checked against the same count; success takes it back
 * with `clearAttempts`. INVARIANT (lock-out): after `most` failures within the time no further one is looked at.
 */
export async function reserveAttempt(
  tx: Transaction,
  { key, most, minutes }: AttemptLimit,
  now: Date,
): Promise<Reserved> {
  const [row] = await tx.select().from(failedAttempts).where(eq(failedAttempts.key, key));
  const isOld = row !== undefined && (row.lockedUntil ?? after(new Date(row.since), minutes)) <= now.toISOString();
  if (row?.lockedUntil && !isOld) return { lockedUntil: row.lockedUntil, isFirst: false };
  const known = isOld ? undefined : row;
  if (known && known.failures >= most) {
    const until = after(now, minutes);
    await tx.update(failedAttempts).set({ lockedUntil: until }).where(eq(failedAttempts.key, key));
    return { lockedUntil: until, isFirst: true };
  }
  const next = {
    key,
    failures: (known?.failures ?? 0) + 1,
    since: known?.since ?? now.toISOString(),
    lockedUntil: null,
  };
  await tx.insert(failedAttempts).values(next).onConflictDoUpdate({ target: failedAttempts.key, set: next });
  return {};
}

/** Locked, and whether this attempt is the one that locked it. */
export type Reserved =
  | { readonly lockedUntil: string; readonly isFirst: boolean }
  | { readonly lockedUntil?: never; readonly isFirst?: never };

export async function clearAttempts(tx: Transaction, keys: readonly string[]): Promise<void> {
  for (const key of keys) await tx.delete(failedAttempts).where(eq(failedAttempts.key, key));
}
