import { and, eq, isNull } from 'drizzle-orm';
import { adjustCounts } from '../../applications/adjust-counts.ts';
import { type ApplicationRow, readApplication } from '../../applications/queries.ts';
import { recordShare } from '../../applications/record-share.ts';
import type { PersonalAct } from '../../audit/act.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { listOverrides } from '../queries.ts';
import { caseOverrides } from '../table.ts';
import type { EndOverrideRequest } from './contract.ts';
import { decideAgain, keepDecision, readOverridable } from './decide-again.ts';
import { requireReviewer } from './require-reviewer.ts';

type Ending = EndOverrideRequest & { readonly applicationId: string; readonly overrideId: string };

/** Takes an override back, with the reason: the computed verdict counts again, the override stays to be read. */
export async function endOverride(
  act: PersonalAct & { readonly database: Database },
  { applicationId, overrideId, reason, version }: Ending,
): Promise<ApplicationRow> {
  const { read } = act.database;
  const row = await readApplication(read, applicationId);
  if (!row) throw new ApiError(404, 'not-found');
  await requireReviewer(read, act.actor, row);
  const found = (await listOverrides(read, applicationId)).find(({ id }) => id === overrideId);
  if (!found) throw new ApiError(404, 'not-found');
  const before = await readOverridable(read, row);
  const decided = decideAgain(
    before,
    before.inForce.filter(({ path }) => path !== found.path),
  );
  return withTransaction(act.database, async (tx) => {
    const now = await readApplication(tx, applicationId);
    if (now?.version !== version || now.version !== row.version) throw new ApiError(409, 'changed-meanwhile');
    const [ended] = await tx
      .update(caseOverrides)
      .set({
        endedAt: act.now.toISOString(),
        endedBy: act.actor.userId,
        endedByName: act.actor.name,
        endReason: reason,
      })
      .where(and(eq(caseOverrides.id, overrideId), isNull(caseOverrides.endedAt)))
      .returning();
    if (!ended) throw new ApiError(409, 'changed-meanwhile');
    await keepDecision(tx, act, row, decided);
    await recordShare(tx, act, row, {
      what: 'override.ended',
      duty: 'review',
      reason,
      details: { override: overrideId, path: found.path },
    });
    return adjustCounts(tx, applicationId, {});
  });
}
