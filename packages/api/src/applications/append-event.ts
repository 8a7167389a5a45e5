import { eq, max } from 'drizzle-orm';
import type { Act } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import type { ApplicationRow } from './queries.ts';
import { applicationEvents } from './table.ts';

type Event = Omit<typeof applicationEvents.$inferInsert, 'applicationId' | 'seq' | 'at' | 'by' | 'byName'>;

/** Adds one line to the record of a case (办理记录); the caller audits. */
export async function appendEvent(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  applicationId: string,
  event: Event,
): Promise<void> {
  const [last] = await tx
    .select({ seq: max(applicationEvents.seq) })
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, applicationId));
  const by = act.actor === 'system' ? { userId: 'system', name: 'system' } : act.actor;
  await tx.insert(applicationEvents).values({
    ...event,
    applicationId,
    seq: (last?.seq ?? 0) + 1,
    at: act.now.toISOString(),
    by: by.userId,
    byName: by.name,
  });
}

/** Adds a line about something that moves nothing, such as a limit that has passed. */
export const appendTold = (
  tx: Transaction,
  act: Omit<Act, 'database'>,
  { id, state }: Pick<ApplicationRow, 'id' | 'state'>,
  event: string,
  details: Readonly<Record<string, unknown>>,
  reason: string | null = null,
): Promise<void> => {
  const still = { from: state, to: state, duty: null, clause: null };
  return appendEvent(tx, act, id, { ...still, event, reason, details: JSON.stringify(details) });
};
