import type { ColumnResults } from '../../evaluate/columns/column-results.ts';

/** The tiers of one firm as one word: a digit each, as in `ColumnResults.tiers`. */
export type TierWord = string;

/** A firm whose tiers are not the same at every position of a slider, and what they are at each. */
export interface TierMove {
  readonly firm: number;
  readonly at: readonly TierWord[];
}

/** What a pass leaves behind of tiers. */
export type Tiers = ColumnResults['tiers'];

export function tierWord(tiers: Tiers, firm: number): TierWord {
  let word = '';
  for (const tier of tiers) word += tier[firm];
  return word;
}

export const tiersDiffer = (a: Tiers, b: Tiers, firm: number, same: number = firm): boolean =>
  a.some((tier, t) => tier[firm] !== b[t]?.[same]);

/** From passes over the same firms, one a position. */
export function movesOfPasses(passes: readonly Tiers[], firmOf: (i: number) => number = (i) => i): readonly TierMove[] {
  const [first, ...others] = passes;
  const moves: TierMove[] = [];
  for (let i = 0; i < (first?.[0]?.length ?? 0); i++) {
    if (!first || !others.some((each) => tiersDiffer(first, each, i))) continue;
    moves.push({ firm: firmOf(i), at: passes.map((each) => tierWord(each, i)) });
  }
  return moves;
}
