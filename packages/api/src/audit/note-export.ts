import { withTransaction } from '../db/with-transaction.ts';
import type { PersonalAct } from './act.ts';
import { appendAudit } from './append-audit.ts';

/** The trail leaves the house: who took which part of it stands in the trail itself. */
export async function noteExport(act: PersonalAct, asked: Readonly<Record<string, unknown>>): Promise<void> {
  await withTransaction(act.database, (tx) =>
    appendAudit(tx, act, { action: 'audit.exported', subject: { type: 'audit', id: 'trail' }, details: asked }),
  );
}
