import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { ApplicationRow } from '../queries.ts';
import { type Correction, listCorrections, listSubmissions, type Submission } from '../read-case.ts';
import { type KnownFacts, mergeFacts, readProfile } from './case-facts.ts';
import { type CaseRules, rulesOfDraft, rulesOfSubmission } from './case-rules.ts';
import type { DraftContent } from './contract.ts';
import { contentOf, type DraftRow, readDraftRow } from './queries.ts';
import { draftContentOf } from './start-draft.ts';

/** What is being written: a first draft, or the corrections of a case that was returned. */
export interface OpenDraft {
  readonly row: ApplicationRow;
  readonly content: DraftContent;
  readonly draftVersion: number;
  readonly saved: Pick<DraftRow, 'savedAt' | 'savedByName'>;
  readonly rules: CaseRules;
  /** Facts the person's own are put over: the profile, or what was submitted before. */
  readonly base: KnownFacts;
  /** Of a case that was returned: the last submission and the corrections asked for. */
  readonly returned?: { readonly submission: Submission; readonly corrections: readonly Correction[] };
}

/** Facts that count in the draft, with their sources. */
export const factsIn = ({ base, content, rules }: OpenDraft): KnownFacts =>
  mergeFacts(base, content, new Set(rules.asked.map(({ id }) => id)));

/** Reads what may still be edited of a case; a case that is with the office may not (409). */
export async function openDraft(db: Reader, row: ApplicationRow, now: Date): Promise<OpenDraft> {
  const draft = await readDraftRow(db, row.id);
  if (row.state === 'returned') return openReturned(db, row, draft);
  if (row.state !== 'draft') throw new ApiError(409, 'already-submitted');
  if (!draft) throw new ApiError(404, 'draft-gone');
  return {
    row,
    content: contentOf(draft),
    draftVersion: draft.draftVersion,
    saved: draft,
    rules: await rulesOfDraft(db, row, draft.policyHash, dayInChina(now)),
    base: await readProfile(db, row.firmId),
  };
}

async function openReturned(db: Reader, row: ApplicationRow, draft: DraftRow | undefined): Promise<OpenDraft> {
  const [submission] = await listSubmissions(db, row.id);
  if (!submission) throw new Error(`case ${row.id} was returned without a submission`);
  const all = await listCorrections(db, row.id);
  const round = Math.max(...all.map((each) => each.round));
  const { sources } = JSON.parse(submission.content) as Pick<KnownFacts, 'sources'>;
  return {
    row,
    content: draft ? contentOf(draft) : draftContentOf(submission.content),
    draftVersion: draft?.draftVersion ?? 0,
    saved: draft ?? { savedAt: submission.submittedAt, savedByName: submission.certifierName },
    rules: await rulesOfSubmission(db, row, submission),
    base: { facts: JSON.parse(submission.facts) as KnownFacts['facts'], sources },
    returned: { submission, corrections: all.filter((each) => each.round === round) },
  };
}
