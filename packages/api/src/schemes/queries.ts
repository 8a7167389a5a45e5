import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { SchemeDocument } from './scheme.ts';
import { schemes } from './table.ts';

export interface StoredScheme {
  readonly id: string;
  readonly revision: number;
  readonly status: 'draft' | 'published' | 'closed';
  readonly document: SchemeDocument;
  readonly hash: string;
  readonly publishedAt: string | null;
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

/** The last revision of each scheme that was ever published, also where it is closed now. */
export async function listLatestSchemes(db: Reader): Promise<readonly StoredScheme[]> {
  const rows = await db
    .select()
    .from(schemes)
    .where(ne(schemes.status, 'draft'))
    .orderBy(asc(schemes.id), desc(schemes.revision));
  return rows.filter((row, i) => rows[i - 1]?.id !== row.id).map(stored);
}

/** Every revision, drafts too, the latest first; for policy staff. */
export const listRevisions = (db: Reader) => db.select().from(schemes).orderBy(asc(schemes.id), desc(schemes.revision));

// Documents are never changed under their hash, so each is parsed once.
const parsedByHash = new Map<string, SchemeDocument>();

function stored(row: typeof schemes.$inferSelect): StoredScheme {
  // Checked by its contract before it was stored.
  const document = parsedByHash.get(row.hash) ?? (JSON.parse(row.document) as SchemeDocument);
  parsedByHash.set(row.hash, document);
  const { id, revision, status, hash, publishedAt } = row;
  return { id, revision, status, document, hash, publishedAt };
}
