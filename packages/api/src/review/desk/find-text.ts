import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { deskCases } from '../table.ts';

/** Up to here the cases found are gone through; beyond, the queue is walked in its order until a page is full. */
const FEW = 1000;
/** The trigram index knows parts of three characters and more. */
const SHORTEST_INDEXED = 3;

/**
 * A condition for the words somebody typed: all of them must be there. A rare word drives the query, a common one is only
 * checked row by row: a word that is in half of all names would else be sorted in full for fifty rows.
 */
export async function findText(db: Reader, typed: string | undefined): Promise<SQL | undefined> {
  const terms = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  if (terms.length === 0) return undefined;
  const found = await findFew(db, terms);
  if (found) return sql`${deskCases.id} in (select value from json_each(${JSON.stringify(found)}))`;
  return sql`exists (select 1 from case_texts where application_id = ${deskCases.id} and ${contains(terms)})`;
}

/** The cases that hold all the words, where they are few; the trigram index is asked first where it knows a word. */
async function findFew(db: Reader, terms: readonly string[]): Promise<readonly string[] | undefined> {
  const long = terms.filter((term) => [...term].length >= SHORTEST_INDEXED);
  const short = terms.filter((term) => [...term].length < SHORTEST_INDEXED);
  const query = long.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND ');
  const indexed = sql`select rowid from case_search where case_search match ${query}`;
  if (long.length > 0) {
    const [beyond] = await db.all(sql`${indexed} limit 1 offset ${FEW}`);
    if (beyond) return undefined;
  }
  const among = [
    ...(long.length > 0 ? [sql`rowid in (${indexed})`] : []),
    ...(short.length > 0 ? [contains(short)] : []),
  ];
  const found = await db.all<{ id: string }>(
    sql`select application_id as id from case_texts where ${sql.join(among, sql` and `)} limit ${FEW + 1}`,
  );
  return found.length > FEW ? undefined : found.map(({ id }) => id);
}

const contains = (terms: readonly string[]): SQL =>
  sql.join(
    terms.map((term) => sql`instr(text, ${term}) > 0`),
    sql` and `,
  );
