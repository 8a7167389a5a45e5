import { ENGINE_VERSION, hashOf } from '@tidu/rules';
import { and, eq } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { receiptOf } from '../../evaluations/receipt-of.ts';
import { ApiError } from '../../http/api-error.ts';
import { listFirmMembers } from '../../identity/firm-people.ts';
import { notify } from '../../notifications/notify.ts';
import { nextVersion } from '../change-state.ts';
import type { ApplicationRow, SubmissionRow } from '../queries.ts';
import { applications, submissions } from '../table.ts';
import { UNDECIDED } from '../under-policy.ts';
import type { Weighed } from '../weigh-rules.ts';

/**
 * Decides a case under way anew by a version that has taken effect, because the transition rule published with it says so.
 * INVARIANT (earlier-verdict-untouched): what was signed and how it was decided stay as they are; the new result is a
 * submission row of its own, with the same content and the new version.
 */
export async function decideAnew(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  { application, submission }: { readonly application: ApplicationRow; readonly submission: SubmissionRow },
  { rules, assessed }: Weighed,
): Promise<string> {
  if (!assessed.ok) throw new Error('a case whose facts cannot be read is not decided anew');
  const { doc, hash } = rules.picked.version;
  const { decision, tree } = assessed.explanation;
  const receipt = receiptOf(rules.picked, rules.dates, assessed.firm.facts, decision);
  const { id: _, algorithm, digest: __, ...was } = submission;
  const frozen = {
    ...was,
    round: submission.round + 1,
    policyInForceFrom: doc.inForce.from,
    policyHash: hash,
    engineVersion: ENGINE_VERSION,
    facts: JSON.stringify(assessed.firm.facts),
    dates: JSON.stringify(rules.dates),
    decision: JSON.stringify(decision),
    explanation: JSON.stringify(tree),
    receipt: JSON.stringify(receipt),
    receiptNumber: receipt.number,
  };
  const id = newId();
  await tx.insert(submissions).values({ ...frozen, id, algorithm, digest: hashOf(frozen) });
  const [after] = await tx
    .update(applications)
    .set({ submissionId: id, version: nextVersion })
    .where(and(eq(applications.id, application.id), eq(applications.version, application.version)))
    .returning();
  if (!after || !UNDECIDED.includes(after.state)) throw new ApiError(409, 'changed-meanwhile');
  await appendAudit(tx, act, {
    action: 'application.decided-anew',
    subject: { type: 'application', id: application.id },
    details: { submission: id, earlier: submission.id, policyHash: hash, receipt: receipt.number },
  });
  await notify(tx, act, {
    to: (await listFirmMembers(tx, application.firmId)).map(({ userId }) => userId),
    key: 'application.decided-anew',
    args: { number: application.number ?? application.projectName, from: doc.inForce.from },
    link: `/my/applications/${application.id}`,
  });
  return id;
}
