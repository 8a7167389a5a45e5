import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import type { ParkChange } from './contract.ts';
import { parks } from './table.ts';

/** Adds a park or changes one; one no longer offered stays with the firms that have it. */
export const changePark = (act: PersonalAct, parkId: string, { isRetired, ...change }: ParkChange): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const row = { id: parkId, ...change, retiredAt: isRetired ? act.now.toISOString() : null };
    await tx.insert(parks).values(row).onConflictDoUpdate({ target: parks.id, set: row });
    const details = { ...change, isRetired };
    await appendAudit(tx, act, { action: 'park.changed', subject: { type: 'park', id: parkId }, details });
  });
