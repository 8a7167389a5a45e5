import type { Reader } from '../../db/open-database.ts';
import { type Actor, hasStaffRole } from '../../identity/actor.ts';
import { personOf } from '../who.ts';
import type { SentPopulation } from './contract.ts';
import { countTrialsOn, listEvidence, listPopulationRows, type PopulationRow } from './queries.ts';

/** A list goes with who sent it; where that person has left, an approver may take it away. */
export const ownsPopulation = (actor: Actor, row: PopulationRow): boolean =>
  row.by === actor.userId || hasStaffRole(actor, ['policy-approver']);

export const describePopulation = (
  actor: Actor,
  row: PopulationRow,
  trials: number,
  isEvidence: boolean,
): SentPopulation => {
  const { id, name, firms, skipped, digest } = row;
  const mayDelete = ownsPopulation(actor, row) && !isEvidence;
  return { id, name, firms, skipped, digest, by: personOf(row), trials, mayDelete };
};

/** Lists of firms that texts can be tried on (试算名单), the latest first. */
export async function listPopulations(db: Reader, actor: Actor): Promise<SentPopulation[]> {
  const rows = await listPopulationRows(db);
  const ids = rows.map(({ id }) => id);
  const trials = await countTrialsOn(db, ids);
  const evidence = await listEvidence(db, ids);
  return rows.map((row) => describePopulation(actor, row, trials(row.id), evidence.has(row.id)));
}
