import { type ExplainNode, formatNum, num } from '@tidu/rules';
import { adjustCounts } from '../../applications/adjust-counts.ts';
import { type ApplicationRow, readApplication } from '../../applications/queries.ts';
import { recordShare } from '../../applications/record-share.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { holdFiles } from '../../files/hold-files.ts';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { requireFiles } from '../require-files.ts';
import { caseOverrides } from '../table.ts';
import type { OverruleRequest } from './contract.ts';
import { decideAgain, keepDecision, readOverridable } from './decide-again.ts';
import { findFaults } from './find-faults.ts';
import { findNode } from './find-node.ts';
import { requireReviewer } from './require-reviewer.ts';

type OverruleAct = PersonalAct & { readonly database: Database };

/**
 * Decides a computed criterion otherwise (人工改判), with reason and evidence. INVARIANT (both-values-stay): the computed
 * verdict or points, the submission and its decision are not touched; the result with the override stands beside them.
 */
export async function overrule(
  act: OverruleAct,
  input: OverruleRequest & { readonly applicationId: string },
): Promise<ApplicationRow> {
  const { applicationId, path, reason, evidence, version } = input;
  const { read } = act.database;
  const row = await readApplication(read, applicationId);
  if (!row) throw new ApiError(404, 'not-found');
  await requireReviewer(read, act.actor, row);
  const before = await readOverridable(read, row);
  const node = findNode(JSON.parse(before.submission.explanation) as ExplainNode, path);
  const found = before.overrulableAt(path);
  const faults = await findFaults(read, { request: input, firmId: row.firmId, node, found });
  if (faults.length > 0 || node === undefined) throw refuseAll('invalid-request', faults);
  const answer = {
    path,
    verdict: input.verdict ?? null,
    points: input.points === undefined ? null : formatNum(num(input.points)),
    computed: JSON.stringify(computedPart(node)),
    madeByName: act.actor.name,
    reason,
  };
  const others = before.inForce.filter((each) => each.path !== path);
  const decided = decideAgain(before, [...others, answer]);
  return withTransaction(act.database, async (tx) => {
    await requireFiles(tx, row.firmId, evidence, 'evidence');
    const now = await readApplication(tx, applicationId);
    if (now?.version !== version || now.version !== row.version) throw new ApiError(409, 'changed-meanwhile');
    if (before.inForce.length !== others.length) throw new ApiError(409, 'already-overruled');
    const id = newId();
    await tx.insert(caseOverrides).values({
      id,
      applicationId,
      submissionId: before.submission.id,
      ...answer,
      evidence: JSON.stringify(evidence),
      madeAt: act.now.toISOString(),
      madeBy: act.actor.userId,
    });
    await holdFiles(tx, evidence, `override:${id}`);
    await keepDecision(tx, act, row, decided);
    await recordShare(tx, act, row, {
      what: 'criterion.overruled',
      duty: 'review',
      reason,
      details: { override: id, path, ...countedIn(answer), computed: node.points ?? node.verdict ?? null, evidence },
    });
    return adjustCounts(tx, applicationId, {});
  });
}

const countedIn = ({ verdict, points }: { readonly verdict: string | null; readonly points: string | null }) =>
  points === null ? { verdict } : { points };

const computedPart = (node: ExplainNode) => {
  const { kind, label, verdict, points, full, actual, words, unit, op, threshold, flipped } = node;
  return { kind, label, verdict, points, full, actual, words, unit, op, threshold, flipped };
};
