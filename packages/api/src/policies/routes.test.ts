import { describe, expect, test } from 'vitest';
import { NOW, openTestApp } from '../../testing/open-test-app.ts';
import { policyList, policySummary, policyVersionDocument } from './contract.ts';
import { listVersions } from './queries.ts';
import { summarizePolicies } from './summarize-policies.ts';

const LADDER = '/api/v1/policies/nbhtz-ladder';

describe('policies', () => {
  test('the list holds every policy with its versions, the latest first, and says which is in force', async () => {
    const { app } = await openTestApp();
    const response = await app.request('/api/v1/policies');
    expect(response.status).toBe(200);
    const { policies } = policyList.parse(await response.json());
    expect(policies.map((p) => p.id)).toEqual(['nbhtz-ladder', 'nbhtz-three-pools', 'tech-sme', 'torch-gazelle']);
    const [ladder] = policies;
    expect(ladder?.versions.map((v) => [v.inForceFrom, v.inForceTo, v.current])).toEqual([
      ['2020-11-23', undefined, true],
      ['2018-03-01', '2020-11-22', false],
    ]);
  });

  test('one policy, and one version with the document that has its hash', async () => {
    const { app } = await openTestApp();
    const summary = policySummary.parse(await (await app.request(LADDER)).json());
    const response = await app.request(`${LADDER}/versions/2018-03-01`);
    const { policy, hash } = policyVersionDocument.parse(await response.json());
    expect(policy).toMatchObject({ id: 'nbhtz-ladder', inForce: { from: '2018-03-01' } });
    expect(summary.versions.find((v) => v.inForceFrom === '2018-03-01')?.hash).toBe(hash);
    expect(response.headers.get('ETag')).toContain(hash);
  });

  test.each(['/api/v1/policies', LADDER, `${LADDER}/versions/2020-11-23`])(
    '%s costs nothing when it has not changed',
    async (path) => {
      const { app } = await openTestApp();
      const first = await app.request(path);
      const again = await app.request(path, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(first.headers.get('Cache-Control')).toBe('no-cache');
      expect((await app.request(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
    },
  );

  test.each([
    ['/api/v1/policies/nope', 404, 'unknown-policy', 'id'],
    ['/api/v1/policies/nope/versions/2020-11-23', 404, 'unknown-policy', 'id'],
    [`${LADDER}/versions/2019-01-01`, 404, 'unknown-version', 'inForceFrom'],
    [`${LADDER}/versions/2019-02-30`, 422, 'invalid-request', 'inForceFrom'],
  ])('%s is refused', async (path, status, code, where) => {
    const { app } = await openTestApp();
    const response = await app.request(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      error: { code, details: [{ path: where, fix: expect.any(String) }] },
    });
  });

  test('today is the day in China: from midnight there, not in UTC', async () => {
    const { database } = await openTestApp();
    const versions = await listVersions(database.read);
    const inForce = (day: string) =>
      summarizePolicies(versions, day)[0]
        ?.versions.filter((v) => v.current)
        .map((v) => v.inForceFrom);
    expect(inForce('2020-11-22')).toEqual(['2018-03-01']);
    expect(inForce('2020-11-23')).toEqual(['2020-11-23']);
    const { app } = await openTestApp({ clock: () => new Date('2020-11-22T16:00:00Z') });
    const list = policyList.parse(await (await app.request('/api/v1/policies')).json());
    expect(list.policies[0]?.versions[0]?.current).toBe(true);
    expect(NOW.toISOString()).toContain('03-31');
  });
});
