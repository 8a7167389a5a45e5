import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { objections } from './table.ts';

/** Writes the answer once; an answer that is there is never changed. */
export async function writeAnswer(
  tx: Transaction,
  act: Omit<PersonalAct, 'database'>,
  id: string,
  outcome: 'dismissed' | 'upheld',
  answer: string,
): Promise<void> {
  const { userId, name } = act.actor;
  const written = { outcome, answer, answeredAt: act.now.toISOString(), answeredBy: userId, answeredByName: name };
  const [after] = await tx
    .update(objections)
    .set(written)
    .where(and(eq(objections.id, id), isNull(objections.outcome)))
    .returning({ id: objections.id });
  if (!after) throw new ApiError(409, 'changed-meanwhile');
}
