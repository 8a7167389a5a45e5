import { and, eq, isNull } from 'drizzle-orm';
import { type WriteContext, withTransaction } from '../db/with-transaction.ts';
import { policyVersions } from './table.ts';

export interface VersionKey {
  readonly id: string;
  readonly inForceFrom: string;
}

/** Notes that results have been given under a version, so that it is never replaced from now on. Once noted it stays. */
export const markUsed = (context: WriteContext, version: VersionKey, usedAt: Date): Promise<void> =>
  withTransaction(context, async (tx) => {
    await tx
      .update(policyVersions)
      .set({ usedAt: usedAt.toISOString() })
      .where(
        and(
          eq(policyVersions.id, version.id),
          eq(policyVersions.inForceFrom, version.inForceFrom),
          isNull(policyVersions.usedAt),
        ),
      );
  });
