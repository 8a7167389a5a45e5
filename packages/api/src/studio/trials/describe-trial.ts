import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Actor } from '../../identity/actor.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { readPopulationRow } from '../populations/queries.ts';
import { personOf } from '../who.ts';
import type { PopulationRef, Trial, TrialSummary } from './contract.ts';
import { nameFirms } from './name-firms.ts';
import { progress } from './progress.ts';
import { listTrialRows, readTrialRow, type TrialRow } from './queries.ts';
import type { KeptSide } from './start-trial.ts';

const stateOf = (row: TrialRow): TrialRow['state'] =>
  row.state === 'running' && !progress.has(row.id) ? 'failed' : row.state;

export async function describeTrial(db: Reader, actor: Actor, trialId: string): Promise<Trial> {
  const row = await readTrialRow(db, trialId);
  if (!row) throw new ApiError(404, 'not-found');
  const draft = await findDraft(db, row.draftId);
  const population = JSON.parse(row.population) as PopulationRef;
  const kept = row.result === null ? [] : (JSON.parse(row.result) as KeptSide[]);
  const { sides, names } = await nameFirms(db, actor, population, kept);
  const state = stateOf(row);
  const now = progress.get(row.id);
  return {
    id: row.id,
    draftId: row.draftId,
    title: row.title,
    state,
    progress: now ?? { done: row.firms, total: row.firms, step: 'finished' },
    failure: state === 'failed' ? (row.failure ?? 'cut-off') : null,
    draftVersion: row.draftVersion,
    draftHash: row.draftHash,
    isCurrent: row.draftHash === draft.hash,
    against: row.against,
    population: {
      ref: population,
      firms: row.firms,
      digest: row.digest,
      asOf: row.at,
      skipped: row.skipped,
      list: await listOf(db, population),
    },
    dates: JSON.parse(row.dates) as Trial['dates'],
    by: personOf(row),
    seconds: row.milliseconds === null ? null : row.milliseconds / 1000,
    sides: sides.map((side) => ({
      ...side,
      labels: side.labels as Trial['sides'][number]['labels'],
      following: [...side.following],
    })),
    names,
  };
}

async function listOf(db: Reader, population: PopulationRef): Promise<Trial['population']['list']> {
  if (population.kind !== 'uploaded') return null;
  const row = await readPopulationRow(db, population.populationId);
  return row ? { name: row.name, isDeleted: row.deletedAt !== null } : null;
}

export async function listTrials(db: Reader, draftId: string): Promise<TrialSummary[]> {
  const draft = await findDraft(db, draftId);
  return (await listTrialRows(db, draftId)).map((row) => {
    const impact = row.result === null ? undefined : (JSON.parse(row.result) as KeptSide[])[0]?.impact;
    return {
      id: row.id,
      title: row.title,
      state: stateOf(row),
      draftVersion: row.draftVersion,
      isCurrent: row.draftHash === draft.hash,
      firms: row.firms,
      winners: impact?.winners.count ?? null,
      losers: impact?.losers.count ?? null,
      by: personOf(row),
    };
  });
}
