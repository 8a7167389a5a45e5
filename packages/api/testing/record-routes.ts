import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { expect, inject } from 'vitest';
import type { createApp } from '../src/app.ts';
import { auditEntries } from '../src/audit/table.ts';
import type { Database } from '../src/db/open-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run, where each file of tests notes which routes answered it how. */
    readonly routeRecord?: string;
  }
}

/** How a route answered once, as noted in the record of a run. */
export interface RouteAnswer {
  readonly route: string;
  readonly status: number;
  /** Code of a refusal, and its words where they are not fit to be read. */
  readonly code?: string;
  readonly unclear?: string;
  /** What the request left in the audit trail. */
  readonly actions: readonly string[];
}

/** A route as the app declares it. */
export interface DeclaredRoute {
  /** `POST /api/v1/firms/{firmId}/files` */
  readonly name: string;
  readonly access: 'public' | 'signed-in' | 'roles';
  /** It takes something: a part of its path, a query, a body. */
  readonly hasInput: boolean;
}

export const ROUTES_FILE = 'routes.json';

/** Notes which routes there are. */
export function declareRoutes(routes: readonly DeclaredRoute[]): void {
  const folder = inject('routeRecord');
  if (folder !== undefined) writeFileSync(join(folder, ROUTES_FILE), JSON.stringify(routes));
}

type App = ReturnType<typeof createApp>;
const noted = new Set<string>();

/** Lets the app note every answer it gives to a test, so that the proof of the routes rests on what really happened. */
export function recordRoutes(app: App, database: Database): void {
  const folder = inject('routeRecord');
  if (folder === undefined) return;
  // A test that asks nothing leaves an empty record: it has run.
  appendFileSync(fileOf(folder), '');
  const ask = app.request;
  app.request = async (input, init, ...rest) => {
    const answer = await ask(input, init, ...rest);
    const { pathname } = new URL(input instanceof Request ? input.url : String(input), 'http://localhost');
    const method = (input instanceof Request ? input.method : init?.method) ?? 'GET';
    const route = patternOf(app, method, pathname);
    if (route !== undefined) note(folder, { route, ...(await read(answer, database)) });
    return answer;
  };
}

function note(folder: string, answer: RouteAnswer): void {
  const [file, line] = [fileOf(folder), `${JSON.stringify(answer)}\n`];
  // Files of one worker share this memory, and each has its own record.
  if (noted.has(file + line)) return;
  noted.add(file + line);
  appendFileSync(file, line);
}

const fileOf = (folder: string): string => join(folder, recordOf(expect.getState().testPath ?? ''));

/** The record of a file of tests: `packages/api/src/firms/firms.test.ts` writes into `firms+firms.test.ts`. */
export const recordOf = (testPath: string): string =>
  testPath
    .replaceAll('\\', '/')
    .replace(/^.*packages\/api\/src\//, '')
    .replaceAll('/', '+');

function patternOf(app: App, method: string, path: string): string | undefined {
  const [matched] = app.router.match(method, path);
  const found = matched
    .map(([[, route]]) => route)
    .findLast(({ method, path }) => method !== 'ALL' && !path.includes('*'));
  return found && `${found.method} ${found.path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`;
}

async function read(answer: Response, database: Database): Promise<Omit<RouteAnswer, 'route'>> {
  const { status } = answer;
  if (status >= 400) return { status, actions: [], ...(await readRefusal(answer)) };
  const requestId = answer.headers.get('X-Request-Id') ?? '';
  const left = await database.read
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.requestId, requestId))
    .orderBy(asc(auditEntries.seq));
  return { status, actions: [...new Set(left.map(({ action }) => action))] };
}

/** A refusal is clear when it has a code and words in place of keys and holes, and so has every place it names. */
async function readRefusal(answer: Response) {
  const text = await answer.clone().text();
  try {
    const { code, message, details } = JSON.parse(text).error;
    const said: unknown[] = [message, ...details.map((each: { message: unknown }) => each.message)];
    const isUnclear = (each: unknown) => typeof each !== 'string' || /^$|^api\.|\bundefined\b/.test(each);
    const unclear = /\{\w+\}/.test(message) ? message : said.find(isUnclear);
    return { code: String(code), ...(unclear === undefined ? {} : { unclear: String(unclear) }) };
  } catch {
    return { code: 'none', ...(answer.status < 500 ? { unclear: text.slice(0, 200) } : {}) };
  }
}
