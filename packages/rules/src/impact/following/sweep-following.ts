import type { FirmList } from '../../evaluate/columns/column-store.ts';
import type { Num, PolicyDoc } from '../../policy/document.ts';
import type { SweepPoint } from '../sweep/outcome-measures.ts';
import type { Sweep } from '../sweep/sweep.ts';
import type { TierMove, TierWord } from '../sweep/tier-moves.ts';
import type { Judging } from './complete-firms.ts';
import { followedFirms, type Rows } from './followed-firms.ts';
import { moneyAlong, type Stay } from './money-along.ts';
import { plus } from './plus.ts';
import { resultsBy } from './results-by.ts';
import type { TextOnTrial } from './text-on-trial.ts';

/** A slider, the policy it moves a figure of, and the policies that go by its result. */
export interface FollowedSweep {
  readonly slider: Sweep;
  readonly doc: PolicyDoc;
  readonly following: readonly TextOnTrial[];
  /** The firms of the slider as they tell of themselves, with what the following policies ask. */
  readonly firms: FirmList;
}

/**
 * The positions of a slider with the money of the policies that follow (滑动试算，连同随之变化的政策). It is that of the firms whose tiers
 * are not the same at all of these positions: to all others those policies say the same at each. So two positions differ as
 * a trial of the two figures says, and two positions alone are that trial.
 *
 * @example sweepFollowing({ slider, doc: ladder, following: [pools], firms }, ['15%', '20%'], judging)[1]?.pools
 */
export function sweepFollowing(
  { slider, doc, following, firms }: FollowedSweep,
  values: readonly Num[],
  judging: Judging,
): readonly SweepPoint[] {
  const own = values.map((value) => slider.at(value));
  if (following.length === 0) return own;
  const moves = slider.movesAlong(values);
  const { rows, stays } = staysOf(moves);
  const moving = { size: moves.length, facts: (i: number) => firms.facts(moves[i]?.firm ?? -1) };
  const resultOf = resultsBy(doc);
  const seenRows: Rows = {
    size: rows.length,
    firmOf: (row) => rows[row]?.move ?? -1,
    resultOf: (row) => resultOf(rows[row]?.tiers ?? ''),
  };
  return following.reduce<readonly SweepPoint[]>((points, text) => {
    const seen = followedFirms(text, moving, judging)(doc, seenRows);
    const results = judging.programs.programOf({ doc: text.doc, dates: judging.dates }).run(seen);
    const money = moneyAlong(text.doc, results, stays, values.length);
    return points.map((point, p) => joined(point, money[p]));
  }, own);
}

interface Row {
  /** Its place among the moves. */
  readonly move: number;
  readonly tiers: TierWord;
}

interface Along {
  readonly rows: readonly Row[];
  readonly stays: readonly Stay[];
}

/** Each result of each firm once, and where along the slider the firm has it. */
function staysOf(moves: readonly TierMove[]): Along {
  const [rows, stays]: [Row[], Stay[]] = [[], []];
  moves.forEach(({ at }, move) => {
    const known = new Map<TierWord, number>();
    let from = 0;
    at.forEach((tiers, p) => {
      if (at[p + 1] === tiers) return;
      const row = known.get(tiers) ?? rows.push({ move, tiers }) - 1;
      known.set(tiers, row);
      stays.push({ row, from, to: p + 1 });
      from = p + 1;
    });
  });
  return { rows, stays };
}

/** What the policy itself comes to wins where two have an award or a pool of one name; the sum holds both. */
const joined = (point: SweepPoint, more: Pick<SweepPoint, 'total' | 'awards' | 'pools'> | undefined): SweepPoint =>
  more
    ? {
        ...point,
        total: plus(point.total, more.total),
        awards: { ...more.awards, ...point.awards },
        pools: { ...more.pools, ...point.pools },
      }
    : point;
