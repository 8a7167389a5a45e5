import { asc, eq, or } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import type { Actor } from '../../identity/actor.ts';
import { savedViews } from '../table.ts';
import { caseFilters, type SavedView } from './contract.ts';

/** Views of one's own and those shared with the office; one whose filters are no longer known is left out. */
export async function listViews(db: Reader, actor: Actor): Promise<SavedView[]> {
  const rows = await db
    .select()
    .from(savedViews)
    .where(or(eq(savedViews.ownerId, actor.userId), eq(savedViews.isShared, true)))
    .orderBy(asc(savedViews.name))
    .limit(200);
  return rows.flatMap(({ id, name, ownerId, ownerName, filters, isShared }) => {
    const read = caseFilters.safeParse(JSON.parse(filters));
    return read.success
      ? [{ id, name, filters: read.data, isShared, isMine: ownerId === actor.userId, ownerName }]
      : [];
  });
}
