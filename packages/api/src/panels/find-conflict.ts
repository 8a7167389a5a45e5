import { type ApplicationRow, listEvents } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import type { ConflictKind } from './conflict-kinds.ts';
import { profilesOf } from './queries.ts';

/** A conflict that the system knows of itself: the expert's employer is the firm, or the expert had another share before. */
export async function findConflict(
  db: Reader,
  userId: string,
  row: Pick<ApplicationRow, 'id' | 'creditCode' | 'firmName'>,
): Promise<ConflictKind | undefined> {
  const profile = (await profilesOf(db, [userId])).get(userId);
  if (profile?.employerCode === row.creditCode || profile?.employer.trim() === row.firmName) return 'employer-is-firm';
  const shares = (await listEvents(db, row.id)).filter(({ by, duty }) => by === userId && duty !== null);
  return shares.some(({ duty }) => duty !== 'score') ? 'earlier-share' : undefined;
}
