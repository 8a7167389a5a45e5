import { decide } from '../evaluate/evaluate-reference.ts';
import { createReference } from '../evaluate/reference.ts';
import { baseYear } from '../policy/dates-of.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { below, type Draft, draftOf, type Place, tell } from './draft.ts';
import { explainAward, explainPool, explainStack } from './explain-award.ts';
import { explainTier } from './explain-tier.ts';
import type { Explanation } from './explanation.ts';
import type { Case } from './margin.ts';

/**
 * Decides a firm and says why (理由树): every gate, veto, route, score line, award and pool with what was found, what is
 * asked, how far it is and where it is written. The decision is the same as `evaluateReference` gives. Throws
 * `ParamNotInForce` where a parameter has no value on the day.
 *
 * @example explain(doc, dates, facts).tree.kids[0]?.verdict // 'yes'
 */
export function explain(doc: PolicyDoc, dates: Dates, facts: Facts): Explanation {
  const r = createReference(doc, dates, facts);
  const decision = decide(r);
  const c: Case = { r, doc, dates, facts, year: baseYear(dates) };
  const root: Place = { path: '', cite: doc.cite ?? [], flipped: false };
  const d = draftOf(c, root, { kind: 'policy', node: doc });
  const kids: Draft[] = [];
  doc.tiers.forEach((tier, i) => {
    const result = decision.tiers[i];
    if (result) kids.push(explainTier(c, tier, result.outcome, result.needs, below(root, `tiers.${i}`)));
  });
  doc.awards.forEach((award, i) => {
    const result = decision.awards[i];
    if (result) kids.push(explainAward(c, award, result, decision, below(root, `awards.${i}`)));
  });
  doc.stacks.forEach((stack, i) => kids.push(explainStack(c, stack, decision, below(root, `stacks.${i}`))));
  doc.pools.forEach((pool, i) => kids.push(explainPool(c, pool, decision, below(root, `pools.${i}`))));
  d.kids = kids;
  d.needs = [...new Set(kids.flatMap((kid) => kid.needs))];
  d.facts = [...new Set(kids.flatMap((kid) => kid.facts))];
  d.assumed = [...new Set(kids.flatMap((kid) => kid.assumed))];
  const at = decision.best ?? '';
  tell(d, decision.best !== undefined ? 'policy.best' : decision.possible.length > 0 ? 'policy.open' : 'policy.none', {
    best: at,
    possible: decision.possible.join(','),
  });
  return { decision, tree: d };
}
