import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { readDraft } from './save-scheme.ts';
import { schemes } from './table.ts';

/**
 * Publishes the draft of a scheme (发布), as read: by its hash, and by another person than the one who saved it. The
 * revision before is closed to new submissions; cases keep the one they were submitted under.
 */
export const publishScheme = (act: PersonalAct, id: string, hash: string): Promise<{ readonly revision: number }> =>
  withTransaction(act.database, async (tx) => {
    const draft = await readDraft(tx, id);
    if (!draft) throw new ApiError(404, 'not-found');
    if (draft.hash !== hash) throw new ApiError(409, 'changed-meanwhile');
    if (draft.savedBy === act.actor.userId)
      throw new ApiError(412, 'conditions-not-met', {
        args: { count: '1' },
        details: [{ path: 'different-person', message: message('api.scheme.own-draft') }],
      });
    const at = act.now.toISOString();
    await tx
      .update(schemes)
      .set({ status: 'closed', closedAt: at })
      .where(and(eq(schemes.id, id), eq(schemes.status, 'published')));
    await tx
      .update(schemes)
      .set({ status: 'published', publishedAt: at, publishedBy: act.actor.userId, publishedByName: act.actor.name })
      .where(and(eq(schemes.id, id), eq(schemes.revision, draft.revision)));
    const details = { revision: draft.revision, hash, draftedBy: draft.savedBy };
    await appendAudit(tx, act, { action: 'scheme.published', subject: { type: 'scheme', id }, details });
    return { revision: draft.revision };
  });
