import { splitExactly } from '../awards/split.ts';
import { formatNum, num, type Rational, ratio } from '../number/rational.ts';
import type { Award, Id, PolicyDoc, Tier } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { factsOfTier, factsUsed } from '../policy/walk.ts';
import { isTainted } from '../tiers/decide-tier.ts';
import { pickBest } from '../tiers/pick-best.ts';
import type { AwardResult, Decision, Range, RouteResult, TierResult, Truth } from './decision.ts';
import type { AwardPlan, Lowered } from './lower/ir.ts';
import { point, toRange } from './value.ts';

/** Writes the full decision of a firm whose results are settled; equal to the reference's in every field. */
export function decisionWriter(doc: PolicyDoc, lowered: Lowered): (results: Float64Array, facts: Facts) => Decision {
  const { layout } = lowered;
  const tiers = doc.tiers.map((tier, i) => tierWriter(doc, lowered, tier, i));
  const awards = doc.awards.map((award, i) => awardWriter(doc, lowered, award, i));
  return (results, facts) => {
    const judged = tiers.map((write) => write(results, facts));
    return {
      tiers: judged,
      ...pickBest(judged, doc.pick),
      awards: awards.map((write) => write(results, facts)),
      pools: doc.pools.map((pool, i) => ({
        pool: pool.id,
        budget: pool.budget,
        claim: money(results[layout.claims + i]),
      })),
      total: money(results[lowered.total]),
    };
  };
}

type Writer<T> = (results: Float64Array, facts: Facts) => T;

const settled = (x: Rational): Range => {
  const text = formatNum(x);
  return { lo: text, hi: text };
};
const exactFen = (fen: number | undefined): Rational => ratio(BigInt(fen ?? 0), 100n);
const money = (fen: number | undefined): Range => settled(exactFen(fen));
const truthOf = (code: number | undefined): Truth => (code === 1 ? 'yes' : 'no');

/** Which of the facts are assumed: only those with an assumption can be, where the firm gives none. */
function assumedOf(doc: PolicyDoc, used: readonly Id[]): (facts: Facts) => readonly Id[] {
  const defs = new Map(doc.facts.map((d) => [d.id, d]));
  const may = [...new Set(used)].filter((id) => typeof defs.get(id)?.ifMissing === 'object');
  return (facts) => may.filter((id) => facts[id] === undefined);
}

function tierWriter(doc: PolicyDoc, { layout, tiers }: Lowered, tier: Tier, i: number): Writer<TierResult> {
  const assumed = assumedOf(doc, factsOfTier(tier));
  const tainted = isTainted(doc, [tier.id, ...[...tier.gates, ...tier.vetoes, ...tier.routes].map((x) => x.id)]);
  const before = doc.tiers.slice(0, i).flatMap((t) => t.routes.filter((r) => r.k === 'scored')).length;
  const outcomeAt = tiers[i]?.routes ?? [];
  const routesOf = (results: Float64Array): readonly RouteResult[] => {
    let scored = before;
    return tier.routes.map((route, r) => {
      const outcome = truthOf(results[outcomeAt[r] ?? 0]);
      if (route.k !== 'scored') return { route: route.id, outcome };
      const [n, d] = [results[layout.points + scored], results[layout.scales + scored]];
      scored++;
      return { route: route.id, outcome, points: settled(ratio(BigInt(n ?? 0), BigInt(d ?? 1))) };
    });
  };
  return (results, facts) => {
    const outcome = truthOf(results[layout.tiers + i]);
    const routes = routesOf(results);
    const held = outcome === 'yes' ? routes.find((x) => x.outcome === 'yes')?.route : undefined;
    return {
      tier: tier.id,
      outcome,
      ...(held === undefined ? {} : { route: held }),
      routes,
      needs: [],
      assumed: assumed(facts),
      tainted,
    };
  };
}

/** Every fact an award or the tier it is for depends on, in the order the reference names them. */
function factsOfAward(doc: PolicyDoc, award: Award): readonly Id[] {
  const tier = doc.tiers.find((t) => t.id === award.for);
  const nodes = [
    ...(typeof award.for === 'string' ? [] : [award.for]),
    ...(award.pay ? [award.pay] : []),
    ...(award.caps ?? []).map((c) => c.max),
  ];
  const named = [...(award.match ? [award.match.upstream] : []), ...(award.caps ?? []).flatMap((c) => c.used ?? [])];
  return [...(tier ? factsOfTier(tier) : []), ...nodes.flatMap((n) => factsUsed(n)), ...named];
}

function awardWriter(doc: PolicyDoc, { layout, awards }: Lowered, award: Award, i: number): Writer<AwardResult> {
  const plan = awards[i] as AwardPlan;
  const assumed = assumedOf(doc, factsOfAward(doc, award));
  return (results, facts) => {
    const outcome = truthOf(results[plan.outcome]);
    const fen = results[layout.awards + i];
    const capped = award.caps?.[results[plan.capped] as number]?.kind;
    const stackedOut = doc.awards[results[plan.stackedOut] as number]?.id;
    return {
      award: award.id,
      outcome,
      amount: money(fen),
      asked: money(results[plan.asked]),
      ...(capped ? { capped } : {}),
      ...(stackedOut === undefined ? {} : { stackedOut }),
      ...(outcome === 'yes' ? partsOf(award, plan, exactFen(fen), results) : {}),
      needs: [],
      assumed: assumed(facts),
    };
  };
}

function partsOf(
  award: Award,
  plan: AwardPlan,
  amount: Rational,
  results: Float64Array,
): Pick<AwardResult, 'tranches' | 'shares'> {
  const tranches =
    award.tranches &&
    partsBy(
      amount,
      award.tranches.map((t) => t.pct),
    );
  const shares = award.share && partsBy(amount, Object.values(award.share));
  const payers = Object.keys(award.share ?? {});
  return {
    ...(tranches
      ? { tranches: tranches.map((part, i) => ({ amount: part, outcome: truthOf(results[plan.tranches[i] ?? 0]) })) }
      : {}),
    ...(shares ? { shares: Object.fromEntries(payers.map((payer, i) => [payer, shares[i] as Range])) } : {}),
  };
}

const partsBy = (amount: Rational, ratios: readonly string[]): readonly Range[] =>
  splitExactly(point(amount), ratios.map(num)).map(toRange);
