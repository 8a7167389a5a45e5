import {
  type Dates,
  type Decision,
  ENGINE_VERSION,
  type ExplainNode,
  explain,
  type Facts,
  makeReceipt,
  markOverruled,
  type Overrulable,
  overrulableAt,
  overrulePolicy,
  type PolicyDoc,
  type Receipt,
} from '@tidu/rules';
import { eq, max } from 'drizzle-orm';
import { type ApplicationRow, readSubmission, type SubmissionRow } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import type { Reader, Transaction } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { listVersions } from '../../policies/queries.ts';
import { overruledDecisions } from '../table.ts';
import { type Considered, markOf, overrulingOf, readOverridesInForce } from './read-overrides.ts';

/** A case as it was submitted, with the overrides that count now. */
export interface Overridable {
  readonly submission: SubmissionRow;
  readonly doc: PolicyDoc;
  readonly inForce: readonly Considered[];
  readonly overrulableAt: (path: string) => Overrulable | undefined;
}

export async function readOverridable(db: Reader, row: ApplicationRow): Promise<Overridable> {
  const submission = row.submissionId === null ? undefined : await readSubmission(db, row.submissionId);
  const version =
    submission &&
    (await listVersions(db)).find(({ doc, hash }) => doc.id === submission.policyId && hash === submission.policyHash);
  if (!submission || !version) throw new ApiError(409, 'not-in-this-state');
  const { doc } = version;
  const inForce = await readOverridesInForce(db, row);
  return { submission, doc, inForce, overrulableAt: (path) => overrulableAt(doc, path) };
}

export interface DecidedAgain {
  readonly submissionId: string;
  readonly considered: readonly Considered[];
  readonly decision: Decision;
  readonly tree: ExplainNode;
  readonly receipt: Receipt;
}

/** Decides the submission again with these criteria answered by a person; outside of any transaction. */
export function decideAgain({ submission, doc }: Overridable, considered: readonly Considered[]): DecidedAgain {
  const dates = JSON.parse(submission.dates) as Dates;
  const changed = overrulePolicy(doc, JSON.parse(submission.facts) as Facts, considered.map(overrulingOf));
  const { decision, tree: plain } = explain(changed.doc, dates, changed.facts);
  const tree = markOverruled(plain, considered.map(markOf));
  const receipt = makeReceipt({ ...changed, dates, decision, engineVersion: ENGINE_VERSION });
  return { submissionId: submission.id, considered, decision, tree, receipt };
}

/** Keeps a result beside those before it; none of them is ever changed. */
export async function keepDecision(
  tx: Transaction,
  act: PersonalAct,
  { id }: ApplicationRow,
  { submissionId, considered, decision, tree, receipt }: DecidedAgain,
): Promise<void> {
  const [last] = await tx
    .select({ seq: max(overruledDecisions.seq) })
    .from(overruledDecisions)
    .where(eq(overruledDecisions.applicationId, id));
  await tx.insert(overruledDecisions).values({
    applicationId: id,
    seq: (last?.seq ?? 0) + 1,
    submissionId,
    overrides: JSON.stringify(considered.map(overrulingOf)),
    decision: JSON.stringify(decision),
    explanation: JSON.stringify(tree),
    receipt: JSON.stringify(receipt),
    madeAt: act.now.toISOString(),
    madeBy: act.actor.userId,
  });
}
