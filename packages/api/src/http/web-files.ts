import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from './request-context.ts';

const YEAR = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';

/** Files of the built web: names in /assets carry a hash of their content and never change, all others are asked for anew. */
export const serveWebFiles = (root: string): MiddlewareHandler<AppEnv> => {
  const files = serveStatic<AppEnv>({ root });
  return async (c, next) => {
    const isPage = c.req.path === '/' || c.req.path === '/index.html';
    if (!isReading(c) || isPage || isOwn(c.req.path)) return next();
    const response = await files(c, next);
    if (response instanceof Response && response.ok) {
      response.headers.set('Cache-Control', c.req.path.startsWith('/assets/') ? YEAR : ASK_FIRST);
    }
    return response;
  };
};

/** The page of the web for every address that is none of a file or of the API; the browser finds its way from there. */
export const serveWebPage = (root: string): MiddlewareHandler<AppEnv> => {
  const path = join(root, 'index.html');
  return async (c, next) => {
    const isFile = /\.[a-z0-9]+$/i.test(c.req.path) && c.req.path !== '/index.html';
    if (!isReading(c) || isFile || isOwn(c.req.path) || !existsSync(path)) return next();
    c.header('Cache-Control', ASK_FIRST);
    return c.html(readFileSync(path, 'utf8'));
  };
};

const isReading = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';
const isOwn = (path: string): boolean => /^\/(api|healthz|docs|openapi\.json)(\/|$)/.test(path);
