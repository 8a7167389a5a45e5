import { type Diagnostic, type Facts, type PolicyDoc, readFacts } from '@tidu/rules';

type Given = Readonly<Record<string, unknown>>;
export type ReadForAll = { readonly facts: Facts } | { readonly errors: readonly Diagnostic[] };

/** Reads each fact by the last policy that defines it; what none of them defines is left out. */
export function readForAll(given: Given, docs: readonly PolicyDoc[]): ReadForAll {
  let facts: Facts = {};
  let left = given;
  for (const doc of docs.toReversed()) {
    const own = definedIn(left, [doc]);
    left = Object.fromEntries(Object.entries(left).filter(([id]) => !(id in own)));
    const read = readFacts(doc, own);
    if (!read.ok) return read;
    facts = { ...read.facts, ...facts };
  }
  return { facts };
}

/** Only the facts that some of the policies ask for. */
export function definedIn(given: Given, docs: readonly PolicyDoc[]): Given {
  const defined = new Set(docs.flatMap((doc) => doc.facts.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(given).filter(([id]) => defined.has(id)));
}
