import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { type AppDeps, createApp } from './app.ts';
import { seedCalendar } from './calendar/seed-calendar.ts';
import { type Config, wrongVariable } from './config.ts';
import { makeFolder } from './db/make-folder.ts';
import { migrateDatabase } from './db/migrate-database.ts';
import { type Database, openDatabase } from './db/open-database.ts';
import { watchDeadlines } from './deadlines/watch-deadlines.ts';
import { clearUnfinishedDemo, makeDemo } from './demo/make-demo.ts';
import { openFiles } from './files/open-files.ts';
import { repeatScans } from './files/repeat-scans.ts';
import { createScanRun } from './files/scan-pending.ts';
import { loadSealingKey } from './firms/bank/sealing-key.ts';
import { logFault } from './http/error-responses.ts';
import { openConfiguredAccounts } from './identity/accounts/open-configured-accounts.ts';
import { makeSetUpToken } from './identity/accounts/set-up.ts';
import { seedDepartments } from './identity/people/seed-departments.ts';
import type { AuthOptions } from './identity/sign-in/create-auth.ts';
import { identifyWith } from './identity/sign-in/identify-with.ts';
import { keepSending } from './notifications/keep-sending.ts';
import { openTransport } from './notifications/transport.ts';
import { writeUses } from './policies/count-uses.ts';
import { loadPolicies } from './policies/load-policies.ts';
import { readPolicyFiles } from './policies/read-policy-files.ts';
import { loadSchemes } from './schemes/load-schemes.ts';
import { makeLatestReady } from './studio/trials/make-ready.ts';

export interface RunningServer {
  readonly url: string;
  /** For the first system administrator, while there is none. */
  readonly setUpLink: string | undefined;
  /** Answers what is under way, then closes the server and the database. Safe to call twice. */
  stop(): Promise<void>;
}

/** How long requests under way may take when the server is asked to stop. */
const GRACE_MS = 5_000;
/** A connection on which nothing moves; a batch that is read slowly does move. */
const IDLE_MS = 120_000;

/** Opens the database and brings it and the policies up to date. */
export async function prepareDatabase(config: Config): Promise<Database> {
  const files = readPolicyFiles(config.policiesDir);
  const database = await openConfigured(config);
  try {
    await migrateDatabase(database, config.migrationsDir);
    await loadPolicies(database, files, new Date());
    await seedCalendar(database, new Date());
    await seedDepartments(database, new Date());
    await loadSchemes(database, new Date());
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Opens the database where the configuration says; names the variable where that does not work. */
async function openConfigured({ dataDir, database, databaseFrom }: Config): Promise<Database> {
  try {
    makeFolder(dataDir);
  } catch (error) {
    throw wrongVariable('DATA_DIR', dataDir, `建不了这个文件夹 · cannot be made a folder${codeOf(error)}`);
  }
  try {
    return await openDatabase(database);
  } catch (error) {
    const value = databaseFrom === 'DATA_DIR' ? dataDir : database.url;
    throw wrongVariable(databaseFrom, value, `打不开数据库 · the database cannot be opened${codeOf(error)}`);
  }
}

/** The short code of a fault in brackets, e.g. `ENOTDIR`, `SQLITE_NOTADB`; its text may hold addresses and is left out. */
function codeOf(error: unknown): string {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const { code } = each as NodeJS.ErrnoException;
    if (typeof code === 'string' && code !== '') return ` (${code})`;
  }
  return '';
}

/** Starts everything in order: database, migrations, policies, then the port. */
export async function startServer(
  config: Config,
  clock = () => new Date(),
  { hashing }: Pick<AuthOptions, 'hashing'> = {},
): Promise<RunningServer> {
  if (config.isDemo) clearUnfinishedDemo(config.dataDir);
  const database = await prepareDatabase(config);
  const log = pino({ level: config.logLevel, base: null });
  const files = await openFiles(config.files);
  const sealingKey = loadSealingKey(config);
  const accounts = await openConfiguredAccounts(config, { database, sealingKey, clock, hashing });
  const deps: AppDeps = {
    database,
    log,
    clock,
    identify: identifyWith(accounts),
    accounts,
    limits: config.limits,
    files,
    sealingKey,
    version: config.version,
    webDir: config.webDir,
    isHttps: config.publicUrl?.startsWith('https:') ?? false,
    isDemo: config.isDemo,
  };
  if (config.isDemo) await makeDemo(deps, config.dataDir);
  const app = createApp(deps);
  const server = await listen(app.fetch, config).catch((error: unknown) => {
    database.close();
    throw error;
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const scan = createScanRun(database, files, clock);
  const stopScans = repeatScans(scan, (fault) => logFault(log, 'scan', fault));
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  const site = config.publicUrl ?? url;
  const sending = { database, clock, transport: openTransport(config.accounts.mail), site };
  const stopSending = keepSending(sending, (fault) => logFault(log, 'outbox', fault));
  const deadlines = watchDeadlines({
    database,
    clock,
    log,
    everySeconds: config.deadlinesEverySeconds,
    remindWorkingDays: config.remindWorkingDays,
  });
  makeLatestReady({ db: database.read, store: files.store }, clock()).catch((error) => logFault(log, 'trials', error));
  const token = await makeSetUpToken(accounts, clock());
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopScans();
    stopped ??= Promise.all([closeServer(server), stopSending(), deadlines.stop()])
      .then(() => writeUses(database))
      .finally(() => database.close());
    return stopped;
  };
  return { url, setUpLink: token === undefined ? undefined : `${site}/setup?token=${token}`, stop };
}

function listen(fetch: ReturnType<typeof createApp>['fetch'], config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server)) as Server;
    server.once('error', reject);
    // A batch of a million firms may take longer to send than node allows a request by default; silence is what ends it.
    server.requestTimeout = 0;
    server.headersTimeout = 20_000;
    server.timeout = IDLE_MS;
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
