import { describe, expect, test } from 'vitest';
import { openStudio, type Shown } from '../../testing/open-studio.ts';

const cmp = (fact: string, op: string, value: string, unit: string, year?: string) => ({
  k: 'cmp',
  op,
  a: { k: 'fact', fact, ...(year ? { year } : {}) },
  b: { k: 'lit', value, unit },
});
const words = (text: string) => ({ 'zh-CN': text, en: text });
const money = (id: string, label: string) => ({
  id,
  label: words(label),
  type: 'money',
  ifMissing: 'ask',
  ask: { group: 'finance', question: words(`${label}是多少？`) },
});
const tier = (id: string, label: string, least: string) => ({
  id,
  label: words(label),
  gates: [],
  vetoes: [],
  routes: [{ id: `${id}.direct`, k: 'direct', label: words(label), when: cmp('valuation', 'ge', least, 'CNY') }],
});

describe('a zone that was never shipped', () => {
  test('its ladder is typed in, passes its cases, and serves list, self-check, scheme and trial at once', async () => {
    const s = await openStudio();
    const blank = { from: 'blank', policyId: 'hz-ladder', title: '杭州梯队', label: { 'zh-CN': '杭州企业梯队' } };
    const { id } = await s.must(
      s.ask(s.editor, 'POST', '/api/v1/studio/drafts', { ...blank, inForceFrom: '2026-04-02' }),
      201,
    );
    expect((await s.read(id)).problems).toEqual([]);
    await s.edit(id, [
      { op: 'add', path: 'facts.1', value: money('valuation', '估值') },
      { op: 'add', path: 'tiers.0', value: tier('quasi', '准独角兽', '1000000000') },
      { op: 'add', path: 'tiers.1', value: tier('unicorn', '独角兽', '7000000000') },
    ]);
    const { id: other } = await s.newDraft();
    expect((await s.read(other)).policyId).toBe('nbhtz-ladder');
    const lacking = await s.force(id);
    expect(lacking.blockers.filter(({ code }: Shown) => code === 'cases-missing')).toHaveLength(4);
    await s.put(id);
    const { policies } = await s.must(s.ask(undefined, 'GET', '/api/v1/policies'));
    expect(policies.find((each: Shown) => each.id === 'hz-ladder').versions).toHaveLength(1);
    const check = async (valuation: string, decision = '2026-04-02') =>
      s.ask(undefined, 'POST', '/api/v1/evaluations', {
        policy: 'hz-ladder',
        dates: { decision, filing: decision },
        facts: { valuation, registeredOn: '2020-01-01' },
      });
    expect((await s.must(check('1000000000'))).decision.best).toBe('quasi');
    expect((await s.must(check('999999999'))).decision.best).toBeUndefined();
    expect((await check('1', '2026-04-01')).status).toBe(422);
    const { document } = await schemeOf(s);
    const scheme = {
      ...document,
      id: 'hz-unicorn',
      policy: 'hz-ladder',
      tiers: ['quasi', 'unicorn'],
      awards: [],
      materials: [],
    };
    const { pool: _, ...own } = scheme;
    await s.must(s.ask(s.editor, 'PUT', '/api/v1/schemes/hz-unicorn/draft', { document: own, basedOn: null }));
    const trial = await s.ask(s.editor, 'POST', s.at(id, '/trials'), { population: { kind: 'synthetic', count: 200 } });
    expect(trial.status).toBe(202);
  });

  async function schemeOf(s: Awaited<ReturnType<typeof openStudio>>) {
    const { scheme } = await s.must(s.ask(undefined, 'GET', '/api/v1/schemes/gazelle-recognition'));
    return { document: scheme };
  }
});

describe('parks', () => {
  test('a version for one park speaks of its firms alone, and ends nothing for the others', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft({ inForceFrom: '2026-04-02' });
    await s.edit(id, [{ op: 'replace', path: 'label.zh-CN', value: '核心区梯队' }]);
    await s.must(s.ask(s.editor, 'PUT', s.at(id, '/scope'), { version: (await s.read(id)).version, parks: ['core'] }));
    await s.put(id);
    const from = async (park?: string) => {
      const dates = { decision: '2026-04-03', filing: '2026-04-03' };
      const body = { policy: 'nbhtz-ladder', dates, facts: {}, ...(park ? { park } : {}) };
      return (await s.must(s.ask(undefined, 'POST', '/api/v1/evaluations', body))).policy.inForceFrom;
    };
    expect([await from('core'), await from('east'), await from()]).toEqual(['2026-04-02', '2020-11-23', '2020-11-23']);
    const { policies } = await s.must(s.ask(s.reader, 'GET', '/api/v1/studio/library'));
    const { versions } = policies.find((each: Shown) => each.id === 'nbhtz-ladder');
    expect(versions.slice(0, 2)).toMatchObject([{ parks: ['core'] }, { endsOn: null, parks: null }]);
  });

  test('a policy that is for one park alone is refused to all others by name', async () => {
    const s = await openStudio();
    const blank = { from: 'blank', policyId: 'core-only', title: '核心区', label: { 'zh-CN': '核心区办法' } };
    const { id } = await s.must(
      s.ask(s.editor, 'POST', '/api/v1/studio/drafts', { ...blank, inForceFrom: '2026-04-02' }),
      201,
    );
    await s.edit(id, [{ op: 'add', path: 'facts.1', value: money('valuation', '估值') }]);
    await s.edit(id, [{ op: 'add', path: 'tiers.0', value: tier('quasi', '准独角兽', '1000000000') }]);
    await s.must(s.ask(s.editor, 'PUT', s.at(id, '/scope'), { version: (await s.read(id)).version, parks: ['core'] }));
    await s.put(id);
    const dates = { decision: '2026-04-03', filing: '2026-04-03' };
    const ask = (park?: string) =>
      s.ask(undefined, 'POST', '/api/v1/evaluations', {
        policy: 'core-only',
        dates,
        facts: {},
        ...(park ? { park } : {}),
      });
    expect((await ask('core')).status).toBe(200);
    for (const park of ['east', undefined])
      expect(await ask(park)).toMatchObject({ status: 422, body: { error: { code: 'not-for-park' } } });
  });
});
