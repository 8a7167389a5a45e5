import { and, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { policyDrafts } from '../table.ts';

/** The draft a version was published from, if the studio published it. */
export async function draftOfVersion(db: Reader, policyId: string, inForceFrom: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: policyDrafts.id })
    .from(policyDrafts)
    .where(
      and(
        eq(policyDrafts.policyId, policyId),
        eq(policyDrafts.inForceFrom, inForceFrom),
        isNotNull(policyDrafts.publishedAt),
      ),
    );
  return row?.id;
}
