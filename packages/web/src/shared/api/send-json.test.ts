import { afterEach, describe, expect, it, vi } from 'vitest';
import { readJson } from './read-json.ts';
import { RequestFailed } from './request-failed.ts';
import { sendJson } from './send-json.ts';

afterEach(() => vi.unstubAllGlobals());

/** Answers like the server; keeps what was asked. */
function answer(status: number, body: string): { readonly sent: Request[] } {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    sent.push(new Request(new URL(path, 'http://localhost'), init));
    return new Response(status === 204 ? null : body, { status });
  });
  return { sent };
}

describe('requests to the API', () => {
  it('carry a key of their own, so that a repeat of one is known', async () => {
    const { sent } = answer(201, '{"id":"1"}');
    expect(await sendJson('POST', '/api/v1/x', { a: 1 })).toEqual({ id: '1' });
    await sendJson('POST', '/api/v1/x', { a: 1 });
    await sendJson('POST', '/api/v1/x', { a: 1 }, { key: 'the-same-key' });
    const keys = sent.map((each) => each.headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('the-same-key');
    expect(await sent[0]?.json()).toEqual({ a: 1 });
  });

  it('give nothing for an empty answer', async () => {
    answer(204, '');
    expect(await sendJson('DELETE', '/api/v1/x')).toBeUndefined();
  });

  it('fail with what the server says and where', async () => {
    const details = [{ path: 'contact', message: '不对', fix: '改一改' }];
    answer(422, JSON.stringify({ error: { code: 'invalid-contact', message: '请填写', details, requestId: 'r1' } }));
    const failure = await sendJson('POST', '/api/v1/x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RequestFailed);
    expect(failure).toMatchObject({
      status: 422,
      code: 'invalid-contact',
      message: '请填写',
      details,
      requestId: 'r1',
    });
  });

  it('fail with the status where a proxy answers with a page', async () => {
    answer(502, '<html>');
    await expect(readJson('/api/v1/x')).rejects.toMatchObject({ status: 502, code: 'unknown', details: [] });
  });
});
