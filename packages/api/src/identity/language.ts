import { eq } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { Locale } from '../messages/say.ts';
import { users } from './table.ts';

/** The language a person gets mail in; Chinese where none was chosen. */
export async function languageOf(db: Reader, userId: string): Promise<Locale> {
  const [row] = await db.select({ language: users.language }).from(users).where(eq(users.id, userId));
  return row?.language ?? 'zh-CN';
}
