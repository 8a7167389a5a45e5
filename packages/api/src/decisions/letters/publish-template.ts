import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import type { LetterKind } from '../letter-kinds.ts';
import { listTemplates } from '../queries.ts';
import { letterTemplates } from '../table.ts';

/** Puts a draft into use; another person does than who wrote it. */
export const publishTemplate = (
  act: PersonalAct,
  kind: LetterKind,
  version: number,
): Promise<{ readonly kind: LetterKind; readonly version: number }> =>
  withTransaction(act.database, async (tx) => {
    const found = (await listTemplates(tx)).find((each) => each.kind === kind && each.version === version);
    if (!found) throw new ApiError(404, 'not-found');
    if (found.status !== 'draft') throw new ApiError(409, 'changed-meanwhile');
    if (found.savedBy === act.actor.userId)
      throw new ApiError(412, 'conditions-not-met', {
        args: { count: '1' },
        details: [{ path: 'different-person', message: message('api.guard.different-person') }],
      });
    const { userId } = act.actor;
    await tx
      .update(letterTemplates)
      .set({ status: 'published', publishedAt: act.now.toISOString(), publishedBy: userId })
      .where(and(eq(letterTemplates.kind, kind), eq(letterTemplates.version, version)));
    const subject = { type: 'letter-template', id: `${kind}/${version}` };
    await appendAudit(tx, act, { action: 'letter-template.published', subject, details: { hash: found.hash } });
    return { kind, version };
  });
