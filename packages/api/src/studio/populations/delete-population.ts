import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { FilesDeps } from '../../files/files-deps.ts';
import { ApiError } from '../../http/api-error.ts';
import { byOf } from '../who.ts';
import { ownsPopulation } from './describe-population.ts';
import { isContentKept, listEvidence, type PopulationRow, readPopulationRow } from './queries.ts';
import { trialPopulations } from './table.ts';

type WholeAct = PersonalAct & { readonly database: Database };

/** Deletes a list of firms (删除试算名单): the firms go, its name and digest stay with the trials that were on it. */
export async function deletePopulation(act: WholeAct, { store, turns }: FilesDeps, id: string): Promise<void> {
  const { contentDigest } = await withTransaction(act.database, async (tx): Promise<PopulationRow> => {
    const row = await readPopulationRow(tx, id);
    if (!row || row.deletedAt !== null) throw new ApiError(404, 'not-found');
    if (!ownsPopulation(act.actor, row)) throw new ApiError(403, 'studio.not-own-population');
    if ((await listEvidence(tx, [id])).has(id)) throw new ApiError(409, 'studio.population-needed');
    const { by, byName, at } = byOf(act);
    const [deleted] = await tx
      .update(trialPopulations)
      .set({ deletedAt: at, deletedBy: by, deletedByName: byName })
      .where(and(eq(trialPopulations.id, id), isNull(trialPopulations.deletedAt)))
      .returning();
    if (!deleted) throw new ApiError(409, 'changed-meanwhile');
    await appendAudit(tx, act, {
      action: 'policy-trial.population-deleted',
      subject: { type: 'policy-draft', id: row.draftId },
      details: { population: id, name: row.name, firms: row.firms, digest: row.digest },
    });
    return deleted;
  });
  await turns(contentDigest, async () => {
    if (!(await isContentKept(act.database.read, contentDigest))) await store.remove(contentDigest);
  });
}
