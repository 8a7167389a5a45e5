import { ratio } from '../../number/rational.ts';
import type { Expr } from '../../policy/document.ts';
import { yearsBack } from '../firm.ts';
import { roundValue } from '../lower/lower-number.ts';
import { constantLeaf } from '../lower/lower-value.ts';
import { branch } from './kleene.ts';
import { spanRange } from './open-slot.ts';
import { growthRange } from './range-growth.ts';
import type { RangeLowering } from './range-lowering.ts';
import { divRange, mulRange } from './range-product.ts';
import { bandsRange, outRows, scoreRange } from './range-score.ts';
import {
  ANY_RANGE,
  addRange,
  mapEnds,
  maxRange,
  minRange,
  NA_RANGE,
  negRange,
  orZero,
  type Ranged,
  settled,
  subRange,
  textRange,
  ZERO_RANGE,
} from './ranged.ts';

type Of<K extends Expr['k']> = Extract<Expr, { k: K }>;

/** The lowered range of one number that may be open; the counterpart of `numberOf` in the reference, case by case. */
export function numberRange(l: RangeLowering, e: Expr): Ranged {
  switch (e.k) {
    case 'fact':
      return l.fact(e.fact, yearsBack(e.year));
    case 'add':
      return fold(l, e.of, addRange);
    case 'sub':
      return fold(l, e.of, subRange);
    case 'mul':
      return fold(l, e.of, mulRange);
    case 'min':
      return fold(l, e.of, minRange);
    case 'max':
      return fold(l, e.of, maxRange);
    case 'neg':
      return negRange(l.range(e.of));
    case 'div':
      return divRange(l.range(e.num), l.range(e.den), zeroCase(e.whenZero));
    case 'round':
      return mapEnds(l.range(e.of), (x) => roundValue(x, e.step, e.mode));
    default:
      return furtherRange(l, e);
  }
}

type First = 'fact' | 'add' | 'sub' | 'mul' | 'min' | 'max' | 'neg' | 'div' | 'round';

function furtherRange(l: RangeLowering, e: Exclude<Expr, { k: First }>): Ranged {
  switch (e.k) {
    case 'growth':
      return growthRange(l, e);
    case 'agg':
      return aggregate(l, e);
    case 'span':
      return spanRange(l, e);
    case 'fx':
      return mulRange(l.range(e.of), l.range(e.rate));
    case 'cond':
      return branch(l.truth(e.if), l.range(e.then), l.range(e.else));
    case 'milestone': {
      const reached = bandsRange(l, l.range(e.of), outRows(e.rows));
      return maxRange(subRange(reached, orZero(l.fact(e.paidBefore, 0))), ZERO_RANGE);
    }
    case 'lit':
    case 'param':
      return l.range(e);
    default:
      return scoreRange(l, e);
  }
}

const fold = (l: RangeLowering, of: readonly Expr[], f: (a: Ranged, b: Ranged) => Ranged): Ranged =>
  of.map((x) => l.range(x)).reduce((a, b) => l.named(f(a, b)));

const zeroCase = (w: Of<'div'>['whenZero']): Ranged =>
  w === 'unknown' ? ANY_RANGE : w === 'notApplicable' ? NA_RANGE : textRange(w);

function aggregate(l: RangeLowering, e: Of<'agg'>): Ranged {
  const years = Array.from({ length: e.last }, (_, back) => l.fact(e.series, back));
  const fold = (f: (a: Ranged, b: Ranged) => Ranged): Ranged => years.reduce((a, b) => l.named(f(a, b)));
  if (e.how === 'min') return fold(minRange);
  if (e.how === 'max') return fold(maxRange);
  const sum = fold(addRange);
  return e.how === 'sum' ? sum : mulRange(sum, settled(constantLeaf(ratio(1n, BigInt(e.last)))));
}
