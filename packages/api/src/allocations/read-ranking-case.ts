import { type ApplicationRow, readSubmission } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { deductionsOf } from '../duplicates/queries.ts';
import { effectiveDecision } from '../review/overrides/effective-decision.ts';
import { readScheme } from '../schemes/queries.ts';
import type { RankingCase } from './case-claim.ts';
import { readCaseMoney } from './queries.ts';

/** A case with all that its claim on a pool is made of. */
export async function readRankingCase(db: Reader, row: ApplicationRow): Promise<RankingCase | undefined> {
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  const submission = row.submissionId === null ? undefined : await readSubmission(db, row.submissionId);
  const decided = await effectiveDecision(db, row);
  if (!scheme || !submission || !decided) return undefined;
  const { decision } = decided.overruled ?? decided.computed;
  const { reservedFen, pool } = await readCaseMoney(db, row.id);
  const deductFen = await deductionsOf(db, row.id);
  return { row, submission, scheme: scheme.document, decision, deductFen, reservedFen, poolId: pool?.poolId };
}
