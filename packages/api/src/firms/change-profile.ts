import { and, eq, sql } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dayInChina } from '../day-in-china.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { checkProfile, refuseProblems } from './check-profile.ts';
import type { FirmChange } from './contract.ts';
import { dayToFacts } from './facts/registration-day.ts';
import type { FirmRow } from './queries.ts';
import { firms } from './table.ts';
import { writeContacts } from './write-contacts.ts';

/** Changes the profile of a firm as it was read: nobody overwrites what another has just written. */
export function changeProfile(act: PersonalAct, firmId: string, change: FirmChange): Promise<FirmRow> {
  const { version, contacts, ...given } = change;
  return withTransaction(act.database, async (tx) => {
    refuseProblems(await checkProfile(tx, given, dayInChina(act.now)));
    const [row] = await tx
      .update(firms)
      .set({
        ...dropUndefined(given),
        version: sql`${firms.version} + 1`,
        updatedAt: act.now.toISOString(),
        updatedBy: act.actor.userId,
      })
      .where(and(eq(firms.id, firmId), eq(firms.version, version)))
      .returning();
    if (!row) throw new ApiError(409, 'changed-meanwhile');
    if (contacts) await writeContacts(tx, firmId, contacts);
    if (given.registeredOn !== undefined) await dayToFacts(tx, act, firmId, given.registeredOn);
    // Contacts are personal: that they changed is noted, not what they are.
    const details = { ...dropUndefined(given), contacts: contacts ? contacts.length : undefined, version: row.version };
    await appendAudit(tx, act, { action: 'firm.changed', subject: { type: 'firm', id: firmId }, details });
    return row;
  });
}

const dropUndefined = <T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
