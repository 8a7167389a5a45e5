import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import type { VersionKey } from './mark-used.ts';
import { policyVersions } from './table.ts';

interface Waiting {
  readonly counts: Map<string, { readonly version: VersionKey; n: number }>;
  timer: NodeJS.Timeout | undefined;
}

/** Counts that are not written yet: one write a second, however many firms check themselves. */
const waiting = new WeakMap<Database, Waiting>();
const WRITE_EVERY_MS = 1000;

/** Counts firms that a version has decided (使用次数); nothing of the firms is kept. */
export function countUses(database: Database, version: VersionKey, n = 1): void {
  const of = waiting.get(database) ?? { counts: new Map(), timer: undefined };
  waiting.set(database, of);
  const key = `${version.id} ${version.inForceFrom}`;
  const counted = of.counts.get(key) ?? { version, n: 0 };
  counted.n += n;
  of.counts.set(key, counted);
  // A count that cannot be written waits for the next one; it holds nothing up.
  of.timer ??= setTimeout(() => void writeUses(database).catch(() => undefined), WRITE_EVERY_MS).unref();
}

/** Writes what waits: before the counts are read, and before the server stops. */
export async function writeUses(database: Database): Promise<void> {
  const of = waiting.get(database);
  if (!of) return;
  clearTimeout(of.timer);
  of.timer = undefined;
  const counts = [...of.counts.values()];
  of.counts.clear();
  if (counts.length === 0) return;
  try {
    await withTransaction(database, async (tx) => {
      for (const { version, n } of counts)
        await tx
          .update(policyVersions)
          .set({ evaluations: sql`${policyVersions.evaluations} + ${n}` })
          .where(and(eq(policyVersions.id, version.id), eq(policyVersions.inForceFrom, version.inForceFrom)));
    });
  } catch (error) {
    for (const { version, n } of counts) {
      const key = `${version.id} ${version.inForceFrom}`;
      of.counts.set(key, { version, n: n + (of.counts.get(key)?.n ?? 0) });
    }
    throw error;
  }
}
