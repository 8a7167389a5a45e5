import type { PersonalAct } from '../../audit/act.ts';
import { within } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { DraftDocument, PatchOp } from '../contract.ts';
import { type Changed, changeDocument } from '../drafts/change-document.ts';
import { fairnessReviews } from '../table.ts';
import { byOf } from '../who.ts';
import type { SaveFairness } from './contract.ts';

/**
 * Keeps the fair-competition reviews (公平竞争审查) and puts reason and end day into the text itself, where everyone will read
 * them: they are part of what is approved.
 */
export const saveFairness = (act: PersonalAct, draftId: string, { version, reviews }: SaveFairness): Promise<Changed> =>
  withTransaction(act.database, async (tx) => {
    const notes = reviews.map(({ of, reason, until }) => ({ of, reason: words(reason), until }));
    const changed = await changeDocument(within(act, tx), {
      draftId,
      version,
      kind: 'edit',
      summary: '公平竞争审查',
      opsFor: (document) => opsFor(document, notes),
      mayRebase: true,
    });
    const rows = reviews.map(({ of, article10, reason, until }) => ({
      id: newId(),
      draftId,
      of,
      article10,
      reason: JSON.stringify(words(reason)),
      until,
      ...byOf(act),
    }));
    if (rows.length > 0) await tx.insert(fairnessReviews).values(rows);
    await appendAudit(tx, act, {
      action: 'policy-draft.fairness-reviewed',
      subject: { type: 'policy-draft', id: draftId },
      details: { conditions: reviews.map(({ of, until }) => ({ of, until })) },
    });
    return changed;
  });

const words = ({ 'zh-CN': zh, en }: { 'zh-CN': string; en?: string | undefined }) => ({
  'zh-CN': zh,
  ...(en === undefined ? {} : { en }),
});

function opsFor(document: DraftDocument, notes: readonly unknown[]): readonly PatchOp[] {
  const has = document.fairness !== undefined;
  if (notes.length > 0) return [{ op: has ? 'replace' : 'add', path: 'fairness', value: notes }];
  return has ? [{ op: 'remove', path: 'fairness' }] : [];
}
