import type { PersonalAct } from '../audit/act.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { holdFiles } from '../files/hold-files.ts';
import { ApiError } from '../http/api-error.ts';
import { requireFiles } from '../review/require-files.ts';
import { moveInstalment } from './move-instalment.ts';
import { readInstalment, readPlan } from './queries.ts';

interface Confirmation {
  readonly instalmentId: string;
  readonly version: number;
  /** What shows that the condition is met. */
  readonly reason: string;
  readonly evidence: readonly string[];
}

/** Confirms that the condition of an instalment is met (确认拨付条件), with the reason and the papers that show it. */
export const confirmCondition = (
  act: PersonalAct,
  { instalmentId, version, reason, evidence }: Confirmation,
): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const found = await readInstalment(tx, instalmentId);
    const plan = found && (await readPlan(tx, found.applicationId));
    if (!plan) throw new ApiError(404, 'not-found');
    await requireFiles(tx, plan.firmId, evidence, 'evidence');
    const { row } = await moveInstalment(tx, act, {
      instalmentId,
      event: 'confirm',
      version,
      reason,
      set: {
        confirmedAt: act.now.toISOString(),
        confirmedByName: act.actor.name,
        confirmReason: reason,
        evidence: JSON.stringify(evidence),
      },
      details: { evidence },
    });
    await holdFiles(tx, evidence, `instalment:${row.id}`);
    return row.applicationId;
  });
