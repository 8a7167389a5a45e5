import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { seedCalendar } from '../src/calendar/seed-calendar.ts';
import { shipped } from '../src/config.ts';
import { migrateDatabase } from '../src/db/migrate-database.ts';
import { type Database, openDatabase } from '../src/db/open-database.ts';
import { loadPolicies } from '../src/policies/load-policies.ts';
import { readPolicyFiles } from '../src/policies/read-policy-files.ts';
import { loadSchemes } from '../src/schemes/load-schemes.ts';

/** Early on 1 April in China, still 31 March in UTC. */
export const NOW = new Date('2026-03-31T20:00:00Z');

const policyFiles = readPolicyFiles(shipped.policiesDir);

/** What a database holds when a test begins: its tables; the policies too; all an office has on its first day. */
const BEGINNINGS = {
  tables: async (_: Database) => {},
  policies: (database: Database) => loadPolicies(database, policyFiles, new Date('2026-01-01T00:00:00Z')),
  office: async (database: Database) => {
    await BEGINNINGS.policies(database);
    await seedCalendar(database, NOW);
    await loadSchemes(database, NOW);
  },
};
export type Beginning = keyof typeof BEGINNINGS;

const made = new Map<Beginning, Promise<Buffer>>();

/** Opens a database file at a beginning. Making one takes longer than most tests do, so a worker makes each once and copies it. */
export async function openCopied(beginning: Beginning, url: string): Promise<Database> {
  const path = fileURLToPath(url);
  if (existsSync(path)) return openAt(beginning, url);
  const bytes = made.get(beginning) ?? makeBytes(beginning);
  made.set(beginning, bytes);
  writeFileSync(path, await bytes);
  return openDatabase({ url });
}

async function makeBytes(beginning: Beginning): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-beginning-'));
  try {
    const path = join(folder, 'tidu.db');
    const database = await openAt(beginning, pathToFileURL(path).href);
    // Out of the log beside the file: only the file is copied.
    await database.gate.writer.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
    database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Brings the database, new or not, to a beginning. */
async function openAt(beginning: Beginning, url: string): Promise<Database> {
  const database = await openDatabase({ url });
  await bringTo(beginning, database);
  return database;
}

export async function bringTo(beginning: Beginning, database: Database): Promise<void> {
  await migrateDatabase(database, shipped.migrationsDir);
  await BEGINNINGS[beginning](database);
}
