import type { Context, MiddlewareHandler } from 'hono';
import { requestId } from 'hono/request-id';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { PersonalAct } from '../audit/act.ts';
import type { Database } from '../db/open-database.ts';
import type { Actor } from '../identity/actor.ts';
import { type Locale, localeOf } from '../messages/say.ts';

/** What every request carries; the id comes from the caller where it is short and plain, else it is made here. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Finds out who is asking, once a request. */
    findActor: () => Promise<Actor | undefined>;
    /** Who is asking; set on every route that is not public. */
    actor: Actor;
    /** The answer holds what somebody sent. */
    isSandboxed?: boolean;
  };
}

/** Finds the person behind the headers of a request: the session, and a second factor where one is required. */
export type Identify = (headers: Headers) => Promise<Actor | undefined>;

export const findActorWith =
  (identify: Identify): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    let found: Promise<Actor | undefined> | undefined;
    c.set('findActor', () => {
      found ??= identify(c.req.raw.headers);
      return found;
    });
    await next();
  };

/** The act of the person who asks, for a verb. */
export const actOf = (c: Context<AppEnv>, { database, clock }: ActDeps): PersonalAct => ({
  database,
  actor: c.get('actor'),
  now: clock(),
  requestId: c.get('requestId'),
});

interface ActDeps {
  readonly database: Database;
  readonly clock: () => Date;
}

export const giveRequestId = (): MiddlewareHandler => requestId({ limitLength: 64 });

export const localeFor = (c: Context): Locale => localeOf(c.req.header('Accept-Language'));

/**
 * One line a request: method, pattern of the route, status, time. INVARIANT (logs-hold-no-figures): neither body, nor
 * query, nor the path as typed, nor headers are written, so a firm's figures cannot get into the log.
 */
export const logRequests =
  (log: Logger): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const startedAt = performance.now();
    await next();
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    log.info(
      { requestId: c.get('requestId'), method: c.req.method, route: routeOf(c), status: c.res.status, ms },
      'request',
    );
  };

/** The pattern of the route that answered, e.g. `/api/v1/policies/:id`; `/*` for files and for what is not there. */
const routeOf = (c: Context): string =>
  matchedRoutes(c).find((route) => route.method !== 'ALL' && !route.path.includes('*'))?.path ?? '/*';
