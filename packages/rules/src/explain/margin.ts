import type { Memo } from '../evaluate/memo.ts';
import { type Reference, suppose } from '../evaluate/reference.ts';
import { isKnown, toRange, type Val } from '../evaluate/value.ts';
import {
  add,
  compare,
  divide,
  floorInt,
  formatNum,
  fromInt,
  multiply,
  negate,
  num,
  type Rational,
  ratio,
  sign,
  subtract,
  ZERO,
} from '../number/rational.ts';
import type { CmpOp, FactDef, Num, PolicyDoc, Unit } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { unitOf, unitOfFact } from '../policy/units.ts';
import { changeBy, type Driver, stepOf } from './change-fact.ts';
import { type Cmp, driversOf } from './drivers.ts';
import type { ExplainNode, Margin } from './explanation.ts';
import { growthLine } from './growth-line.ts';
import { fractionIn, type Linear, times } from './linear-in.ts';
import type { Part } from './part.ts';
import { waitDay } from './wait-margin.ts';

/** The firm a margin is worked out for; `r` is the same facts and dates opened. */
export interface Case {
  readonly r: Reference;
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  readonly facts: Facts;
  /** Base fiscal year T. */
  readonly year: number;
  /** Whether to explain what is below a node; everything without it. */
  readonly wants?: ((node: ExplainNode) => boolean) | undefined;
  /** What is explained already, for this firm or for one near it. */
  readonly nodes?: Memo<Part, ExplainNode> | undefined;
}

export const TURNED: Readonly<Record<CmpOp, CmpOp>> = { ge: 'lt', lt: 'ge', gt: 'le', le: 'gt', eq: 'ne', ne: 'eq' };

/**
 * The margin of a comparison: what is missing where it does not hold (`up`), what there is to lose where it does
 * (`down`). Nothing where a side is not known, does not apply, or the operator asks for equality.
 */
export function marginOf(c: Case, goal: Cmp): { readonly up?: Margin; readonly down?: Margin } {
  if (goal.op === 'eq' || goal.op === 'ne') return {};
  const a = c.r.number(goal.a);
  const b = c.r.number(goal.b);
  if (!settled(a) || !settled(b)) return {};
  const holds = c.r.truth(goal) === 'yes';
  const unit = unitOf(goal.a, c.doc) ?? unitOf(goal.b, c.doc) ?? 'none';
  const on = waitDay(c.r, c.dates, c.facts, goal, b.lo);
  const margin: Margin = {
    by: gapOf(a, b, goal.op, holds, unit),
    unit,
    bound: toRange(b).lo,
    ...(on === undefined ? changeOf(c, goal, holds) : waitsFor(holds, on, goal.op)),
  };
  return holds ? { down: margin } : { up: margin };
}

const settled = (v: Val): boolean => v.some && isKnown(v);

/** Waiting reaches an age that is too low and uses up an age that may not grow; it does nothing the other way. */
function waitsFor(holds: boolean, on: string, op: CmpOp): Partial<Margin> {
  const rises = op === 'ge' || op === 'gt';
  return rises === holds ? {} : { on };
}

function gapOf(a: Val, b: Val, op: CmpOp, holds: boolean, unit: Unit): Num {
  const gap = subtract(num(toRange(a).lo), num(toRange(b).lo));
  const size = sign(gap) < 0 ? negate(gap) : gap;
  const isStrict = op === 'gt' || op === 'lt';
  // More than 100 people asks for one more than the distance to 100.
  const extra = isStrict && (unit === 'people' || unit === 'count') ? fromInt(holds ? -1 : 1) : ZERO;
  return formatNum(add(size, extra));
}

// ── the one fact to change ───────────────────────────────────────────────────────────────────────────────────────

function changeOf(c: Case, goal: Cmp, holds: boolean): Partial<Margin> {
  for (const driver of driversOf(c.r, goal)) {
    const by = verifiedChange(c, goal, driver, holds);
    if (by === undefined) continue;
    const def = c.r.firm.def(driver.fact);
    const factUnit = def && unitOfFact(def);
    return {
      fact: driver.fact,
      factBy: formatNum(by),
      ...(factUnit ? { factUnit } : {}),
      ...(driver.along === undefined ? {} : { along: driver.along }),
      ...(def?.type === 'series' ? { year: c.year - driver.back } : {}),
    };
  }
  return {};
}

/** The change of one fact that is just enough (or the most there is to lose), tried on the firm; undefined otherwise. */
export function verifiedChange(c: Case, goal: Cmp, driver: Driver, holds: boolean): Rational | undefined {
  const def = c.r.firm.def(driver.fact);
  const line = def && lineOf(c.r, goal, driver);
  if (!def || !line || sign(line.slope) === 0) return undefined;
  const step = stepOf(def);
  const by = lastThatHolds(line, goal.op, step);
  const away = sign(line.slope) > 0 === (goal.op === 'ge' || goal.op === 'gt') ? negate(step) : step;
  if (!holds && !allows(def, sign(by))) return undefined;
  const isTrue = (k: Rational): boolean | undefined => truthAfter(c, goal, driver, k);
  return isTrue(by) === true && isTrue(add(by, away)) === false ? by : undefined;
}

function truthAfter(c: Case, goal: Cmp, driver: Driver, by: Rational): boolean | undefined {
  if (sign(by) === 0) return c.r.truth(goal) === 'yes';
  const facts = changeBy(c.r, c.facts, c.year, driver, by);
  return facts && suppose(c.r, facts).truth(goal) === 'yes';
}

/** `a op b` as a line in the change k that is compared with 0. */
function lineOf(r: Reference, goal: Cmp, driver: Driver): Linear | undefined {
  if (goal.a.k === 'growth') {
    const b = r.number(goal.b);
    const g = b.root === 1 && driver.back === 0 ? growthLine(r, goal.a, b.lo) : undefined;
    return g && { at: subtract(g.line.at, g.bound), slope: g.line.slope };
  }
  const a = fractionIn(r, goal.a, driver);
  const b = fractionIn(r, goal.b, driver);
  const left = a && b && times(a.num, b.den);
  const right = a && b && times(b.num, a.den);
  return left && right && { at: subtract(left.at, right.at), slope: subtract(left.slope, right.slope) };
}

/** The change nearest to the losing side with which the comparison still holds, on the grid of the fact. */
function lastThatHolds(line: Linear, op: CmpOp, step: Rational): Rational {
  const edge = divide(divide(negate(line.at), line.slope), step);
  const above = sign(line.slope) > 0 === (op === 'ge' || op === 'gt');
  const isStrict = op === 'gt' || op === 'lt';
  const down = floorInt(edge);
  const isWhole = down * edge.d === edge.n;
  const k = above ? (isWhole && !isStrict ? down : down + 1n) : isWhole && isStrict ? down - 1n : down;
  return multiply(fromInt(k), step);
}

const allows = (def: FactDef, direction: number): boolean => {
  const dir = def.move?.dir ?? 'both';
  return dir === 'both' || (dir === 'up' && direction > 0) || (dir === 'down' && direction < 0);
};

/** Whether a gap counts as within reach (差一点): a tenth of the threshold, or one person or item. */
export function isNear(margin: Margin | undefined, threshold: Num): boolean {
  if (!margin) return false;
  const t = num(threshold);
  const size = sign(t) < 0 ? negate(t) : t;
  const by = num(margin.by);
  // Beside a threshold of 0 only the smallest change counts as near: a profit of exactly 0 where more than 0 is asked.
  if (sign(size) === 0 && sign(by) === 0) return margin.factBy !== undefined;
  if (compare(multiply(by, fromInt(10)), size) <= 0) return true;
  const isOne = (n: Num, unit: Unit | undefined): boolean =>
    (unit === 'people' || unit === 'count') &&
    compare(num(n), ratio(1n, 1n)) <= 0 &&
    compare(num(n), ratio(-1n, 1n)) >= 0;
  return isOne(margin.by, margin.unit) || (margin.factBy !== undefined && isOne(margin.factBy, margin.factUnit));
}
