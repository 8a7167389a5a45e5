import { awardsOf } from '../awards/decide-awards.ts';
import type { AwardResult, Decision, Range } from '../evaluate/decision.ts';
import { openFacts } from '../evaluate/open-facts.ts';
import { isKnown, orZero, toRange } from '../evaluate/value.ts';
import { compare, num } from '../number/rational.ts';
import type { Award, Cap, Pool, Stack } from '../policy/document.ts';
import { factsUsed } from '../policy/walk.ts';
import { alone, below, type Draft, draftOf, grow, type Place, tell, verdictOf } from './draft.ts';
import { explainRule } from './explain-rule.ts';
import { isFigure } from './explain-value.ts';
import type { Case } from './margin.ts';

/** Explains the money of one award (奖补): its condition, the amount, every ceiling, its parts. */
export function explainAward(c: Case, award: Award, result: AwardResult, decision: Decision, at: Place): Draft {
  const d = draftOf(c, at, { kind: 'award', node: award, facts: factsOfAward(award), needs: result.needs });
  d.verdict = verdictOf(c, result.outcome, result.needs, false);
  d.actual = result.amount;
  d.unit = 'CNY';
  d.assumed = result.assumed;
  const place = { ...at, cite: d.cite };
  tell(d, `award.${d.verdict}`, {
    ...(result.capped ? { capped: result.capped } : {}),
    ...(result.stackedOut === undefined ? {} : { stackedOut: result.stackedOut }),
  });
  grow(c, d, () => [
    ...alone(conditionNode(c, award, decision, place)),
    ...(result.outcome === 'no' ? [] : moneyNodes(c, award, result, place)),
  ]);
  return d;
}

const factsOfAward = (a: Award): readonly string[] => [
  ...new Set([
    ...(typeof a.for === 'string' ? [] : factsUsed(a.for)),
    ...(a.pay ? factsUsed(a.pay) : []),
    ...(a.match ? [a.match.upstream] : []),
    ...(a.caps ?? []).flatMap((cap) => [...factsUsed(cap.max), ...(cap.used === undefined ? [] : [cap.used])]),
  ]),
];

function conditionNode(c: Case, award: Award, decision: Decision, at: Place): Draft {
  if (typeof award.for !== 'string') return explainRule(c, award.for, below(at, 'for'));
  const tier = c.doc.tiers.find((t) => t.id === award.for);
  const result = decision.tiers.find((t) => t.tier === award.for);
  const needs = result?.outcome === 'undetermined' ? result.needs : [];
  const d = draftOf(c, below(at, 'for'), {
    kind: 'holds',
    ...(tier?.label ? { node: { label: tier.label } } : {}),
    needs,
  });
  d.verdict = verdictOf(c, result?.outcome ?? 'no', needs, false);
  tell(d, `holds.${d.verdict}`, { tier: award.for });
  return d;
}

function moneyNodes(c: Case, award: Award, result: AwardResult, at: Place): readonly Draft[] {
  const pay = award.pay && !isFigure(award.pay) ? [explainRule(c, award.pay, below(at, 'pay'))] : [];
  const match = award.match ? [matchNode(c, award.match, below(at, 'match'))] : [];
  const caps = (award.caps ?? []).map((cap, i) => capNode(c, cap, result, below(at, `caps.${i}`)));
  const tranches = (award.tranches ?? []).map((part, i): Draft => {
    const place = below(at, `tranches.${i}`);
    const paid = result.tranches?.[i];
    const d = moneyNode(c, 'tranche', place, paid?.amount ?? result.amount, {
      ...(part.label ? { label: part.label } : {}),
    });
    d.facts = factsUsed(part.when);
    d.needs = openFacts(c.r, part.when);
    d.verdict = verdictOf(c, c.r.truth(part.when), d.needs, false);
    tell(d, `tranche.${d.verdict}`, { n: String(i + 1), pct: part.pct });
    const inside = below(place, 'when', d.cite);
    grow(c, d, () => alone(explainRule(c, part.when, inside)));
    return d;
  });
  const shares = Object.entries(result.shares ?? {}).map(([payer, amount]): Draft => {
    const d = moneyNode(c, 'share', below(at, `share.${payer}`), amount);
    tell(d, 'share', { payer });
    return d;
  });
  const floor = award.floorPay ? [floorNode(c, award.floorPay, result, below(at, 'floorPay'))] : [];
  return [...pay, ...match, ...caps, ...floor, ...shares, ...tranches];
}

function moneyNode(c: Case, kind: string, at: Place, actual: Range, node: object = {}): Draft {
  const d = draftOf(c, at, { kind, node });
  d.actual = actual;
  d.unit = 'CNY';
  return d;
}

function matchNode(c: Case, match: NonNullable<Award['match']>, at: Place): Draft {
  const upstream = c.r.firm.number(match.upstream);
  const d = moneyNode(c, 'match', at, toRange(orZero(upstream)));
  d.facts = [match.upstream];
  d.needs = isKnown(upstream) ? [] : [match.upstream];
  if (d.needs.length > 0) d.verdict = 'undetermined';
  return d;
}

/** A ceiling: what was asked against it; `no` where it cut the amount. */
function capNode(c: Case, cap: Cap, result: AwardResult, at: Place): Draft {
  const limit = toRange(orZero(c.r.number(cap.max)));
  const d = moneyNode(c, 'cap', at, result.asked, { ...(cap.cite ? { cite: cap.cite } : {}) });
  d.threshold = limit;
  d.op = 'le';
  d.facts = [...factsUsed(cap.max), ...(cap.used === undefined ? [] : [cap.used])];
  d.needs = [
    ...openFacts(c.r, cap.max),
    ...(cap.used === undefined || isKnown(c.r.firm.number(cap.used)) ? [] : [cap.used]),
  ];
  const cuts = result.capped === cap.kind;
  d.verdict = cuts ? 'no' : d.needs.length > 0 || result.asked.lo !== result.asked.hi ? 'undetermined' : 'yes';
  const inside = below(at, 'max', d.cite);
  tell(d, `cap.${d.verdict}`);
  if (!isFigure(cap.max)) grow(c, d, () => [explainRule(c, cap.max, inside)]);
  return d;
}

function floorNode(c: Case, floor: NonNullable<Award['floorPay']>, result: AwardResult, at: Place): Draft {
  const d = moneyNode(c, 'floorPay', at, result.asked);
  d.threshold = { lo: floor.at, hi: floor.at };
  d.op = 'ge';
  const { lo, hi } = result.asked;
  d.verdict =
    compare(num(lo), num(floor.at)) >= 0 ? 'yes' : compare(num(hi), num(floor.at)) < 0 ? 'no' : 'undetermined';
  tell(d, `floorPay.${d.verdict}`);
  return d;
}

/** How awards go together (叠加规则): which of them is paid. */
export function explainStack(c: Case, stack: Stack, decision: Decision, at: Place): Draft {
  const d = draftOf(c, at, {
    kind: 'stack',
    node: stack,
    facts: stack.paidBefore === undefined ? [] : [stack.paidBefore],
  });
  const place = { ...at, cite: d.cite };
  d.kids = stack.awards.flatMap((id, i): Draft[] => {
    const result = decision.awards.find((a) => a.award === id);
    if (!result) return [];
    const label = c.doc.awards.find((a) => a.id === id)?.label;
    const kid = moneyNode(c, 'stacked', below(place, `awards.${i}`), result.amount, { ...(label ? { label } : {}) });
    kid.needs = result.needs;
    kid.verdict = verdictOf(c, result.stackedOut !== undefined ? 'no' : result.outcome, result.needs, false);
    tell(kid, `stacked.${kid.verdict}`, {
      award: id,
      ...(result.stackedOut === undefined ? {} : { stackedOut: result.stackedOut }),
    });
    return [kid];
  });
  return d;
}

/** What a firm may claim from a pool (资金池). */
export function explainPool(c: Case, pool: Pool, decision: Decision, at: Place): Draft {
  const claim = decision.pools.find((p) => p.pool === pool.id)?.claim ?? { lo: '0', hi: '0' };
  const d = moneyNode(c, 'pool', at, claim, pool);
  d.threshold = { lo: pool.budget, hi: pool.budget };
  const ids = awardsOf(pool);
  const of = decision.awards.filter((a) => ids.includes(a.award));
  d.needs = [...new Set(of.flatMap((a) => a.needs))];
  return d;
}
