import { hashOf } from '@tidu/rules';
import { describe, expect, test } from 'vitest';
import { gazelle2026 } from '../../../testing/open-cases.ts';
import { FROM, LADDER, openStudio, type Shown } from '../../../testing/open-studio.ts';
import { passTime } from '../../deadlines/pass-time.ts';
import { listVersions } from '../../policies/queries.ts';

const day = (date: string) => new Date(`${date}T02:00:00Z`);
const codes = (blockers: readonly { readonly code: string }[]) => [...new Set(blockers.map(({ code }) => code))];

describe('what stands before an approval', () => {
  test('a fresh draft is told everything at once, and none of it afterwards', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const { blockers } = await s.force(id);
    const said = (code: string) => blockers.find((each: Shown) => each.code === code).text;
    expect(said('fairness-missing')['zh-CN']).toMatch(/^“注册地在宁波高新区”/);
    expect(said('fairness-missing').en).toMatch(/^“Registered in /);
    expect(said('untranslatable-open')['zh-CN']).toMatch(/^条款“[^a-z]+”/);
    expect(codes(blockers)).toEqual([
      'fairness-missing',
      'untranslatable-open',
      'no-consultation',
      'legality-missing',
      'transition-missing',
      'not-approved',
    ]);
    await s.ready(id);
    expect(codes((await s.force(id)).blockers)).toEqual(['not-approved']);
  });

  type Studio = Awaited<ReturnType<typeof openStudio>>;
  const spoil: Record<string, (s: Studio, id: string) => Promise<unknown>> = {
    'text-unreadable': (s, id) => s.edit(id, [{ op: 'replace', path: 'pick', value: 'lowest' }]),
    'check-errors': (s, id) =>
      s.edit(id, [
        { op: 'add', path: 'awards.0', value: award },
        { op: 'add', path: 'awards.1', value: { ...award, id: 'twice' } },
        { op: 'add', path: 'pools.0', value: { ...pool, minGrant: '900', budget: '100' } },
      ]),
    'cases-failing': async (s, id) => {
      const { cases } = await s.must(s.ask(s.editor, 'GET', s.at(id, '/cases')));
      const wrong = { ...cases[0].case, expect: { best: 'unicorn' } };
      await s.must(s.ask(s.editor, 'PUT', s.at(id, `/cases/${cases[0].id}`), wrong));
    },
    'cases-missing': async (s, id) => {
      const { cases } = await s.must(s.ask(s.editor, 'GET', s.at(id, '/cases')));
      for (const each of cases) await s.must(s.ask(s.editor, 'DELETE', s.at(id, `/cases/${each.id}`), {}), 204);
    },
    'fairness-missing': async (s, id) =>
      s.must(s.ask(s.editor, 'PUT', s.at(id, '/fairness'), { version: (await s.read(id)).version, reviews: [] })),
    'legality-missing': (s, id) => s.edit(id, [{ op: 'replace', path: 'label.zh-CN', value: '另一个名字' }]),
    'consultation-open': async (s, id) =>
      s.must(
        s.ask(s.editor, 'POST', s.at(id, '/consultation'), {
          kind: 'public',
          title: { 'zh-CN': '征求意见' },
          text: { 'zh-CN': '请提意见' },
          contact: '政策处',
        }),
        201,
      ),
    'date-passed': (s, id) => schedule(s, id, '2026-03-01'),
    'date-taken': (s, id) => schedule(s, id, '2020-11-23'),
  };
  const award = {
    id: 'bonus',
    label: { 'zh-CN': '奖励' },
    for: 'gazelle',
    pay: { k: 'lit', value: '500', unit: 'CNY' },
  };
  const pool = { id: 'fund', label: { 'zh-CN': '资金' }, awards: ['bonus', 'twice'], order: [], method: 'fcfs' };
  const schedule = async (s: Studio, id: string, inForceFrom: string) =>
    s.must(s.ask(s.editor, 'PUT', s.at(id, '/schedule'), { version: (await s.read(id)).version, inForceFrom }));

  test.each(Object.keys(spoil))('approval is blocked by %s, by its name', async (code) => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.ready(id);
    await spoil[code]?.(s, id);
    const answer = await s.approve(id);
    expect(answer.status).toBe(412);
    const details = answer.body.error.details;
    expect(details.map((each: Shown) => each.path)).toContain(code);
    expect(details.every((each: Shown) => !each.message.includes('api.') && !each.fix.includes('api.'))).toBe(true);
    expect((await s.read(id)).state).not.toBe('approved');
  });

  test('nobody approves or publishes what they have written', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.ready(id);
    const { staffRoles } = await import('../../identity/table.ts');
    const { withTransaction } = await import('../../db/with-transaction.ts');
    const role = { id: 'both', userId: s.editor, role: 'policy-approver' as const };
    const row = { ...role, grantedAt: '2026-01-01T00:00:00Z', grantedBy: 'system' };
    await withTransaction(s.database, (tx) => tx.insert(staffRoles).values(row));
    const own = await s.approve(id, s.editor);
    expect([own.status, own.body.error.details[0].path]).toEqual([412, 'different-person']);
    await s.must(s.approve(id));
    expect((await s.publish(id, s.editor)).status).toBe(412);
    for (const user of [s.other, s.reader, s.auditor]) expect((await s.publish(id, user)).status).toBe(403);
  });

  test.each([
    ['the text', (s: Studio, id: string) => s.edit(id, [{ op: 'replace', path: 'label.zh-CN', value: '改名' }])],
    ['a worked case', spoil['cases-failing'] as (s: Studio, id: string) => Promise<unknown>],
    ['the transition', (s: Studio, id: string) => s.setTransition(id, 'move', 'move')],
    [
      'the parks',
      async (s: Studio, id: string) =>
        s.must(s.ask(s.editor, 'PUT', s.at(id, '/scope'), { version: (await s.read(id)).version, parks: ['core'] })),
    ],
  ])('a change of %s afterwards voids the approval', async (_name, change) => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.ready(id);
    await s.must(s.approve(id));
    await change(s, id);
    expect((await s.read(id)).state).toBe('draft');
    const published = await s.publish(id);
    expect(published.status).toBe(412);
    expect(published.body.error.details.map((each: Shown) => each.path)).toContain('approval-void');
    expect((await s.force(id)).approvals[0].isVoid).toBe(true);
  });

  test('only the text that was read is approved, and the changes seen are kept with it', async () => {
    const s = await openStudio();
    const { id, hash } = await s.newDraft();
    await s.edit(id, [{ op: 'replace', path: 'tiers.1.label.zh-CN', value: '瞪羚' }]);
    await s.ready(id);
    const stale = { hash, decision: 'approve', note: '同意' };
    expect((await s.ask(s.approver, 'POST', s.at(id, '/approvals'), stale)).status).toBe(409);
    const { approvals } = await s.must(s.approve(id));
    expect(approvals[0]).toMatchObject({ decision: 'approve', isVoid: false, by: { name: '周审批' } });
    expect(approvals[0].changes.map((each: Shown) => each.type)).toContain('wording');
    expect(await s.audited(id)).toContain('policy-draft.approved');
  });

  test('an approver sends it back with a reason; a draft can be withdrawn and is then closed', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.ready(id);
    const { hash } = await s.read(id);
    await s.must(s.ask(s.approver, 'POST', s.at(id, '/approvals'), { hash, decision: 'return', note: '依据不足' }));
    expect((await s.force(id)).approvals[0]).toMatchObject({ decision: 'return', note: '依据不足' });
    await s.must(s.ask(s.editor, 'POST', s.at(id, '/withdrawal'), { reason: '不再需要' }));
    expect(await s.read(id)).toMatchObject({ state: 'withdrawn', withdrawnBecause: '不再需要' });
    const edit = { version: 0, ops: [{ op: 'remove', path: 'summary' }], summary: 'x' };
    expect((await s.ask(s.editor, 'POST', s.at(id, '/edits'), edit)).body.error.code).toBe('studio.not-editable');
    expect((await s.approve(id)).status).toBe(409);
  });
});

describe('publication', () => {
  test('the published version is the approved text, and the one before ends the day before without being touched', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const before = (await listVersions(s.database.read)).find(({ doc }) => doc.inForce.from === '2020-11-23');
    const { hash, state, noticeId } = await s.put(id);
    expect(state).toBe('scheduled');
    const versions = await listVersions(s.database.read);
    const mine = versions.find((each) => each.hash === hash);
    expect(mine && hashOf(mine.doc)).toBe((await s.read(id)).hash);
    const old = versions.find(({ doc }) => doc.inForce.from === '2020-11-23');
    expect(old).toMatchObject({ hash: before?.hash, doc: before?.doc, endsOn: '2026-06-30' });
    const notice = await s.must(s.ask(undefined, 'GET', `/api/v1/policy-notices/${noticeId}`));
    expect(notice).toMatchObject({ inForceFrom: FROM, exemption: '仅更正文字', transition: { drafts: 'keep' } });
    expect(notice).toMatchObject({ scope: null, fairness: [{ label: { 'zh-CN': expect.any(String) } }, {}] });
    expect((await s.publish(id)).status).toBe(409);
    expect(await s.audited('nbhtz-ladder')).toContain('policy.published');
  });

  test('a self-check before and after the day gives the old and the new result, without a restart', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await raise(s, id);
    await s.put(id);
    const check = async (decision: string) => {
      const body = { policy: 'nbhtz-ladder', dates: { decision, filing: decision }, facts: gazelle2026 };
      const { policy, decision: made } = await s.must(s.ask(undefined, 'POST', '/api/v1/evaluations', body));
      return [policy.inForceFrom, made.tiers.find((tier: Shown) => tier.tier === 'gazelle').outcome];
    };
    expect(await check('2026-06-30')).toEqual(['2020-11-23', 'yes']);
    expect(await check('2026-07-01')).toEqual([FROM, 'no']);
    const { versions } = await s.must(s.ask(undefined, 'GET', '/api/v1/policies/nbhtz-ladder'));
    expect(versions.filter((each: Shown) => each.current).map((each: Shown) => each.inForceFrom)).toEqual([
      '2020-11-23',
    ]);
  });

  test('going back publishes the earlier text again as a new version', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.edit(id, [{ op: 'replace', path: 'label.zh-CN', value: '新的梯队' }]);
    await s.put(id);
    const back = await s.newDraft({
      from: 'rollback',
      ref: LADDER,
      title: '恢复 2020 年版',
      inForceFrom: '2026-10-01',
      reason: '新版有误',
    });
    expect(back.document.label['zh-CN']).toBe('宁波高新区企业培育梯队');
    const { noticeId } = await s.put(back.id);
    const notice = await s.must(s.ask(undefined, 'GET', `/api/v1/policy-notices/${noticeId}`));
    expect(notice).toMatchObject({ isRollback: true, rollbackReason: '新版有误', inForceFrom: '2026-10-01' });
    const { policies } = await s.must(s.ask(s.reader, 'GET', '/api/v1/studio/library'));
    const { versions } = policies.find((each: Shown) => each.id === 'nbhtz-ladder');
    expect(versions.slice(0, 3).map((each: Shown) => [each.inForceFrom, each.endsOn])).toEqual([
      ['2026-10-01', null],
      [FROM, '2026-09-30'],
      ['2020-11-23', '2026-06-30'],
    ]);
  });

  test('a draft begun before another version was published is told so', async () => {
    const clock = { now: new Date('2026-03-31T20:00:00Z') };
    const s = await openStudio(clock);
    const late = await s.newDraft({ inForceFrom: '2026-09-01' });
    const { id } = await s.newDraft();
    clock.now = new Date('2026-04-01T20:00:00Z');
    await s.put(id);
    expect(codes((await s.force(late.id)).blockers)).toContain('base-moved');
  });

  test('on its day a version takes effect once, and the draft before is over', async () => {
    const clock = { now: new Date('2026-03-31T20:00:00Z') };
    const s = await openStudio(clock);
    const { id } = await s.newDraft();
    await s.put(id);
    clock.now = day('2026-06-30');
    await passTime(s.database, clock.now);
    expect((await s.read(id)).state).toBe('scheduled');
    clock.now = day(FROM);
    await Promise.all([passTime(s.database, clock.now), passTime(s.database, clock.now)]);
    expect((await s.read(id)).state).toBe('published');
    expect((await s.audited('nbhtz-ladder')).filter((action) => action === 'policy.took-effect')).toHaveLength(1);
    const next = await s.newDraft({ inForceFrom: '2026-12-01', ref: `draft:${id}` });
    await s.put(next.id);
    clock.now = day('2026-12-01');
    await passTime(s.database, clock.now);
    expect((await s.read(id)).state).toBe('superseded');
  });
});

type Studio = Awaited<ReturnType<typeof openStudio>>;

/** Raises the growth of route two, so that nobody on its line passes, and mends the cases that say otherwise. */
async function raise(s: Studio, id: string) {
  const routes = (await s.read(id)).document.tiers[1].routes;
  const tests: readonly Shown[] = routes[1].when.of;
  const at = tests.findIndex((each) => each.a?.k === 'growth');
  await s.edit(id, [{ op: 'replace', path: `tiers.1.routes.1.when.of.${at}.b.value`, value: '90%' }]);
  const { cases } = await s.must(s.ask(s.editor, 'GET', s.at(id, '/cases')));
  for (const each of cases)
    if (!each.result.ok) await s.must(s.ask(s.editor, 'DELETE', s.at(id, `/cases/${each.id}`), {}), 204);
}
