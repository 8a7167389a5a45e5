import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { SchemeDocument } from './scheme.ts';
import { schemes } from './table.ts';

export interface StoredScheme {
  readonly id: string;
  readonly revision: number;
  readonly status: 'draft' | 'published' | 'closed';
  readonly document: SchemeDocument;
  readonly hash: string;
}

/** One revision of a scheme; cases keep the one they were submitted under. */
export async function readScheme(db: Reader, id: string, revision: number): Promise<StoredScheme | undefined> {
  const [row] = await db
    .select()
    .from(schemes)
    .where(and(eq(schemes.id, id), eq(schemes.revision, revision)));
  return row && stored(row);
}

/** The revision new drafts start from: the last one published. */
export async function readPublishedScheme(db: Reader, id: string): Promise<StoredScheme | undefined> {
  const [row] = await db
    .select()
    .from(schemes)
    .where(and(eq(schemes.id, id), eq(schemes.status, 'published')))
    .orderBy(desc(schemes.revision))
    .limit(1);
  return row && stored(row);
}

const stored = (row: typeof schemes.$inferSelect): StoredScheme => ({
  id: row.id,
  revision: row.revision,
  status: row.status,
  hash: row.hash,
  // Checked by its contract before it was stored.
  document: JSON.parse(row.document) as SchemeDocument,
});
