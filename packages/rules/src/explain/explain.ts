import type { Decision } from '../evaluate/decision.ts';
import { decide } from '../evaluate/evaluate-reference.ts';
import { Memo } from '../evaluate/memo.ts';
import { createReference, isNear, type Reference } from '../evaluate/reference.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { below, type Draft, draftOf, type Place, tell } from './draft.ts';
import { explainAward, explainPool, explainStack } from './explain-award.ts';
import { explainTier } from './explain-tier.ts';
import type { ExplainNode, Explanation } from './explanation.ts';
import type { Case } from './margin.ts';
import { factsOfPart, type Part } from './part.ts';

export interface ExplainOptions {
  /** A result of the same policy on the same days: only what reads a fact that differs is decided anew. */
  readonly before?: Explanation | undefined;
  /** Whether to explain what is below a node, by what the node says; without kids otherwise. Everything is, without it. */
  readonly wants?: ((node: ExplainNode) => boolean) | undefined;
}

/**
 * Decides a firm and says why (理由树): every gate, veto, route, score line, award and pool with what was found, what is
 * asked, how far it is and where it is written. The decision is the same as `evaluateReference` gives. Throws
 * `ParamNotInForce` where a parameter has no value on the day. Options change what it costs, never what a node says.
 *
 * @example explain(doc, dates, facts).tree.kids[0]?.verdict // 'yes'
 */
export function explain(doc: PolicyDoc, dates: Dates, facts: Facts, options: ExplainOptions = {}): Explanation {
  const { wants } = options;
  const before = options.before && opened.get(options.before);
  const r = createReference(doc, dates, facts, before?.r);
  const decision = decide(r);
  const isAlike = before !== undefined && before.wants === wants && isNear(before.r, doc, dates);
  const nodes = new Memo(factsOfPart, facts, isAlike ? before.nodes : undefined);
  let tree: ExplainNode | undefined;
  const explanation: Explanation = {
    decision,
    // Made when it is first read: of many policies only the decision is.
    get tree() {
      tree ??= treeOf({ r, doc, dates, facts, year: r.firm.year, wants, nodes }, decision);
      return tree;
    },
  };
  opened.set(explanation, { r, wants, nodes });
  return explanation;
}

/** How an explanation was made. */
interface Opened {
  readonly r: Reference;
  readonly wants: ExplainOptions['wants'];
  readonly nodes: Memo<Part, ExplainNode>;
}

const opened = new WeakMap<Explanation, Opened>();

/** The firm an explanation was made for, opened; undefined for a copy of one. */
export const openedFor = (explanation: Explanation): Reference | undefined => opened.get(explanation)?.r;

function treeOf(c: Case, decision: Decision): ExplainNode {
  const { doc } = c;
  const root: Place = { path: '', cite: doc.cite ?? [], flipped: false };
  const d = draftOf(c, root, { kind: 'policy', node: doc });
  const kids: Draft[] = [];
  doc.tiers.forEach((tier, i) => {
    const result = decision.tiers[i];
    if (result) kids.push(explainTier(c, tier, result, below(root, `tiers.${i}`)));
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
  return d;
}
