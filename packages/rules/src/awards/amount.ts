import type { Truth } from '../evaluate/decision.ts';
import type { Reference } from '../evaluate/reference.ts';
import {
  addVal,
  between,
  maxVal,
  minVal,
  mulVal,
  orZero,
  point,
  subVal,
  type Val,
  ZERO_VAL,
} from '../evaluate/value.ts';
import { compare, greatest, num, type Rational, sign, ZERO } from '../number/rational.ts';
import { floorToFen } from '../number/round.ts';
import type { Award, Cap } from '../policy/document.ts';

/** An award on its own, before stacking: what the rule gives and what caps leave of it. */
export interface Amount {
  readonly asked: Val;
  readonly amount: Val;
  readonly capped?: Cap['kind'];
}

const NOTHING: Amount = { asked: ZERO_VAL, amount: ZERO_VAL };

/** Money of one award for a firm for which its condition has the given outcome. */
export function amountOf(r: Reference, award: Award, outcome: Truth): Amount {
  if (outcome === 'no') return NOTHING;
  const full = eligibleAmount(r, award);
  if (outcome === 'yes') return full;
  return { asked: fromZero(full.asked), amount: fromZero(full.amount) };
}

const fromZero = (x: Val): Val => between(ZERO, greatest(x.hi, ZERO));

function eligibleAmount(r: Reference, award: Award): Amount {
  const asked = floored(positive(addVal(payOf(r, award), matchOf(r, award))));
  const raised = award.floorPay?.below === 'raise' ? ends(asked, raiseTo(num(award.floorPay.at))) : asked;
  const limits = (award.caps ?? []).map((cap) => ({ kind: cap.kind, limit: limitOf(r, cap) }));
  const within = floored(limits.reduce((x, l) => minVal(x, l.limit), raised));
  const amount = award.floorPay?.below === 'none' ? ends(within, dropUnder(num(award.floorPay.at))) : within;
  const cut = compare(raised.lo, raised.hi) === 0 ? limits.filter((l) => compare(l.limit.hi, raised.lo) < 0) : [];
  const [first, ...rest] = cut;
  const capped = first && rest.reduce((a, b) => (compare(b.limit.hi, a.limit.hi) < 0 ? b : a), first).kind;
  return { asked, amount, ...(capped ? { capped } : {}) };
}

const payOf = (r: Reference, a: Award): Val => (a.pay ? orZero(r.number(a.pay)) : ZERO_VAL);

function matchOf(r: Reference, a: Award): Val {
  if (!a.match) return ZERO_VAL;
  const full = mulVal(orZero(r.firm.number(a.match.upstream)), point(num(a.match.ratio)));
  return a.match.cap === undefined ? full : minVal(full, point(num(a.match.cap)));
}

/** What a cap leaves: its ceiling less what was already received under it, never below 0. */
function limitOf(r: Reference, cap: Cap): Val {
  const used = cap.used === undefined ? ZERO_VAL : orZero(r.firm.number(cap.used));
  return positive(subVal(orZero(r.number(cap.max)), used));
}

const ends = (x: Val, f: (a: Rational) => Rational): Val => between(f(x.lo), f(x.hi));
const positive = (x: Val): Val => maxVal(x, ZERO_VAL);
const floored = (x: Val): Val => ends(x, floorToFen);
const raiseTo = (at: Rational) => (x: Rational) => (sign(x) > 0 ? greatest(x, at) : x);
const dropUnder = (at: Rational) => (x: Rational) => (compare(x, at) < 0 ? ZERO : x);
