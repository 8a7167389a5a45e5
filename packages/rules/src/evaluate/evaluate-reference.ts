import { decideAwards } from '../awards/decide-awards.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { decideTier } from '../tiers/decide-tier.ts';
import { pickBest } from '../tiers/pick-best.ts';
import type { Decision } from './decision.ts';
import { createReference, type Reference } from './reference.ts';

/**
 * The result for one firm by the meaning itself: slow, exact, and what every other evaluator is tested against.
 *
 * @example evaluateReference(doc, dates, facts).best // 'tech-sme'
 */
export const evaluateReference = (doc: PolicyDoc, dates: Dates, facts: Facts): Decision =>
  decide(createReference(doc, dates, facts));

/** Tiers, best rung, awards and pools of a firm already opened. */
export function decide(r: Reference): Decision {
  const tiers = r.doc.tiers.map((t) => decideTier(r, t));
  return { tiers, ...pickBest(tiers, r.doc.pick), ...decideAwards(r, tiers) };
}
