import { and, asc, count, desc, eq, like, max } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { appeals, decisions, letters, letterTemplates } from './table.ts';

export type DecisionRow = typeof decisions.$inferSelect;
export type LetterRow = typeof letters.$inferSelect;
export type LetterTemplateRow = typeof letterTemplates.$inferSelect;
export type AppealRow = typeof appeals.$inferSelect;

/** Every decision on a case, the first one first. */
export const listDecisions = (db: Reader, applicationId: string): Promise<DecisionRow[]> =>
  db.select().from(decisions).where(eq(decisions.applicationId, applicationId)).orderBy(asc(decisions.seq));

export async function readDecision(db: Reader, id: string): Promise<DecisionRow | undefined> {
  const [row] = await db.select().from(decisions).where(eq(decisions.id, id));
  return row;
}

export async function lastSeq(db: Reader, applicationId: string): Promise<number> {
  const [last] = await db
    .select({ seq: max(decisions.seq) })
    .from(decisions)
    .where(eq(decisions.applicationId, applicationId));
  return last?.seq ?? 0;
}

export async function readAppeal(db: Reader, applicationId: string): Promise<AppealRow | undefined> {
  const [row] = await db.select().from(appeals).where(eq(appeals.applicationId, applicationId));
  return row;
}

/** Letters of a case, the first one first. */
export const listLetters = (db: Reader, applicationId: string): Promise<LetterRow[]> =>
  db.select().from(letters).where(eq(letters.applicationId, applicationId)).orderBy(asc(letters.id));

export async function readLetter(db: Reader, id: string): Promise<LetterRow | undefined> {
  const [row] = await db.select().from(letters).where(eq(letters.id, id));
  return row;
}

/** The numbers given under a prefix, the last one first. */
export async function lastLetterNumber(db: Reader, start: string): Promise<string | undefined> {
  const [row] = await db
    .select({ number: letters.number })
    .from(letters)
    .where(like(letters.number, `${start}%`))
    .orderBy(desc(letters.id))
    .limit(1);
  return row?.number;
}

export const listTemplates = (db: Reader): Promise<LetterTemplateRow[]> =>
  db.select().from(letterTemplates).orderBy(asc(letterTemplates.kind), desc(letterTemplates.version));

/** How many letters each version of a text has made. */
export const countLetters = (db: Reader) =>
  db
    .select({ kind: letters.kind, version: letters.templateVersion, letters: count() })
    .from(letters)
    .groupBy(letters.kind, letters.templateVersion);

/** The text in use; nothing where the shipped one is. */
export async function publishedTemplate(
  db: Reader,
  kind: LetterTemplateRow['kind'],
): Promise<LetterTemplateRow | undefined> {
  const [row] = await db
    .select()
    .from(letterTemplates)
    .where(and(eq(letterTemplates.kind, kind), eq(letterTemplates.status, 'published')))
    .orderBy(desc(letterTemplates.version))
    .limit(1);
  return row;
}
