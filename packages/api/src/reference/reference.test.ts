import { Validator } from '@seriousme/openapi-schema-validator';
import { inspectRoutes } from 'hono/dev';
import { describe, expect, test } from 'vitest';
import { openTestApp } from '../../testing/open-test-app.ts';

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
};

async function openDocument() {
  const { app } = await openTestApp();
  const response = await app.request('/openapi.json');
  return { app, response, document: (await response.json()) as Document };
}

describe('the reference of the API', () => {
  test('is a valid OpenAPI 3.1 document, made from the contracts', async () => {
    const { response, document } = await openDocument();
    expect(response.status).toBe(200);
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(document.openapi).toBe('3.1.0');
  });

  test('the validator can refuse', async () => {
    const { document } = await openDocument();
    const broken = structuredClone(document) as { info?: unknown };
    delete broken.info;
    expect((await new Validator().validate(broken as Record<string, unknown>)).valid).toBe(false);
  });

  test('names every route of the API, each with an id of its own and with its refusals', async () => {
    const { app, document } = await openDocument();
    const written = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = inspectRoutes(app)
      .filter((route) => !route.isMiddleware && /^\/(api|healthz)/.test(route.path))
      .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(new Set(written)).toEqual(new Set(served));
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(new Set(operations.map((each) => each.operationId)).size).toBe(operations.length);
    expect(Object.keys(document.paths['/api/v1/evaluations']?.post?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '404', '413', '415', '422', '429']),
    );
  });

  test('every mention of a schema leads to one', async () => {
    const { document } = await openDocument();
    const mentioned = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(mentioned.length).toBeGreaterThan(20);
    for (const name of mentioned) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  test('the page for people names everything, and holds no script, no inline style and nothing from elsewhere', async () => {
    const { app, document } = await openDocument();
    const response = await app.request('/docs');
    const page = await response.text();
    expect(response.headers.get('Content-Type')).toContain('text/html');
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
    for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`id="schema-${name}"`);
    expect(page).not.toMatch(/<script|style=|<style|src="http|href="http|undefined|\[object/);
    const style = await app.request('/docs/style.css');
    expect([style.status, style.headers.get('Content-Type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  test('every link of the page leads to a place on it', async () => {
    const { app } = await openDocument();
    const page = await (await app.request('/docs')).text();
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(page).toContain(`id="${target}"`);
  });

  test('an example of the page is taken by the API', async () => {
    const { app, post } = { ...(await openTestApp()) };
    const page = await (await app.request('/docs')).text();
    const [, body = ''] = /-d &#39;(.*?)&#39;/s.exec(page) ?? [];
    const response = await post('/api/v1/evaluations', body.replaceAll('&quot;', '"'));
    expect(response.status).toBe(200);
  });
});
