import type { Impact } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { firmsByIds } from '../../firms/queries.ts';
import { ApiError } from '../../http/api-error.ts';
import { type Actor, hasStaffRole } from '../../identity/actor.ts';
import { CASE_READERS, type StaffRole } from '../../identity/roles.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { personOf } from '../who.ts';
import type { PopulationRef, Trial, TrialSummary } from './contract.ts';
import { progress } from './progress.ts';
import { listTrialRows, readTrialRow, type TrialRow } from './queries.ts';
import type { KeptSide } from './start-trial.ts';

/** Roles that may know which firm wins or loses by a draft; to others the name is masked. */
const NAMED: readonly StaffRole[] = ['policy-editor', 'policy-approver', ...CASE_READERS];

const stateOf = (row: TrialRow): TrialRow['state'] =>
  row.state === 'running' && !progress.has(row.id) ? 'failed' : row.state;

export async function describeTrial(db: Reader, actor: Actor, trialId: string): Promise<Trial> {
  const row = await readTrialRow(db, trialId);
  if (!row) throw new ApiError(404, 'not-found');
  const draft = await findDraft(db, row.draftId);
  const population = JSON.parse(row.population) as PopulationRef;
  const sides = row.result === null ? [] : (JSON.parse(row.result) as KeptSide[]);
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
    population: { ref: population, firms: row.firms, digest: row.digest, asOf: row.at, skipped: row.skipped },
    dates: JSON.parse(row.dates) as Trial['dates'],
    by: personOf(row),
    seconds: row.milliseconds === null ? null : row.milliseconds / 1000,
    sides: sides.map((side) => ({ ...side, labels: side.labels as Trial['sides'][number]['labels'] })),
    names: population.kind === 'on-file' ? await namesFor(db, actor, sides) : ownNames(sides),
  };
}

const shownIn = ({ winners, losers, nearMisses }: Impact): readonly string[] =>
  [...winners.shown, ...losers.shown, ...nearMisses.shown].map(({ id }) => id);
const idsIn = (sides: readonly KeptSide[]): readonly string[] => [
  ...new Set(sides.flatMap(({ impact }) => shownIn(impact))),
];

const ownNames = (sides: readonly KeptSide[]): Trial['names'] =>
  Object.fromEntries(idsIn(sides).map((id) => [id, { name: id, isMasked: false, firmId: null }]));

async function namesFor(db: Reader, actor: Actor, sides: readonly KeptSide[]): Promise<Trial['names']> {
  const isNamed = hasStaffRole(actor, NAMED);
  const names: Trial['names'] = {};
  const ids = idsIn(sides);
  for (let from = 0; from < ids.length; from += 500) {
    for (const { id, name } of await firmsByIds(db, ids.slice(from, from + 500)))
      names[id] = isNamed
        ? { name, isMasked: false, firmId: id }
        : { name: masked(name), isMasked: true, firmId: null };
  }
  return names;
}

const masked = (name: string): string => `${[...name].slice(0, 2).join('')}****`;

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
