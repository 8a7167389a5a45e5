import type { Decision, ExplainNode, Overruling, Receipt } from '@tidu/rules';
import { type ApplicationRow, readSubmission } from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import { listOverruled } from '../queries.ts';

export interface DecidedCase {
  readonly decision: Decision;
  readonly explanation: ExplainNode;
  readonly receipt: Receipt;
}

/** The computed result of the last submission, and the one with overrides where there are any: that one counts. */
export async function effectiveDecision(
  db: Reader,
  row: ApplicationRow,
): Promise<{ readonly computed: DecidedCase; readonly overruled?: DecidedCase } | undefined> {
  const submission = row.submissionId === null ? undefined : await readSubmission(db, row.submissionId);
  if (!submission) return undefined;
  const last = (await listOverruled(db, row.id)).filter(({ submissionId }) => submissionId === submission.id).at(-1);
  const hasOverrides = last !== undefined && (JSON.parse(last.overrides) as readonly Overruling[]).length > 0;
  return { computed: parsed(submission), ...(hasOverrides ? { overruled: parsed(last) } : {}) };
}

const parsed = (row: { decision: string; explanation: string; receipt: string }): DecidedCase => ({
  decision: JSON.parse(row.decision) as Decision,
  explanation: JSON.parse(row.explanation) as ExplainNode,
  receipt: JSON.parse(row.receipt) as Receipt,
});
