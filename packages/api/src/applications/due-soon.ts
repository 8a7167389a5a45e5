import { and, between, eq, inArray, isNull, lt, min, or, type SQL } from 'drizzle-orm';
import type { Reader, Transaction } from '../db/open-database.ts';
import { AWAITING } from './late-cases.ts';
import { applicationClocks, applications, deferrals } from './table.ts';

/** Days of the firm that are near: from today to `until`, both counted. */
export interface Near {
  readonly today: string;
  readonly until: string;
}

const START_OF_DAY = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

// Whoever was told of the limit today needs no reminder today, unless today is the last day.
const wasTold = (dueOn: typeof deferrals.dueOn | typeof applicationClocks.dueOn, today: string): SQL | undefined =>
  or(lt(applications.stateSince, START_OF_DAY(today)), eq(dueOn, today));

const correctionNear = ({ today, until }: Near) =>
  and(
    eq(applicationClocks.kind, 'correction'),
    isNull(applicationClocks.endedOn),
    isNull(applicationClocks.remindedOn),
    between(applicationClocks.dueOn, today, until),
  );

const deferralNear = ({ today, until }: Near) =>
  and(isNull(deferrals.deliveredAt), isNull(deferrals.remindedOn), between(deferrals.dueOn, today, until));

/** Cases whose corrections are soon due and whose firm has not been reminded. */
export async function listCorrectionsNear(db: Reader, near: Near, limit: number): Promise<readonly string[]> {
  const rows = await db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(applicationClocks, and(eq(applicationClocks.applicationId, applications.id), correctionNear(near)))
    .where(and(eq(applications.state, 'returned'), wasTold(applicationClocks.dueOn, near.today)))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Cases with a promised material that is soon due and of which the firm has not been reminded. */
export async function listDeferralsNear(db: Reader, near: Near, limit: number): Promise<readonly string[]> {
  const rows = await db
    .select({ id: applications.id, dueOn: min(deferrals.dueOn) })
    .from(applications)
    .innerJoin(deferrals, and(eq(deferrals.applicationId, applications.id), deferralNear(near)))
    .where(and(inArray(applications.state, [...AWAITING]), wasTold(deferrals.dueOn, near.today)))
    .groupBy(applications.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Notes once that a firm was reminded of its corrections; their last day, or nothing where another was first. */
export async function noteCorrectionReminder(tx: Transaction, id: string, near: Near): Promise<string | undefined> {
  const [noted] = await tx
    .update(applicationClocks)
    .set({ remindedOn: near.today })
    .where(and(eq(applicationClocks.applicationId, id), correctionNear(near)))
    .returning({ dueOn: applicationClocks.dueOn });
  return noted?.dueOn ?? undefined;
}

/** Notes once that a firm was reminded of the materials that are soon due, and says which. */
export const noteDeferralReminder = (tx: Transaction, id: string, near: Near) =>
  tx
    .update(deferrals)
    .set({ remindedOn: near.today })
    .where(and(eq(deferrals.applicationId, id), deferralNear(near)))
    .returning({ materialId: deferrals.materialId, dueOn: deferrals.dueOn });
