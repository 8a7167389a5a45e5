import { type ColumnResults, NO_TIER } from '../evaluate/columns/column-results.ts';
import type { Id, PolicyDoc } from '../policy/document.ts';
import { NONE, type TierStanding, UNDETERMINED } from './impact-report.ts';

/** Numbers of "none" and "undetermined" among the standings; tiers follow, so that a higher number is a higher rung. */
export const AT_NONE = 0;
export const AT_UNDETERMINED = 1;
const FIRST_TIER = 2;

/** None, undetermined, then the tiers of both versions; a tier that is gone stands where it stood among its neighbours. */
export function standingsOf(before: PolicyDoc, after: PolicyDoc): readonly TierStanding[] {
  const merged: Id[] = after.tiers.map((t) => t.id);
  before.tiers.forEach(({ id }, i) => {
    if (merged.includes(id)) return;
    const below = before.tiers.slice(0, i).findLast((t) => merged.includes(t.id));
    merged.splice(below ? merged.indexOf(below.id) + 1 : 0, 0, id);
  });
  return [NONE, UNDETERMINED, ...merged];
}

/** The standing of each firm, as its number. */
export function standingColumn(
  doc: PolicyDoc,
  results: ColumnResults,
  standings: readonly TierStanding[],
): Uint16Array {
  const numbers = doc.tiers.map((t) => standings.indexOf(t.id, FIRST_TIER));
  const out = new Uint16Array(results.size);
  for (let i = 0; i < out.length; i++) {
    const best = results.best[i] as number;
    out[i] = best === NO_TIER ? withoutTier(results, i) : (numbers[best] as number);
  }
  return out;
}

const withoutTier = ({ tiers }: ColumnResults, firm: number): number => {
  for (const tier of tiers) if (tier[firm] === 2) return AT_UNDETERMINED;
  return AT_NONE;
};

/** 1 where the second standing is higher, −1 where lower, 0 where the same, undefined where that is open. */
export function moveBetween(from: number, to: number): -1 | 0 | 1 | undefined {
  if (from === to) return 0;
  if (from === AT_UNDETERMINED || to === AT_UNDETERMINED) return undefined;
  return to > from ? 1 : -1;
}
