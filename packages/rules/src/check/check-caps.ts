import { awardsOf } from '../awards/decide-awards.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import {
  compare,
  divide,
  formatNum,
  fromInt,
  greatest,
  multiply,
  num,
  type Rational,
  sign,
} from '../number/rational.ts';
import type { Award, Expr, Pool } from '../policy/document.ts';
import { amountOf, awardGoals, eligible } from './check-awards.ts';
import { type Check, type Checked, type Claim, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import { nothingKnown } from './firm-values.ts';
import { from } from './interval.ts';
import { findFirm } from './solve.ts';
import { targetOf } from './witness.ts';

/** Caps below the least payment or at nothing, caps that never cut, awards one of which empties its pool. */
export const checkCaps: Check = (c) => {
  if (c.doc.awards.length === 0) return [];
  const most = mostOf(c);
  return c.doc.awards.flatMap((award, i) => [...caps(c, award, i, most), ...abovePool(c, award, i, most)]);
};

/** The most each award can ask and pay, as the evaluator says while nothing is known. */
export interface Most {
  readonly asked: Rational;
  readonly amount: Rational;
}
export function mostOf(c: Checked): ReadonlyMap<string, Most> {
  const had = known.get(c);
  if (had) return had;
  const open = evaluateReference(c.doc, c.dates, nothingKnown(c.doc)).awards;
  const made = new Map(open.map((a) => [a.award, { asked: num(a.asked.hi), amount: num(a.amount.hi) }]));
  known.set(c, made);
  return made;
}
const known = new WeakMap<Checked, ReadonlyMap<string, Most>>();

function caps(c: Checked, award: Award, i: number, most: ReadonlyMap<string, Most>): readonly Finding[] {
  return (award.caps ?? []).flatMap((cap, j): readonly Finding[] => {
    const path = `awards.${i}.caps.${j}.max`;
    const { lo, hi } = c.quantities.open.number(cap.max);
    const args = { award: award.id, cap: formatNum(hi), at: award.floorPay?.at ?? '', unit: 'CNY' };
    if (sign(hi) <= 0) return nothingPaid(c, award, 'cap-zero', path, args);
    if (award.floorPay && compare(hi, num(award.floorPay.at)) < 0)
      return nothingPaid(c, award, 'cap-below-minimum', path, args);
    const asked = most.get(award.id)?.asked;
    const raised = asked && award.floorPay ? greatest(asked, num(award.floorPay.at)) : asked;
    if (!raised || raised.d === 0n || cap.used !== undefined || compare(raised, lo) > 0) return [];
    const never = { ...args, cap: formatNum(lo), most: formatNum(raised) };
    return [
      finding('hint', 'cap-never-binds', path, never, {
        node: award.id,
        fix: fix('lower-cap', never, [{ op: 'remove', path: `awards.${i}.caps.${j}` }]),
      }),
    ];
  });
}

/** An eligible firm that asks for money and gets none, or less than the least payment. */
function nothingPaid(
  c: Checked,
  award: Award,
  code: 'cap-zero' | 'cap-below-minimum',
  path: string,
  args: Readonly<Record<string, string>>,
): readonly Finding[] {
  const at = num(award.floorPay?.at ?? '0');
  const facts = richest(c, award, at);
  const isLess = (r: string): boolean => compare(num(r), at) < 0 || sign(num(r)) === 0;
  const witness = facts && witnessOf(c, { facts }, [{ target: targetOf('award', award.id), is: isLess }]);
  const more = { node: award.id, ...(witness ? { witness } : {}), fix: fix('raise-cap', args) };
  return [finding(award.floorPay?.below === 'raise' ? 'warn' : 'error', code, path, args, more)];
}

/** An eligible firm that asks for at least so much. */
function richest(c: Checked, award: Award, at: Rational) {
  const source: Expr | undefined = award.pay ?? (award.match && { k: 'fact', fact: award.match.upstream });
  if (!source) return undefined;
  const share = award.pay ? fromInt(1) : num(award.match?.ratio ?? '1');
  if (sign(share) <= 0) return undefined;
  const enough = divide(greatest(at, fromInt(1)), share);
  return eligible(c, award, c.quantities.of(source), [from(enough)]) ?? anyEligible(c, award);
}

/** A firm that may claim an award, whatever it comes to. */
export const anyEligible = (c: Checked, award: Award) => {
  for (const goals of awardGoals(c, award)) {
    const facts = findFirm(c, goals);
    if (facts) return facts;
  }
  return undefined;
};

/** One firm asks for more than the whole pool holds. */
function abovePool(c: Checked, award: Award, i: number, most: ReadonlyMap<string, Most>): readonly Finding[] {
  const pool = c.doc.pools.find((p) => awardsOf(p).includes(award.id));
  const home = pool && innermost(pool, award.id);
  const highest = most.get(award.id)?.amount;
  if (!home || !highest || compare(highest, num(home.budget)) <= 0) return [];
  const budget = num(home.budget);
  const facts = richest(c, award, multiply(budget, { n: 11n, d: 10n })) ?? richest(c, award, budget);
  const claim: Claim = { target: targetOf('award', award.id), is: (r) => compare(num(r), budget) > 0 };
  const amount = facts && amountOf(c, award.id, facts);
  const witness = amount && witnessOf(c, { facts }, [claim]);
  if (!witness) return [];
  const args = { award: award.id, pool: home.id, budget: home.budget, amount: formatNum(amount), unit: 'CNY' };
  const cap = [{ kind: 'item', max: { k: 'lit', value: home.budget, unit: 'CNY' } }, ...(award.caps ?? [])];
  const op = award.caps ? 'replace' : 'add';
  return [
    finding('warn', 'award-above-pool', `awards.${i}`, args, {
      node: award.id,
      witness,
      fix: fix('cap-at-pool', args, [{ op, path: `awards.${i}.caps`, value: cap }]),
    }),
  ];
}

/** The pool or sub-pool that lists an award itself. */
function innermost(pool: Pool, award: string): Pool {
  const sub = (pool.sub ?? []).find((p) => awardsOf(p).includes(award));
  return sub ? innermost(sub, award) : pool;
}
