import type { MiddlewareHandler } from 'hono';
import { ApiError } from './api-error.ts';
import type { AppEnv } from './request-context.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a page of another site makes with the visitor's cookies. Browsers name the page's origin with every
 * change; a program that sends neither origin nor cookie can ride on nobody's session and is let through.
 */
export const checkOrigin =
  (site: string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (!READING.has(c.req.method) && !isOwn(site, c.req.raw.headers)) throw new ApiError(403, 'foreign-origin');
    await next();
  };

function isOwn(site: string, headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return origin === new URL(site).origin || hostOf(origin) === headers.get('host');
  const fetchSite = headers.get('sec-fetch-site');
  if (fetchSite !== null) return fetchSite === 'same-origin' || fetchSite === 'none';
  return headers.get('cookie') === null;
}

/** `null`, as sandboxed pages send it, is no host. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
