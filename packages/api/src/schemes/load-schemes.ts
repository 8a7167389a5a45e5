import { readdirSync, readFileSync } from 'node:fs';
import { hashOf } from '@tidu/rules';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { type SchemeDocument, schemeDocument } from './scheme.ts';
import { schemes } from './table.ts';

const FOLDER = new URL('./shipped/', import.meta.url);

/** The schemes that come with the program; a file that is no scheme stops the start. */
export const readShippedSchemes = (): readonly SchemeDocument[] =>
  readdirSync(FOLDER)
    .toSorted()
    .map((file) => schemeDocument.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))));

/** Publishes the shipped schemes where there is no revision of that name yet; what policy staff have changed stays. */
export async function loadSchemes(database: Database, now: Date): Promise<void> {
  const at = now.toISOString();
  const rows = readShippedSchemes().map((document) => ({
    id: document.id,
    revision: 1,
    status: 'published' as const,
    document: JSON.stringify(document),
    hash: hashOf(document),
    savedAt: at,
    savedBy: 'system',
    savedByName: 'system',
    publishedAt: at,
    publishedBy: 'system',
    publishedByName: 'system',
  }));
  await withTransaction(database, (tx) => tx.insert(schemes).values(rows).onConflictDoNothing());
}
