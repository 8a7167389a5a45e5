import type { Impact } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { firmsByIds } from '../../firms/queries.ts';
import { type Actor, hasStaffRole } from '../../identity/actor.ts';
import { CASE_READERS, type StaffRole } from '../../identity/roles.ts';
import type { PopulationRef, Trial } from './contract.ts';
import type { KeptSide } from './start-trial.ts';

const POLICY: readonly StaffRole[] = ['policy-editor', 'policy-approver'];

/** Who may know which firm wins or loses; a list that was sent is for policy staff alone. */
const NAMED: Readonly<Record<PopulationRef['kind'], readonly StaffRole[] | 'all'>> = {
  'on-file': [...POLICY, ...CASE_READERS],
  uploaded: POLICY,
  synthetic: 'all',
};

interface Named {
  readonly sides: readonly KeptSide[];
  readonly names: Trial['names'];
}

/** The firms of a trial as the reader may know them: by name, or told apart by a number alone. */
export async function nameFirms(
  db: Reader,
  actor: Actor,
  { kind }: PopulationRef,
  sides: readonly KeptSide[],
): Promise<Named> {
  const ids = [
    ...new Set(sides.flatMap(({ impact }) => LISTS.flatMap((list) => impact[list].shown.map(({ id }) => id)))),
  ];
  const named = NAMED[kind];
  if (named !== 'all' && !hasStaffRole(actor, named)) return hidden(sides, ids);
  if (kind === 'on-file') return { sides, names: await namesOnFile(db, ids) };
  return { sides, names: Object.fromEntries(ids.map((id) => [id, { name: id, isMasked: false, firmId: null }])) };
}

const LISTS = ['winners', 'losers', 'unclear', 'nearMisses'] as const;

/** The id of a firm that was sent is its name, so that ids are hidden as well. */
function hidden(sides: readonly KeptSide[], ids: readonly string[]): Named {
  const number = new Map(ids.map((id, i) => [id, `#${i + 1}`]));
  const list = <T extends { readonly id: string }>(shown: readonly T[]): T[] =>
    shown.map((each) => ({ ...each, id: number.get(each.id) ?? '' }));
  const impactOf = (impact: Impact): Impact => ({
    ...impact,
    winners: { ...impact.winners, shown: list(impact.winners.shown) },
    losers: { ...impact.losers, shown: list(impact.losers.shown) },
    unclear: { ...impact.unclear, shown: list(impact.unclear.shown) },
    nearMisses: { ...impact.nearMisses, shown: list(impact.nearMisses.shown) },
  });
  const names = [...number.values()].map((id) => [id, { name: '', isMasked: true, firmId: null }]);
  return { sides: sides.map((side) => ({ ...side, impact: impactOf(side.impact) })), names: Object.fromEntries(names) };
}

const PAGE = 500;

async function namesOnFile(db: Reader, ids: readonly string[]): Promise<Trial['names']> {
  const names: Trial['names'] = {};
  for (let from = 0; from < ids.length; from += PAGE)
    for (const { id, name } of await firmsByIds(db, ids.slice(from, from + PAGE)))
      names[id] = { name, isMasked: false, firmId: id };
  return names;
}
