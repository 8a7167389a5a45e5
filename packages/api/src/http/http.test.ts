import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dates2022 } from '../../testing/firms.ts';
import { NOW, openTestApp, testFolder, testLimits } from '../../testing/open-test-app.ts';
import { errorBody } from './contract.ts';

const codeOf = async (response: Response) => errorBody.parse(await response.json()).error.code;

const EVALUATE = '/api/v1/evaluations';
const request = { policy: 'nbhtz-ladder', dates: dates2022, facts: {} };

describe('requests that are no requests', () => {
  test.each([
    ['broken JSON', '{"policy": ', 'application/json', 400, 'broken-json'],
    ['nothing', '', 'application/json', 400, 'broken-json'],
    ['no content type', JSON.stringify(request), '', 415, 'wrong-content-type'],
    ['a form', 'a=1', 'application/x-www-form-urlencoded', 415, 'wrong-content-type'],
    ['text', JSON.stringify(request), 'text/plain', 415, 'wrong-content-type'],
    ['JSON in another charset', JSON.stringify(request), 'application/json; charset=gbk', 415, 'wrong-content-type'],
    [
      'a body one byte too large',
      JSON.stringify({ x: 'y'.repeat(testLimits.bodyBytes - 7) }),
      'application/json',
      413,
      'body-too-large',
    ],
  ])('%s', async (_, body, type, status, code) => {
    const { post } = await openTestApp();
    const response = await post(EVALUATE, body, {
      'Content-Type': type,
      'Content-Length': String(Buffer.byteLength(body)),
    });
    const json = errorBody.parse(await response.json());
    expect([response.status, json.error.code]).toEqual([status, code]);
    expect(json.error.message).toMatch(/[\u4e00-\u9fff]/);
    expect(json.error.requestId).toBe(response.headers.get('X-Request-Id'));
  });

  test('an empty body is called empty', async () => {
    const { post } = await openTestApp();
    const { error } = errorBody.parse(await (await post(EVALUATE, ' \n')).json());
    expect([error.code, error.details[0]?.message]).toEqual(['broken-json', '请求体是空的']);
  });

  test('a body of exactly the limit is read, also when its length is not announced', async () => {
    const { post, app } = await openTestApp();
    const exact = JSON.stringify({ x: 'y'.repeat(testLimits.bodyBytes - 8) });
    expect(Buffer.byteLength(exact)).toBe(testLimits.bodyBytes);
    expect((await post(EVALUATE, exact)).status).toBe(422);
    const body = new Blob([`${exact} `]).stream();
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit;
    expect((await app.request(EVALUATE, init)).status).toBe(413);
  });

  test.each([
    ['GET', EVALUATE, 'POST'],
    ['DELETE', '/api/v1/policies/nbhtz-ladder', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['PUT', `${EVALUATE}/batch`, 'POST'],
  ])('%s %s', async (method, path, allow) => {
    const { app } = await openTestApp();
    const response = await app.request(path, { method });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, allow]);
    expect(await codeOf(response)).toBe('method-not-allowed');
  });

  // Below some of these a limit stands in front of a whole branch; that makes no address of it exist.
  test.each(['/api/v1/nope', '/api/v1/panels/a/b/c', '/api/v1/account/nope', '/api/v1/notifications/nope/nope'])(
    '%s is not there: 404 for every method',
    async (path) => {
      const { app } = await openTestApp();
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const body = method === 'GET' ? {} : { body: '{}', headers: { 'Content-Type': 'application/json' } };
        const response = await app.request(path, { method, ...body });
        expect([method, response.status, await codeOf(response)]).toEqual([method, 404, 'not-found']);
      }
    },
  );
});

describe('a fault of ours', () => {
  test('gives a fixed text, and the log says where without saying what', async () => {
    const { post, database, log } = await openTestApp();
    database.close();
    const response = await post(EVALUATE, { ...request, facts: { revenue: { '2021': '987654321' } } });
    const text = await response.text();
    expect([response.status, JSON.parse(text).error.code]).toEqual([500, 'internal']);
    expect(JSON.parse(text).error.details).toEqual([]);
    expect(log()).toContain('"msg":"fault"');
    expect(log()).not.toContain('987654321');
  });
});

describe('the log', () => {
  test('INVARIANT logs-hold-no-figures: neither body, query, path nor header of any request is in it', async () => {
    const { post, app, log } = await openTestApp();
    const marker = '8675309.42';
    await post(
      `${EVALUATE}?secret=${marker}`,
      { ...request, facts: { revenue: { '2021': marker } } },
      { 'X-Firm': marker },
    );
    await post(EVALUATE, { ...request, facts: { revenue: { '2021': `${marker}万` } } });
    await post(EVALUATE, `{"facts": ${marker}`);
    await post(
      `${EVALUATE}/batch?policy=nbhtz-ladder&decision=2022-05-01`,
      `{"facts":{"revenue":{"2021":"${marker}"}}}\n${marker}`,
      {
        'Content-Type': 'application/x-ndjson',
      },
    );
    await app.request(`/api/v1/policies/${marker}`);
    expect(log().match(/"msg":"request"/g)).toHaveLength(5);
    expect(log()).not.toContain('8675309');
    expect(log()).toContain('"route":"/api/v1/policies/:id"');
  });

  test('a request id is taken over when it is plain, else made anew', async () => {
    const { app, log } = await openTestApp();
    const idFor = async (id: string) =>
      (await app.request('/healthz', { headers: { 'X-Request-Id': id } })).headers.get('X-Request-Id');
    expect(await idFor('abc-123')).toBe('abc-123');
    expect(log()).toContain('"requestId":"abc-123"');
    expect(await idFor('a'.repeat(64))).toBe('a'.repeat(64));
    for (const wild of ['a'.repeat(65), 'a b', '<script>']) expect(await idFor(wild)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('headers that protect', () => {
  test.each(['/healthz', '/api/v1/policies', '/docs', '/nope'])('%s', async (path) => {
    const { app } = await openTestApp();
    const { headers } = await app.request(path);
    const csp = headers.get('Content-Security-Policy') ?? '';
    for (const part of [
      "default-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(csp).toContain(part);
    }
    expect(csp).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  });

  test('https adds HSTS', async () => {
    const { app } = await openTestApp({ isHttps: true });
    expect((await app.request('/healthz')).headers.get('Strict-Transport-Security')).toContain('max-age=');
  });
});

describe('rate limits', () => {
  const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });

  test('the request after the last allowed one is told when to come back, and may then', async () => {
    let now = NOW;
    const { app } = await openTestApp({ limits: { ...testLimits, requestsPerMinute: 3 }, clock: () => now });
    const status = async (address: string) => (await app.request('/api/v1/policies', from(address))).status;
    expect([await status('1.1.1.1'), await status('1.1.1.1'), await status('1.1.1.1')]).toEqual([200, 200, 200]);
    const refused = await app.request('/api/v1/policies', from('1.1.1.1'));
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '20']);
    expect(await codeOf(refused)).toBe('too-many-requests');
    expect(await status('2.2.2.2')).toBe(200);
    now = new Date(NOW.getTime() + 19_000);
    expect(await status('1.1.1.1')).toBe(429);
    now = new Date(NOW.getTime() + 20_000);
    expect(await status('1.1.1.1')).toBe(200);
    expect((await app.request('/healthz', from('1.1.1.1'))).status).toBe(200);
  });

  test('what a client writes into the header itself is not believed; IPv6 counts by its network', async () => {
    const { app } = await openTestApp({ limits: { ...testLimits, requestsPerMinute: 1 } });
    const status = async (address: string) => (await app.request('/api/v1/policies', from(address))).status;
    expect([await status('9.9.9.9, 1.1.1.1'), await status('8.8.8.8, 1.1.1.1')]).toEqual([200, 429]);
    expect([
      await status('2001:db8:1:2::1'),
      await status('2001:db8:1:2:ffff::2'),
      await status('2001:db8:1:3::1'),
    ]).toEqual([200, 429, 200]);
  });

  test('batches are counted by themselves', async () => {
    const { post } = await openTestApp({ limits: { ...testLimits, batchesPerMinute: 1 } });
    const batch = () =>
      post(`${EVALUATE}/batch?policy=tech-sme&decision=2022-05-01`, '{"facts":{}}', {
        'Content-Type': 'application/x-ndjson',
      });
    expect([(await batch()).status, (await batch()).status]).toEqual([200, 429]);
    expect((await post(EVALUATE, request)).status).toBe(200);
  });
});

describe('the built web on the same port', () => {
  async function openWithWeb() {
    const webDir = testFolder();
    mkdirSync(join(webDir, 'assets'));
    writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Tidu</title>');
    writeFileSync(join(webDir, 'assets', 'main-abc123.js'), `export const x = "${'x'.repeat(5000)}";`);
    writeFileSync(join(webDir, 'sw.js'), 'self.addEventListener("fetch", () => {});');
    writeFileSync(join(testFolder(), 'secret.txt'), 'secret');
    return openTestApp({ webDir });
  }

  test.each([
    ['/', 'no-cache', 'text/html'],
    ['/policies/tech-sme', 'no-cache', 'text/html'],
    ['/assets/main-abc123.js', 'public, max-age=31536000, immutable', 'text/javascript'],
    ['/sw.js', 'no-cache', 'text/javascript'],
  ])('%s', async (path, caching, type) => {
    const { app } = await openWithWeb();
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe(caching);
    expect(response.headers.get('Content-Type')).toContain(type);
  });

  test('a file that is not there is 404, not the page', async () => {
    const { app } = await openWithWeb();
    for (const path of ['/assets/gone-1.js', '/favicon.ico', '/api/v1/nope', '/../secret.txt', '/%2e%2e/secret.txt']) {
      const response = await app.request(path);
      expect(await response.text()).not.toMatch(/<!doctype|^secret/);
      expect(response.status).toBe(404);
    }
  });

  test('text is compressed for those who take it; a batch is not', async () => {
    const { app, post } = await openWithWeb();
    const zipped = await app.request('/assets/main-abc123.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip');
    const batch = await post(`${EVALUATE}/batch?policy=tech-sme&decision=2022-05-01`, '{"facts":{}}\n'.repeat(50), {
      'Content-Type': 'application/x-ndjson',
      'Accept-Encoding': 'gzip',
    });
    expect(batch.headers.get('Content-Encoding')).toBeNull();
  });
});

describe('health', () => {
  test('200 with version and policies, 503 when the database fails', async () => {
    const { app, database } = await openTestApp();
    expect(await (await app.request('/healthz')).json()).toEqual({
      status: 'ok',
      version: '9.9.9',
      database: 'ok',
      policies: 5,
    });
    database.close();
    const response = await app.request('/healthz');
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'unavailable', version: '9.9.9', database: 'failed', policies: 0 },
    ]);
  });
});
