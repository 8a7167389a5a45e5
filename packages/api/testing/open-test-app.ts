import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type AppDeps, createApp } from '../src/app.ts';
import type { FilesConfig, Limits } from '../src/config.ts';
import type { Database } from '../src/db/open-database.ts';
import { openFiles } from '../src/files/open-files.ts';
import { makeSealingKey } from '../src/firms/bank/sealing-key.ts';
import { openAccounts } from '../src/identity/accounts/open-accounts.ts';
import { loadActor } from '../src/identity/load-actor.ts';
import type { AuthOptions } from '../src/identity/sign-in/create-auth.ts';
import { identifyWith } from '../src/identity/sign-in/identify-with.ts';
import { DEFAULT_SETTINGS } from '../src/identity/sign-in/settings.ts';
import { type Beginning, bringTo, NOW, openCopied } from './copied-database.ts';
import { quickHashing } from './quick-hashing.ts';
import { recordRoutes } from './record-routes.ts';

export { NOW } from './copied-database.ts';

const shared: (() => void)[] = [];

/** Does something when the test ends; what is opened in `beforeAll` is kept until `closeShared`. */
function atEnd(act: () => void): void {
  try {
    onTestFinished(act);
  } catch {
    shared.push(act);
  }
}

/** Closes what a file of tests shares, the last opened first; for `afterAll`. */
export function closeShared(): void {
  for (const act of shared.splice(0).reverse()) act();
}

/** A folder of its own for one test, removed when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const fileUrl = (folder: string): string => pathToFileURL(join(folder, 'tidu.db')).href;

/** A real database file with all tables, closed when the test ends. */
export async function openTestDatabase(
  url = fileUrl(testFolder()),
  beginning: Beginning = 'tables',
): Promise<Database> {
  const database = await openCopied(beginning, url);
  atEnd(() => database.close());
  return database;
}

export const testLimits: Limits = {
  requestsPerMinute: 0,
  batchesPerMinute: 0,
  objectionsPerMinute: 0,
  batchesAtOnce: 2,
  batchLines: 1_000_000,
  bodyBytes: 64 * 1024,
  trustedProxies: 1,
};

/** A store in a folder of its own; files up to 1 MB. */
export const openTestFiles = (more: Partial<FilesConfig> = {}) =>
  openFiles({ folder: join(testFolder(), 'files'), limitBytes: 2 ** 20, ...more });

/** In tests this header says who asks: the roles are the real ones of the database, only the session is left out. */
export const TEST_USER = 'X-Test-User';

/** Accounts with the default settings, opened under a secret of the tests. */
export const openTestAccounts = (database: Database, clock: () => Date, more: Partial<AuthOptions> = {}) =>
  openAccounts({
    database,
    clock,
    settings: DEFAULT_SETTINGS,
    secret: 'a secret that only the tests know, long enough',
    site: 'http://localhost',
    hashing: quickHashing,
    ...more,
  });

/** The real app on a real database file with the shipped policies; the clock stands still and the log is kept. */
export async function openTestApp(deps: Partial<AppDeps> = {}, beginning: Beginning = 'policies') {
  const database = deps.database ?? (await openTestDatabase(undefined, beginning));
  if (deps.database) await bringTo(beginning, database);
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) });
  const clock = deps.clock ?? (() => NOW);
  const accounts = deps.accounts ?? (await openTestAccounts(database, clock));
  const signedIn = identifyWith(accounts);
  const identify = async (headers: Headers) => {
    const userId = headers.get(TEST_USER);
    return userId === null ? signedIn(headers) : loadActor(database.read, userId);
  };
  const files = deps.files ?? (await openTestFiles());
  const sealingKey = makeSealingKey(new Uint8Array(32).fill(7));
  const app = createApp({
    files,
    sealingKey,
    database,
    log,
    clock,
    identify,
    accounts,
    limits: testLimits,
    version: '9.9.9',
    ...deps,
  });
  recordRoutes(app, database);
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { app, accounts, database, post, log: () => lines.join('') };
}
