import { type PolicyCase, readFacts } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { readableDoc } from '../readable-doc.ts';
import { trialDates } from '../trial-dates.ts';
import { runJob } from '../worker/run-job.ts';
import type { GeneratedCases, WorkedCase } from './contract.ts';
import { listCaseRows } from './queries.ts';
import { caseOf } from './work-cases.ts';

interface Wanted {
  readonly dates?: WorkedCase['dates'] | undefined;
  readonly under?: string | undefined;
}

/** Cases just below, at and above every edge of the text (临界算例); proposals that nobody has confirmed. */
export async function generateCases(db: Reader, draftId: string, { dates, under }: Wanted): Promise<GeneratedCases> {
  const draft = await findDraft(db, draftId);
  const doc = readableDoc(draft);
  const seeds = (await listCaseRows(db, draftId)).slice(0, 50).flatMap((row) => {
    const one = caseOf(row) as unknown as PolicyCase;
    const read = readFacts(doc, one.facts, one.dates);
    return read.ok ? [read.facts] : [];
  });
  const on = dates ? plainDates(dates) : trialDates(doc);
  const found = await runJob('bound', { doc, dates: on, seeds, ...(under === undefined ? {} : { under }) });
  return {
    cases: found.map(({ edge, place, ...one }) => ({ case: one as unknown as WorkedCase, edge, place })),
  };
}

export const plainDates = ({ decision, filing, fiscalYearEnd }: WorkedCase['dates']) => ({
  decision,
  ...(filing === undefined ? {} : { filing }),
  ...(fiscalYearEnd === undefined ? {} : { fiscalYearEnd }),
});
