import {
  type Dates,
  type Decision,
  deriveFacts,
  type Evaluate,
  type Explanation,
  evaluateReference,
  explain,
  type Facts,
  type Id,
  type PolicyDoc,
  walkDoc,
} from '@tidu/rules';
import { outlineOf } from './outline.ts';
import { factsFor } from './sound-facts.ts';

/** One policy's result for the firm, with exactly the facts it was decided on. */
export interface PolicyResult {
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  readonly facts: Facts;
  readonly decision: Decision;
  /** Why, as far as the panel beside the form shows it. */
  readonly outline: Explanation;
}

export type EvaluateFirm = (facts: Facts) => readonly PolicyResult[];

/**
 * Decides a firm under every policy, again only where a fact that the policy reads has changed, and of that policy only
 * what reads it.
 */
export function createEvaluator(docs: readonly PolicyDoc[], dates: Dates): EvaluateFirm {
  const each = new Map<PolicyDoc, (facts: Facts) => PolicyResult>();
  // A tier taken from another policy is that policy's own result, unless that one takes its facts from elsewhere again.
  const evaluate: Evaluate = (doc, on, facts) =>
    (sourcesOf(docs, doc).length === 0 && each.get(doc)?.(facts).decision) || evaluateReference(doc, on, facts);
  for (const doc of docs) each.set(doc, remembering({ docs, dates, evaluate }, doc));
  return (facts) => [...each.values()].map((decide) => decide(facts));
}

interface Around {
  readonly docs: readonly PolicyDoc[];
  readonly dates: Dates;
  readonly evaluate: Evaluate;
}

function remembering({ docs, dates, evaluate }: Around, doc: PolicyDoc): (facts: Facts) => PolicyResult {
  const sources = [doc, ...sourcesOf(docs, doc)];
  const judgements = sources.map(judgementIds);
  const wants = outlineOf(docs, doc);
  let last: { readonly read: Facts; readonly result: PolicyResult } | undefined;
  return (all) => {
    const read = Object.assign({}, ...sources.map((source, i) => factsFor(source, judgements[i] ?? [], all))) as Facts;
    if (last && isSame(last.read, read)) return last.result;
    const facts = factsFor(doc, judgements[0] ?? [], deriveFacts(docs, doc, dates, read, evaluate));
    if (last && isSame(last.result.facts, facts)) {
      last = { read, result: last.result };
      return last.result;
    }
    const outline = explain(doc, dates, facts, { before: last?.result.outline, wants });
    last = { read, result: { doc, dates, facts, decision: outline.decision, outline } };
    return last.result;
  };
}

/** Policies that a policy takes a tier from, directly or through another. */
function sourcesOf(docs: readonly PolicyDoc[], doc: PolicyDoc): readonly PolicyDoc[] {
  const found = new Set<PolicyDoc>();
  const look = (from: PolicyDoc): void => {
    for (const { derive } of from.facts) {
      const source = derive && docs.find((each) => each.id === derive.policy);
      if (!source || source === doc || found.has(source)) continue;
      found.add(source);
      look(source);
    }
  };
  look(doc);
  return [...found];
}

export function judgementIds(doc: PolicyDoc): readonly Id[] {
  const ids = new Set<Id>();
  walkDoc(doc, (node) => {
    if (node.k === 'judgement' && node.id !== undefined) ids.add(node.id);
  });
  return [...ids];
}

// States never change in place, so the same object means the same answer; one made anew may say the same.
function isSame(a: Facts, b: Facts): boolean {
  const ids = Object.keys(a);
  return (
    ids.length === Object.keys(b).length &&
    ids.every((id) => a[id] === b[id] || JSON.stringify(a[id]) === JSON.stringify(b[id]))
  );
}
