import { evaluateReference } from '@tidu/rules';
import { describe, expect, test } from 'vitest';
import { dates2022, gazelleOnTheLine } from '../../testing/firms.ts';
import { openTestApp, testLimits } from '../../testing/open-test-app.ts';
import { listVersions } from '../policies/queries.ts';
import { batchFailure, batchResult } from './batch-contract.ts';
import { pickPolicy } from './pick-policy.ts';
import { createFirmReader } from './read-firm.ts';

const PATH = '/api/v1/evaluations/batch';
const QUERY = '?policy=nbhtz-ladder&decision=2022-05-01';
const HEADER = JSON.stringify({ policy: 'nbhtz-ladder', dates: dates2022 });
const line = (id: unknown, facts: unknown = gazelleOnTheLine) => JSON.stringify({ id, facts });

async function send(
  body: string,
  query = QUERY,
  deps: Parameters<typeof openTestApp>[0] = {},
  type = 'application/x-ndjson',
) {
  const { app, database } = await openTestApp(deps);
  const init = { method: 'POST', headers: { 'Content-Type': type }, body, duplex: 'half' } as RequestInit;
  const response = await app.request(`${PATH}${query}`, init);
  const text = await response.text();
  const results = text
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => JSON.parse(each));
  return { response, results, text, database };
}

describe('a batch', () => {
  test('one answer a line, in order, with the id as it was given', async () => {
    const { response, results } = await send([line('甲'), line(7), JSON.stringify({ facts: {} })].join('\n'));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/x-ndjson; charset=utf-8');
    expect(results.map((each) => batchResult.parse(each)).map((each) => [each.line, each.id, each.best])).toEqual([
      [1, '甲', 'gazelle'],
      [2, 7, 'gazelle'],
      [3, undefined, null],
    ]);
    expect(results[0].outcomes).toMatchObject({ gazelle: 'yes', startup: 'no' });
    expect(results[2].outcomes).toMatchObject({ gazelle: 'undetermined' });
    expect(results[2].points).toEqual({ 'startup.scored': { lo: '0', hi: '100' } });
  });

  test('policy and dates may stand on the first line', async () => {
    const { response, results } = await send(`${HEADER}\n${line('a')}`, '');
    expect(response.status).toBe(200);
    expect(results).toEqual([expect.objectContaining({ line: 2, id: 'a', best: 'gazelle' })]);
  });

  test('a bad line says why and never stops the stream', async () => {
    const tooLong = line('long', { x: 'y'.repeat(70_000) });
    const bad = [
      '{"id":"a","facts":',
      '[]',
      line('c', { revenu: '1' }),
      JSON.stringify({ id: 'd', facts: {}, x: 1 }),
      tooLong,
      line({ a: 1 }),
    ];
    const { results } = await send([...bad, line('good')].join('\n'));
    expect(results).toHaveLength(7);
    const failures = results.slice(0, 6).map((each) => batchFailure.parse(each));
    expect(failures.map((each) => [each.line, each.id, each.error.code])).toEqual([
      [1, undefined, 'broken-json'],
      [2, undefined, 'invalid-request'],
      [3, 'c', 'invalid-facts'],
      [4, undefined, 'invalid-request'],
      [5, undefined, 'line-too-long'],
      [6, undefined, 'invalid-request'],
    ]);
    expect(failures[2]?.error.details[0]).toMatchObject({
      path: 'facts.revenu',
      fix: expect.stringContaining('revenue'),
    });
    expect(results[6]).toMatchObject({ line: 7, id: 'good', best: 'gazelle' });
  });

  test('20,000 firms give what the reference gives, one by one', async () => {
    const firms = Array.from({ length: 20_000 }, (_, i) => {
      const revenue = { '2019': '100000000', '2020': '115000000', '2021': String(132_240_000 + i) };
      return { ...gazelleOnTheLine, revenue, ...(i % 97 === 0 ? { operatingProfit: { '2021': null } } : {}) };
    });
    const { results, database } = await send(firms.map((facts, i) => line(i, facts)).join('\n'));
    expect(results).toHaveLength(20_000);
    const picked = pickPolicy(await listVersions(database.read), 'nbhtz-ladder', dates2022);
    const read = createFirmReader(picked, dates2022);
    const counts: Record<string, number> = {};
    results.forEach((result, i) => {
      counts[result.outcomes.gazelle] = (counts[result.outcomes.gazelle] ?? 0) + 1;
      if (i % 50 !== 0) return;
      const firm = read(firms[i]);
      if (!firm.ok) throw new Error('unreadable');
      const { best, tiers } = evaluateReference(picked.version.doc, dates2022, firm.facts);
      expect([result.id, result.best]).toEqual([i, best ?? null]);
      expect(result.outcomes).toEqual(Object.fromEntries(tiers.map((tier) => [tier.tier, tier.outcome])));
    });
    // 132,250,000 is the first that qualifies: line 10,000 and all after it, where the profit is known.
    expect(counts.no).toBe(10_000);
    expect((counts.yes ?? 0) + (counts.undetermined ?? 0)).toBe(10_000);
  }, 60_000);

  test('answers are only made as fast as they are read', async () => {
    const { app } = await openTestApp();
    let asked = 0;
    const many = new TextEncoder().encode(`${line('x')}\n`.repeat(200));
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        asked++;
        controller.enqueue(many);
      },
    });
    const response = await app.request(`${PATH}${QUERY}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toBeLessThan(10);
    await reader?.cancel();
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBe(before);
  });
});

describe('a batch that cannot start is refused before any answer', () => {
  test.each([
    ['nothing at all', '', '', 400, 'empty-body'],
    ['no policy anywhere', line('a'), '', 400, 'header-missing'],
    ['a query without a day, whatever the first line says', HEADER, '?policy=tech-sme', 400, 'header-missing'],
    ['a query with a day alone', HEADER, '?decision=2022-05-01', 400, 'header-missing'],
    ['a broken first line', '{"policy":', '', 400, 'broken-json'],
    [
      'a wrong header',
      JSON.stringify({ policy: 'tech-sme', dates: { decision: '2022-13-01' } }),
      '',
      422,
      'invalid-request',
    ],
    ['an unknown policy', line('a'), '?policy=nope&decision=2022-05-01', 404, 'unknown-policy'],
    ['a day out of force', line('a'), '?policy=nbhtz-ladder&decision=2010-01-01', 422, 'not-in-force'],
    ['an impossible day', line('a'), '?policy=nbhtz-ladder&decision=2022-02-30', 422, 'invalid-request'],
    ['an unknown parameter', line('a'), `${QUERY}&when=1`, 422, 'invalid-request'],
  ])('%s', async (_, body, query, status, code) => {
    const { response, results } = await send(body, query);
    expect([response.status, results[0]?.error.code]).toEqual([status, code]);
  });

  test('what is missing of policy and day is named with a fix', async () => {
    const { results } = await send(line('a'), '?policy=tech-sme');
    expect(results[0].error.details).toEqual([
      { path: 'decision', message: '缺少“decision”', fix: expect.stringContaining('decision=2026-03-31') },
    ]);
  });

  test('another content type', async () => {
    const { response, results } = await send(line('a'), QUERY, {}, 'application/json');
    expect([response.status, results[0]?.error.code]).toEqual([415, 'wrong-content-type']);
  });

  test('the line after the last allowed one is told, and no more are read', async () => {
    const limits = { ...testLimits, batchLines: 2 };
    expect((await send([line(1), line(2)].join('\n'), QUERY, { limits })).results.map((each) => each.id)).toEqual([
      1, 2,
    ]);
    const { results } = await send([line(1), line(2), line(3), line(4)].join('\n'), QUERY, { limits });
    expect(results.map((each) => each.error?.code ?? each.id)).toEqual([1, 2, 'too-many-lines']);
  });

  test('more batches at once than allowed wait; one that has ended makes room', async () => {
    const { app } = await openTestApp({ limits: { ...testLimits, batchesAtOnce: 1 } });
    const start = (body: string) =>
      app.request(`${PATH}${QUERY}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson' },
        body,
        duplex: 'half',
      } as RequestInit);
    const first = await start(`${line(1)}\n`.repeat(2000));
    const second = await start(line(2));
    expect([second.status, second.headers.get('Retry-After')]).toEqual([429, '5']);
    await first.text();
    expect(await (await start(line(3))).text()).toContain('gazelle');
    expect(await (await start('not json')).text()).toContain('broken-json');
    const abandoned = await start(`${line(1)}\n`.repeat(2000));
    await abandoned.body?.cancel();
    expect(await (await start(line(4))).text()).toContain('gazelle');
  });
});
