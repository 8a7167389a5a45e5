import type { Context, MiddlewareHandler } from 'hono';
import { requestId } from 'hono/request-id';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import { type Locale, localeOf } from '../messages/say.ts';

/** What every request carries; the id comes from the caller where it is short and plain, else it is made here. */
export interface AppEnv {
  Variables: { requestId: string };
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
