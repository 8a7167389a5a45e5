import { baseYear } from '@tidu/rules';
import type { Reader } from '../db/open-database.ts';
import type { StoredVersion } from '../policies/queries.ts';
import { type Assessed, assess, type CaseOutcome } from './drafts/assess-draft.ts';
import type { KnownFacts } from './drafts/case-facts.ts';
import { type CaseRules, rulesOfSubmission, rulesUnder } from './drafts/case-rules.ts';
import type { DraftContent } from './drafts/contract.ts';
import { factsIn, openDraft } from './drafts/open-draft.ts';
import type { ApplicationRow, SubmissionRow } from './queries.ts';

/** A case decided under one version, never inside a transaction. */
export interface Weighed {
  readonly rules: CaseRules;
  readonly assessed: Assessed;
}
export interface BothWays {
  readonly before: Weighed;
  readonly after: Weighed;
}

/** What a draft comes to under its version and under another one on the day. */
export async function weighDraft(
  db: Reader,
  row: ApplicationRow,
  version: StoredVersion,
  now: Date,
): Promise<BothWays> {
  const draft = await openDraft(db, row, now);
  const rules = rulesUnder(draft.rules, version, draft.rules.dates);
  const known = factsIn(draft);
  return { before: weigh(draft.rules, known, draft.content), after: weigh(rules, known, draft.content) };
}

/**
 * What a case comes to on the facts it was submitted with, under its version and under another one on the day it took
 * effect; the figures stay those of the years they were given for.
 */
export async function weighCase(
  db: Reader,
  { application, submission }: { readonly application: ApplicationRow; readonly submission: SubmissionRow },
  version: StoredVersion,
): Promise<BothWays> {
  const before = await rulesOfSubmission(db, application, submission);
  const on = version.doc.inForce.from;
  const dates = { filing: on, decision: on, fiscalYearEnd: `${baseYear(before.dates)}-12-31` };
  const known = { facts: JSON.parse(submission.facts) as KnownFacts['facts'], sources: {} };
  const content = JSON.parse(submission.content) as Pick<DraftContent, 'awards'>;
  return {
    before: weigh(before, known, content),
    after: weigh(rulesUnder(before, version, dates), known, content),
  };
}

/** Facts a version does not ask for are left out of it, as they are when a firm fills in a form. */
function weigh(rules: CaseRules, { facts, sources }: KnownFacts, content: Pick<DraftContent, 'awards'>): Weighed {
  const asked = new Set([...rules.asked, ...rules.picked.version.doc.facts].map(({ id }) => id));
  const own = Object.fromEntries(Object.entries(facts).filter(([id]) => asked.has(id)));
  return { rules, assessed: assess(rules, { facts: own, sources }, content) };
}

const RANK: readonly CaseOutcome[] = ['no', 'undetermined', 'yes'];

/** Whether another version is at least as good for the firm (从优): what it asks for first, then the money. */
export function isNoWorse({ before, after }: BothWays): boolean {
  if (!after.assessed.ok) return false;
  if (!before.assessed.ok) return true;
  const [was, is] = [before.assessed, after.assessed];
  const step = RANK.indexOf(is.outcome) - RANK.indexOf(was.outcome);
  if (step !== 0) return step > 0;
  return Number(is.explanation.decision.total.lo) >= Number(was.explanation.decision.total.lo);
}

/** What is kept of a result for the record of the transition. */
export const resultOf = ({ assessed }: Weighed): { readonly best: string | null; readonly total: string } | null =>
  assessed.ok
    ? { best: assessed.explanation.decision.best ?? null, total: assessed.explanation.decision.total.lo }
    : null;
