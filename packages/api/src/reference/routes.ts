import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { AppEnv } from '../http/request-context.ts';
import { openApiDocument } from './openapi-document.ts';
import { referencePage } from './reference-page.ts';
import { REFERENCE_STYLE } from './reference-style.ts';

/** The reference of the API: `/openapi.json` for machines, `/docs` for people, made from the same contracts. */
export function referenceRoutes(app: OpenAPIHono<AppEnv>, version: string) {
  // Routes are all there once the first request comes; the document does not change after that.
  let document: ReturnType<typeof openApiDocument> | undefined;
  const current = () => {
    document ??= openApiDocument(app, version);
    return document;
  };
  return new Hono<AppEnv>()
    .use(etag())
    .get('/openapi.json', (c) => c.json(current(), 200, { 'Cache-Control': 'no-cache' }))
    .get('/docs', (c) => c.html(referencePage(current()), 200, { 'Cache-Control': 'no-cache' }))
    .get('/docs/style.css', (c) =>
      c.body(REFERENCE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
    );
}
