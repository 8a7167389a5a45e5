import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { ParamNotInForce, paramValue } from '../evaluate/param.ts';
import { createReference, type Reference } from '../evaluate/reference.ts';
import { toRange } from '../evaluate/value.ts';
import { nodeAt } from '../explain/node-at.ts';
import { formatNum } from '../number/rational.ts';
import type { Band, Expr, PolicyDoc, Pred } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { decideTier, routeOutcome } from '../tiers/decide-tier.ts';
import { pickBest } from '../tiers/pick-best.ts';
import type { Target, Witness } from './finding.ts';

/** What a parameter or anything that needs it gives on a day without a value in force. */
export const NOT_IN_FORCE = 'not-in-force';

/** What the evaluator gives for a target and a firm, as text: yes/no/undetermined, an exact figure, an id or `none`. */
export function observeTarget(doc: PolicyDoc, dates: Dates, facts: Facts, target: Target): string {
  try {
    return target.kind === 'award'
      ? awardOf(doc, dates, facts, target.at)
      : read(createReference(doc, dates, facts), target);
  } catch (error) {
    if (error instanceof ParamNotInForce) return NOT_IN_FORCE;
    throw error;
  }
}

/** The same on a firm that is already open. */
export function read(r: Reference, { kind, at }: Target): string {
  switch (kind) {
    case 'truth':
      return r.truth(nodeAt(r.doc, at) as Pred);
    case 'value':
      return valueAt(r, nodeAt(r.doc, at) as Expr);
    case 'row':
      return String(rowOf(r, nodeAt(r.doc, at) as Expr));
    case 'tier': {
      const tier = r.doc.tiers.find((t) => t.id === at);
      return tier ? decideTier(r, tier).outcome : 'none';
    }
    case 'route':
      return routeOf(r, at);
    case 'best':
      return (
        pickBest(
          r.doc.tiers.map((t) => decideTier(r, t)),
          r.doc.pick,
        ).best ?? 'none'
      );
    case 'param':
      return formatNum(paramValue(r.doc, at, r.firm.asOfDay));
    case 'award':
      return 'none';
  }
}

function valueAt(r: Reference, e: Expr): string {
  const value = r.number(e);
  if (!value.some) return 'notApplicable';
  const { lo, hi } = toRange(value);
  return lo === hi && !value.na ? lo : `${lo}…${hi}`;
}

function rowOf(r: Reference, e: Expr): number {
  if (e.k === 'bandsBy') return r.bandRow(r.number(e.by), e.rows) ?? -2;
  const rows: readonly Band[] = 'rows' in e && e.k !== 'table' ? e.rows : [];
  return 'of' in e && !Array.isArray(e.of) ? (r.bandRow(r.number(e.of as Expr), rows) ?? -2) : -2;
}

function routeOf(r: Reference, at: string): string {
  const [tierId, routeId] = at.split('/');
  const route = r.doc.tiers.find((t) => t.id === tierId)?.routes.find((x) => x.id === routeId);
  return route ? routeOutcome(r, route) : 'none';
}

function awardOf(doc: PolicyDoc, dates: Dates, facts: Facts, id: string): string {
  const amount = evaluateReference(doc, dates, facts).awards.find((a) => a.award === id)?.amount;
  return amount === undefined ? 'none' : amount.lo === amount.hi ? amount.lo : `${amount.lo}…${amount.hi}`;
}

export const targetOf = (kind: Target['kind'], at: string): Target => ({ kind, at });

/** INVARIANT (every witness is re-evaluated): a witness is shown only if the evaluator gives again what it shows. */
export const holdsAgain = (doc: PolicyDoc, w: Witness): boolean =>
  w.shows.length > 0 &&
  w.shows.every((s) => {
    const firm = s.firm === 'one' ? w : w.other;
    return firm !== undefined && observeTarget(doc, firm.dates, firm.facts, s.target) === s.result;
  });
