import { type FactDef, type FactState, type Facts, type PolicyDoc, readFacts } from '@tidu/rules';

// A fact is checked once for each definition; states and definitions never change in place.
const checked = new WeakMap<FactState, WeakMap<FactDef, boolean>>();

function fits(doc: PolicyDoc, def: FactDef, state: FactState): boolean {
  const known = checked.get(state) ?? new WeakMap<FactDef, boolean>();
  checked.set(state, known);
  const had = known.get(def);
  if (had !== undefined) return had;
  const alone = { ...doc, facts: [def], tiers: [], awards: [], stacks: [], pools: [] };
  const ok = readFacts(alone, { [def.id]: state }).ok;
  known.set(def, ok);
  return ok;
}

/**
 * What a policy can use of a firm's facts. A draft of another year or a link may hold values that this version does not
 * know; those are left out here, never shown to the evaluator, and stay in the draft.
 */
export function factsFor(doc: PolicyDoc, judgements: readonly string[], facts: Facts): Facts {
  const own: [string, FactState][] = [];
  for (const def of doc.facts) {
    const state = facts[def.id];
    if (state && fits(doc, def, state)) own.push([def.id, state]);
  }
  for (const id of judgements) {
    const state = facts[id];
    if (state && (!('known' in state) || typeof state.known === 'boolean')) own.push([id, state]);
  }
  return Object.fromEntries(own);
}
