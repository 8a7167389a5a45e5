import { and, eq } from 'drizzle-orm';
import { adjustCounts } from '../applications/adjust-counts.ts';
import { advanceCase } from '../applications/advance-case.ts';
import { appendTold } from '../applications/append-event.ts';
import type { ApplicationRow } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { readScheme } from '../schemes/queries.ts';
import { reviewTasks } from './table.ts';

/**
 * Closes what departments have left unanswered when the time of the review is over, and sends the case on. INVARIANT
 * (silence-is-not-consent): silence is recorded, and counts as consent only where the scheme says so.
 */
export async function closeSilentTasks(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  row: ApplicationRow,
): Promise<ApplicationRow> {
  const scheme = await readScheme(tx, row.schemeId, row.schemeRevision);
  const silence = scheme?.document.silence ?? 'recorded';
  const closed = await tx
    .update(reviewTasks)
    .set({ state: 'silent', silence, closedAt: act.now.toISOString() })
    .where(and(eq(reviewTasks.applicationId, row.id), eq(reviewTasks.state, 'open')))
    .returning();
  if (closed.length > 0) {
    await adjustCounts(tx, row.id, { openTasks: -row.openTasks });
    const departments = closed.map(({ department }) => department);
    await appendTold(tx, act, row, `silence-${silence}`, { departments });
    await appendAudit(tx, act, {
      action: 'review.closed-silent',
      subject: { type: 'application', id: row.id },
      details: { departments, silence },
    });
  }
  return advanceCase(tx, act, row.id);
}
