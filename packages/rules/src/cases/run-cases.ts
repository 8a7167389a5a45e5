import type { Decision, Range, Truth } from '../evaluate/decision.ts';
import { compare, num, sign } from '../number/rational.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { readFacts } from '../policy/read-facts.ts';
import type { Evaluate } from '../receipt/replay.ts';
import { checkExpectation } from './check-expectation.ts';
import type { CaseResult, CasesRun, Hits, PolicyCase } from './policy-case.ts';

/**
 * Runs the worked cases (算例) of a policy version with an evaluator. A case whose facts cannot be read fails with the
 * reasons; an error thrown by the evaluator is a bug and is passed on.
 *
 * @example runCases(doc, cases, evaluateReference).results.every((result) => result.ok) // true
 */
export function runCases(doc: PolicyDoc, cases: readonly PolicyCase[], evaluate: Evaluate): CasesRun {
  const runs = cases.map((one) => runCase(doc, one, evaluate));
  const decisions = runs.flatMap((run) => (run.decision ? [run.decision] : []));
  return { results: runs.map((run) => run.result), coverage: coverageOf(doc, decisions) };
}

interface Run {
  readonly result: CaseResult;
  readonly decision?: Decision;
}

function runCase(doc: PolicyDoc, one: PolicyCase, evaluate: Evaluate): Run {
  const read = readFacts(doc, one.facts, one.dates);
  if (!read.ok) {
    const problems = read.errors.map((e) => `${e.path}: ${e.code} ${JSON.stringify(e.msg.args)}`);
    return { result: { name: one.name, ok: false, problems } };
  }
  const facts: Facts = read.facts;
  const decision = evaluate(doc, one.dates, facts);
  const problems = checkExpectation(doc, one, facts, decision);
  return { result: { name: one.name, ok: problems.length === 0, problems }, decision };
}

function coverageOf(doc: PolicyDoc, decisions: readonly Decision[]): CasesRun['coverage'] {
  const counts: Record<string, Record<Truth, number>> = {};
  const start = (path: string): void => {
    counts[path] = { yes: 0, no: 0, undetermined: 0 };
  };
  const hit = (path: string, truth: Truth): void => {
    const at = counts[path];
    if (at) at[truth] += 1;
  };
  doc.tiers.forEach((tier, t) => {
    start(`tiers.${t}`);
    tier.routes.forEach((_, i) => {
      start(`tiers.${t}.routes.${i}`);
    });
  });
  doc.awards.forEach((_, a) => {
    start(`awards.${a}`);
  });
  for (const decision of decisions) {
    decision.tiers.forEach((tier, t) => {
      hit(`tiers.${t}`, tier.outcome);
      tier.routes.forEach((route, i) => {
        hit(`tiers.${t}.routes.${i}`, route.outcome);
      });
    });
    decision.awards.forEach((award, a) => {
      hit(`awards.${a}`, paidOutcome(award.amount));
    });
  }
  return counts;
}

function paidOutcome(amount: Range): Truth {
  if (compare(num(amount.lo), num(amount.hi)) === 0) return sign(num(amount.lo)) > 0 ? 'yes' : 'no';
  return 'undetermined';
}

/** Paths that no case decides with yes, or none with no: the cases leave them untested. */
export const uncovered = (coverage: Readonly<Record<string, Hits>>): readonly string[] =>
  Object.entries(coverage)
    .filter(([, hits]) => hits.yes === 0 || hits.no === 0)
    .map(([path]) => path);
