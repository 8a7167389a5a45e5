import { expect, test } from 'vitest';
import { LADDER, openStudio, type Shown } from '../../../testing/open-studio.ts';

type Studio = Awaited<ReturnType<typeof openStudio>>;
const LIBRARY = '/api/v1/studio/library';
const ladderIn = async (s: Studio, user = s.reader): Promise<Shown> =>
  (await s.must(s.ask(user, 'GET', LIBRARY))).policies.find((each: Shown) => each.id === 'nbhtz-ladder');
const versionIn = async (s: Studio): Promise<Shown> =>
  (await ladderIn(s)).versions.find((each: Shown) => each.ref === LADDER);

test('a version tells how many firms it has decided, one by one and in a batch, and since when', async () => {
  const s = await openStudio();
  expect(await versionIn(s)).toMatchObject({ evaluations: 0, usedSince: null, submissions: 0, casesInFlight: 0 });
  const dates = { decision: '2026-04-01' };
  for (const facts of [{}, { listed: true }])
    await s.must(s.ask(undefined, 'POST', '/api/v1/evaluations', { policy: 'nbhtz-ladder', dates, facts }));
  const query = new URLSearchParams({ policy: 'nbhtz-ladder', ...dates });
  const batch = await s.app.request(`/api/v1/evaluations/batch?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: ['{"facts":{}}', '{"facts":{"listed":false}}', 'broken'].join('\n'),
  });
  await batch.text();
  expect(await versionIn(s)).toMatchObject({ evaluations: 4, usedSince: expect.any(String) });
});

test('drafts stand beside their policy with what they wait for; who may not edit is told so', async () => {
  const s = await openStudio();
  const { id } = await s.newDraft();
  const zone = { policyId: 'new-zone', label: { 'zh-CN': '新区梯队' }, inForceFrom: '2026-09-01' };
  await s.must(s.ask(s.editor, 'POST', '/api/v1/studio/drafts', { from: 'blank', title: '新区', ...zone }), 201);
  const { drafts, versions } = await ladderIn(s);
  expect(drafts).toMatchObject([{ id, state: 'draft', base: LADDER, consultation: null, openComments: 0 }]);
  expect(versions.map(({ state, daysLeft }: Shown) => [state, daysLeft])).toEqual([
    ['in-force', null],
    ['expired', null],
  ]);
  const seen = await s.must(s.ask(s.editor, 'GET', LIBRARY));
  expect(seen.mayEdit).toBe(true);
  const lacking = seen.policies.filter(({ lacksScheme }: Shown) => lacksScheme).map((each: Shown) => each.id);
  expect(lacking).toEqual(['torch-gazelle']);
  expect((await s.must(s.ask(s.reader, 'GET', LIBRARY))).mayEdit).toBe(false);
  expect((await s.ask(undefined, 'GET', LIBRARY)).status).toBe(401);
});
