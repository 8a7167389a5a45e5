import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { savedViews } from '../table.ts';
import type { CaseFilters } from './contract.ts';

interface ViewToSave {
  readonly name: string;
  readonly filters: CaseFilters;
  readonly isShared: boolean;
}

/** Saves a view of the queue under a name; the same name of the same person is written over. */
export const saveView = (act: PersonalAct, view: ViewToSave): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const { userId, name: ownerName } = act.actor;
    const same = and(eq(savedViews.ownerId, userId), eq(savedViews.name, view.name));
    const [known] = await tx.select({ id: savedViews.id }).from(savedViews).where(same);
    const id = known?.id ?? newId();
    const filters = JSON.stringify(view.filters);
    const row = { ...view, id, ownerId: userId, ownerName, filters, savedAt: act.now.toISOString() };
    await tx.insert(savedViews).values(row).onConflictDoUpdate({ target: savedViews.id, set: row });
    await appendAudit(tx, act, {
      action: 'view.saved',
      subject: { type: 'view', id },
      details: { name: view.name, isShared: view.isShared },
    });
    return id;
  });
