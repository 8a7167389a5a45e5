import { and, eq, isNull } from 'drizzle-orm';
import { adjustCounts } from '../applications/adjust-counts.ts';
import { advanceCase } from '../applications/advance-case.ts';
import type { ApplicationRow } from '../applications/queries.ts';
import { recordShare } from '../applications/record-share.ts';
import { STATES } from '../applications/states.ts';
import type { PersonalAct } from '../audit/act.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { fenOfText } from '../money-text.ts';
import type { AnswerFinding } from './contract.ts';
import { duplicateFindings } from './table.ts';

/**
 * Answers a doubt about double money: no duplicate, so much to be taken off, or to be refused; always with the reason. The
 * first answer stands, and with the last one a case that waited for it goes on.
 */
export const answerFinding = (
  act: PersonalAct,
  row: ApplicationRow,
  { findingId, answer, reason, deduct }: AnswerFinding & { readonly findingId: string },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    if (STATES[row.state].terminal) throw new ApiError(409, 'not-in-this-state');
    const open = and(
      eq(duplicateFindings.id, findingId),
      eq(duplicateFindings.applicationId, row.id),
      isNull(duplicateFindings.answer),
    );
    const [answered] = await tx
      .update(duplicateFindings)
      .set({
        answer,
        reason,
        deductFen: deduct === undefined ? null : (fenOfText(deduct) ?? null),
        answeredAt: act.now.toISOString(),
        answeredBy: act.actor.userId,
        answeredByName: act.actor.name,
      })
      .where(open)
      .returning();
    if (!answered) throw new ApiError(409, 'changed-meanwhile');
    await recordShare(tx, act, row, {
      what: 'duplicate.answered',
      duty: 'review',
      reason,
      details: { finding: findingId, kind: answered.kind, answer, ...(deduct === undefined ? {} : { deduct }) },
    });
    const after = await adjustCounts(tx, row.id, { openConflicts: -1 });
    return after.openConflicts === 0 ? advanceCase(tx, act, row.id) : after;
  });
