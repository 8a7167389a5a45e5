import type { Hono } from 'hono';
import { inspectRoutes } from 'hono/dev';
import type { AppEnv } from './request-context.ts';

// biome-ignore lint/suspicious/noExplicitAny: what tells them apart takes an app of any kind.
type AnyApp = Hono<any>;

/**
 * The app as what tells a wrong method from a missing page has to see it: a limit that stands in front of a whole branch
 * (`POST /api/v1/panels/*`) is no route, and does not make everything below it exist.
 */
export function onlyRoutes(app: Pick<Hono<AppEnv>, 'routes'>): AnyApp {
  const asked = {
    get routes() {
      return inspectRoutes(app as Hono<AppEnv>).filter(({ isMiddleware }) => !isMiddleware);
    },
  };
  return asked as unknown as AnyApp;
}
