import { INF, isFiniteRational, NEG_INF, type Rational, sign } from '../../number/rational.ts';
import type { Band } from '../../policy/document.ts';
import type { Bool } from '../lower/ir.ts';
import { all, any, not } from '../lower/ir-bool.ts';
import { compareValues } from '../lower/lower-compare.ts';
import { knotsOf, lines, slices } from '../lower/lower-score.ts';
import { constantLeaf, mapLeaves, plain, type Value } from '../lower/lower-value.ts';
import { piecewise } from '../piecewise.ts';
import { point } from '../value.ts';
import type { RangeLowering } from './range-lowering.ts';
import { type End, endless, hull, isSettled, pickEnd, pickRange, type Ranged, settled, ZERO_RANGE } from './ranged.ts';

type Kind = 'marginal' | 'linear';

/** Slices or lines of a range: the extremes lie at its ends and at the bounds between them. */
export function piecewiseRange(l: RangeLowering, kind: Kind, of: Ranged, rows: readonly Band[]): Ranged {
  const knots = knotsOf(rows);
  const at = (x: Value): Value => mapLeaves(x, (one) => (kind === 'marginal' ? slices : lines)(plain(one), knots));
  const worth = (x: Rational): Rational => piecewise(kind, point(x), rows).lo;
  const low = l.named(atEnd(of.lo, at(of.lo.at), worth(NEG_INF)));
  const high = isSettled(of) ? low : l.named(atEnd(of.hi, at(of.hi.at), worth(INF), low));
  const ends = isSettled(of) ? low : l.named(hull(low, high));
  const inside = (x: Rational): Bool => {
    const bound = constantLeaf(x);
    const above = any([of.lo.inf, compareValues(of.lo.at, 'lt', bound)]);
    return all([above, any([of.hi.inf, compareValues(of.hi.at, 'gt', bound)])]);
  };
  const widened = isSettled(of)
    ? ends
    : knots.reduce(
        (acc, k) => l.named(pickRange(inside(k.at), hull(acc, settled(constantLeaf(worth(k.at)))), acc)),
        ends,
      );
  return pickRange(not(of.some), ZERO_RANGE, pickRange(of.na, hull(widened, ZERO_RANGE), widened));
}

/**
 * What an end comes to; where nothing bounds it, what the last or the first slice or line goes on to. A slice that goes on
 * without end bounds one side, and `low`, the other end of the same range, is all there is for the other.
 */
function atEnd({ inf }: End, value: Value, beyond: Rational, low?: Ranged): Ranged {
  const known = settled(value);
  if (low === undefined || isFiniteRational(beyond)) {
    const end = pickEnd(inf, settled(constantLeaf(beyond)).lo, known.lo);
    return { ...known, lo: end, hi: end };
  }
  const isUp = sign(beyond) > 0;
  return {
    ...known,
    lo: pickEnd(inf, isUp ? low.lo : endless(), known.lo),
    hi: pickEnd(inf, isUp ? endless() : low.hi, known.lo),
  };
}
