import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { scoringSheets } from '../table.ts';
import type { SavedSheet } from './save-sheet.ts';

/** Puts a draft into use; another person does than who wrote it, and from then on it is never changed. */
export const publishSheet = (act: PersonalAct, id: string, version: number): Promise<SavedSheet> =>
  withTransaction(act.database, async (tx) => {
    const same = and(eq(scoringSheets.id, id), eq(scoringSheets.version, version));
    const [found] = await tx.select().from(scoringSheets).where(same);
    if (!found) throw new ApiError(404, 'not-found');
    if (found.status !== 'draft') throw new ApiError(409, 'changed-meanwhile');
    if (found.savedBy === act.actor.userId)
      throw new ApiError(412, 'conditions-not-met', {
        args: { count: '1' },
        details: [{ path: 'different-person', message: message('api.guard.different-person') }],
      });
    const publishedAt = act.now.toISOString();
    await tx.update(scoringSheets).set({ status: 'published', publishedAt, publishedBy: act.actor.userId }).where(same);
    const subject = { type: 'scoring-sheet', id: `${id}/${version}` };
    await appendAudit(tx, act, { action: 'scoring-sheet.published', subject, details: { hash: found.hash } });
    return { id, version };
  });
