import { type Decision, type Explanation, explain, type Facts } from '@tidu/rules';
import { createFirmReader, type ReadFirm } from '../../evaluations/read-firm.ts';
import type { KnownFacts } from './case-facts.ts';
import type { CaseRules } from './case-rules.ts';
import type { DraftContent } from './contract.ts';

export type CaseOutcome = 'yes' | 'no' | 'undetermined';

/** A draft decided by its rules, or what is wrong with its facts. */
export type Assessed =
  | {
      readonly ok: true;
      readonly firm: Extract<ReadFirm, { ok: true }>;
      readonly explanation: Explanation;
      readonly outcome: CaseOutcome;
    }
  | { readonly ok: false; readonly firm: Extract<ReadFirm, { ok: false }> };

/** Decides what a draft claims, on the facts that count in it. Pure, and slow: never inside a transaction. */
export function assess(rules: CaseRules, { facts }: KnownFacts, { awards }: Pick<DraftContent, 'awards'>): Assessed {
  const firm = createFirmReader(rules.picked, rules.dates)(bare(facts));
  if (!firm.ok) return { ok: false, firm };
  const explanation = explain(rules.picked.version.doc, rules.dates, firm.facts);
  return { ok: true, firm, explanation, outcome: outcomeOf(rules, explanation.decision, awards) };
}

// Where a figure comes from and since when stands beside the facts; it decides nothing.
const bare = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([id, state]) => [id, state && 'known' in state ? { known: state.known } : state]),
  );

/** One of the tiers or awards asked for holds; or may still hold; or none of them can. */
function outcomeOf({ scheme }: CaseRules, decision: Decision, awards: readonly string[]): CaseOutcome {
  const { tiers, awards: offered } = scheme.document;
  const chosen = awards.length > 0 ? awards : offered;
  const outcomes = [
    ...decision.tiers.filter(({ tier }) => tiers.includes(tier)).map(({ outcome }) => outcome),
    ...decision.awards
      .filter(({ award }) => chosen.includes(award))
      .map(({ outcome, amount }) => (outcome === 'yes' && amount.hi === '0' ? 'no' : outcome)),
  ];
  if (outcomes.includes('yes')) return 'yes';
  return outcomes.includes('undetermined') ? 'undetermined' : 'no';
}
