import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import type { FactDef, Id, PolicyDoc } from '../policy/document.ts';
import type { Dates, FactState, Facts } from '../policy/facts.ts';
import { pickVersion } from '../policy/pick-version.ts';
import type { Picked } from '../tiers/pick-best.ts';

/** What a policy gives a firm, as far as facts of other policies are taken from it. */
export type Judge = (doc: PolicyDoc, dates: Dates, facts: Facts) => Picked;

/**
 * Fills the facts that a policy takes from another policy's result (引用另一政策的结论), e.g. the firm's rung on the zone
 * ladder: the best tier where nothing above it is possible (`none` where no tier is reached), otherwise one of the tiers
 * still possible. A fact the caller gives wins. The other policy's version is the one in force on the same dates; where
 * there is none the fact stays as it is. A policy that refers back to one that is being worked out is not followed.
 * `evaluate` may be any target that agrees with the reference, for many firms at once.
 *
 * @example deriveFacts([ladder], pools, dates, { zoneTier: { known: 'gazelle' } }).zoneTier // { known: 'gazelle' }
 */
export function deriveFacts(
  docs: readonly PolicyDoc[],
  doc: PolicyDoc,
  dates: Dates,
  facts: Facts,
  evaluate: Judge = evaluateReference,
): Facts {
  return filled({ docs, dates, evaluate }, doc, facts, [doc.id]);
}

/** Of these facts only those that it fills. */
export const derivedFacts = (
  docs: readonly PolicyDoc[],
  doc: PolicyDoc,
  dates: Dates,
  facts: Facts,
  evaluate: Judge,
): Facts => fillings({ docs, dates, evaluate }, doc, facts, [doc.id]);

interface Deriving {
  readonly docs: readonly PolicyDoc[];
  readonly dates: Dates;
  readonly evaluate: Judge;
}

function filled(by: Deriving, doc: PolicyDoc, facts: Facts, above: readonly Id[]): Facts {
  const made = fillings(by, doc, facts, above);
  return made === NONE ? facts : { ...facts, ...made };
}

const NONE: Facts = {};

function fillings(by: Deriving, doc: PolicyDoc, facts: Facts, above: readonly Id[]): Facts {
  const open = doc.facts.filter((def) => def.derive !== undefined && facts[def.id] === undefined);
  if (open.length === 0) return NONE;
  const decisions = new Map<Id, Picked | undefined>();
  const made: Record<Id, FactState> = {};
  for (const def of open) {
    const from = def.derive?.policy ?? '';
    if (!decisions.has(from)) decisions.set(from, decisionOf(by, from, facts, above));
    const decision = decisions.get(from);
    if (decision) made[def.id] = stateFrom(def, decision);
  }
  return made;
}

function decisionOf(by: Deriving, policy: Id, facts: Facts, above: readonly Id[]): Picked | undefined {
  if (above.includes(policy)) return undefined;
  const picked = pickVersion(by.docs, policy, by.dates);
  if (!('facts' in picked)) return undefined;
  return by.evaluate(picked, by.dates, filled(by, picked, facts, [...above, policy]));
}

/** The tier as a word of the enum; a word the enum does not know leaves the fact open. */
function stateFrom(def: FactDef, decision: Picked): FactState {
  const words = [decision.best ?? 'none', ...decision.possible];
  const known = new Set(def.domain?.values?.map((v) => v.id) ?? words);
  if (!words.every((word) => known.has(word))) return { state: 'unknown' };
  const [only, ...more] = words;
  return more.length === 0 && only !== undefined ? { known: only } : { disputed: words };
}
