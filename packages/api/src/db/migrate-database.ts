import { migrate } from 'drizzle-orm/libsql/migrator';
import type { Database } from './open-database.ts';

const TRIES = 6;
const LONGEST_PAUSE_MS = 300;

/**
 * Brings the tables up to date with the generated migrations; does nothing where they are. drizzle reads what has been
 * done before it takes the lock, so of several processes that start at once all but one fail on a table that is already
 * there: they look again. A migration is one transaction; one that is wrong fails every time and is thrown.
 */
export async function migrateDatabase(database: Database, migrationsFolder: string): Promise<void> {
  const { writer, reopen } = database.gate;
  for (let left = TRIES; ; left--) {
    try {
      return await migrate(writer, { migrationsFolder });
    } catch (error) {
      if (left === 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS));
      await reopen();
    }
  }
}
