import {
  type Dates,
  ENGINE_VERSION,
  type ExplainNode,
  explain,
  makeReceipt,
  type PolicyDoc,
  type Receipt,
} from '@tidu/rules';
import {
  type ApplicationRow,
  readApplication,
  readSubmission,
  type SubmissionRow,
} from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import { deductionsOf } from '../../duplicates/queries.ts';
import { ApiError } from '../../http/api-error.ts';
import { listVersions, type StoredVersion } from '../../policies/queries.ts';
import { readScheme, type StoredScheme } from '../../schemes/queries.ts';
import { type OverruledBasis, readOverruling } from './read-overruling.ts';
import { type Suggested, suggestedAmount } from './suggested-amount.ts';
import { type UnmetCriterion, unmetCriteria } from './unmet-criteria.ts';

/** Everything a decision on a case rests on, evaluated anew under the version it was submitted under. */
export interface DecisionBasis {
  readonly row: ApplicationRow;
  readonly scheme: StoredScheme;
  readonly submission: SubmissionRow;
  readonly version: StoredVersion;
  readonly doc: PolicyDoc;
  readonly receipt: Receipt;
  readonly tree: ExplainNode;
  readonly overruling: OverruledBasis;
  readonly suggested: Suggested;
  readonly unmet: readonly UnmetCriterion[];
}

/** Reads and evaluates; not to be called inside a transaction. */
export async function readBasis(db: Reader, applicationId: string): Promise<DecisionBasis> {
  const row = await readApplication(db, applicationId);
  const submission = row?.submissionId ? await readSubmission(db, row.submissionId) : undefined;
  if (!row || !submission) throw new ApiError(404, 'not-found');
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  const versions = await listVersions(db);
  const version = versions.find(({ hash }) => hash === submission.policyHash);
  if (!scheme || !version) throw new Error(`case ${row.id} has no scheme or no policy version`);
  const dates = JSON.parse(submission.dates) as Dates;
  const overruling = await readOverruling(db, row, version.doc, submission);
  const { doc, facts } = overruling;
  const { decision, tree: plain } = explain(doc, dates, facts);
  const tree = overruling.mark(plain);
  const { document } = scheme;
  return {
    row,
    scheme,
    submission,
    version,
    doc,
    receipt: makeReceipt({
      doc,
      facts,
      dates,
      decision,
      engineVersion: ENGINE_VERSION,
      ...knownHash(overruling, version),
    }),
    tree,
    overruling,
    suggested: suggestedAmount(document, decision, row, await deductionsOf(db, row.id)),
    unmet: unmetCriteria(version.doc, dates, tree, document),
  };
}

/** A policy with overrides is another document, with a hash of its own. */
const knownHash = ({ overrides }: OverruledBasis, { hash }: StoredVersion) =>
  overrides.length === 0 ? { policyHash: hash } : {};
