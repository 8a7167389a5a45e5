import { describe, expect, test } from 'vitest';
import { openStudio, type Shown } from '../../../testing/open-studio.ts';
import { testLimits } from '../../../testing/open-test-app.ts';

const day = (date: string) => new Date(`${date}T02:00:00Z`);
const PUBLIC = {
  kind: 'public',
  title: { 'zh-CN': '瞪羚门槛征求意见', en: 'On the gazelle threshold' },
  text: { 'zh-CN': '拟提高增长率，请提意见。' },
  contact: '政策处 0574-0000',
};

async function opened(more: object = {}) {
  const clock = { now: new Date('2026-03-31T20:00:00Z') };
  const s = await openStudio(clock);
  const { id } = await s.newDraft();
  await s.edit(id, [{ op: 'replace', path: 'label.zh-CN', value: '新梯队' }]);
  const force = await s.must(s.ask(s.editor, 'POST', s.at(id, '/consultation'), { ...PUBLIC, ...more }), 201);
  return { s, id, clock, consultationId: force.consultation.id as string, force };
}

describe('consultations', () => {
  test('thirty days unless said otherwise; the text is frozen, its changes are told to everyone', async () => {
    const { s, id, consultationId, force } = await opened();
    expect(force.consultation).toMatchObject({ opensOn: '2026-04-01', closesOn: '2026-05-01', isOver: false });
    expect((await s.read(id)).state).toBe('in-consultation');
    await s.edit(id, [{ op: 'replace', path: 'label.zh-CN', value: '再改' }]);
    const shown = await s.must(s.ask(undefined, 'GET', `/api/v1/consultations/${consultationId}`));
    expect(shown).toMatchObject({ isOpen: true, daysLeft: 31, document: { label: { 'zh-CN': '新梯队' } } });
    expect(shown.changes.map((each: Shown) => each.type)).toContain('wording');
    const { consultations } = await s.must(s.ask(undefined, 'GET', '/api/v1/consultations'));
    expect(consultations).toMatchObject([{ id: consultationId, policyId: 'nbhtz-ladder' }]);
  });

  test.each([
    ['fewer days without a reason', { closesOn: '2026-04-10' }, 'shortReason'],
    ['a day that is over', { opensOn: '2026-03-01' }, 'opensOn'],
    ['an end before the beginning', { opensOn: '2026-05-01', closesOn: '2026-04-30', shortReason: 'x' }, 'closesOn'],
  ])('refuses %s', async (_name, more, path) => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const answer = await s.ask(s.editor, 'POST', s.at(id, '/consultation'), { ...PUBLIC, ...more });
    expect(answer.status).toBe(422);
    expect(answer.body.error.details.map((each: Shown) => each.path)).toContain(path);
  });

  test('anyone comments while it is open; the answer is public, how to reach them is not', async () => {
    const { s, clock, consultationId } = await opened();
    const url = `/api/v1/consultations/${consultationId}/comments`;
    const sent = await s.must(
      s.ask(undefined, 'POST', url, { text: '门槛过高', name: '李先生', contact: '13800001234' }),
      201,
    );
    expect(sent.number).toMatch(/^YJ-2026-\d{6}$/);
    const staff = `/api/v1/studio/consultations/${consultationId}/comments`;
    const { comments } = await s.must(s.ask(s.reader, 'GET', staff));
    expect(comments[0]).toMatchObject({ contact: '138****1234', text: '门槛过高' });
    const answer = { text: '已改为 18%', isAdopted: true };
    expect((await s.ask(s.reader, 'POST', `${staff}/${comments[0].id}/reply`, answer)).status).toBe(403);
    await s.must(s.ask(s.editor, 'POST', `${staff}/${comments[0].id}/reply`, answer), 204);
    const shown = await s.must(s.ask(undefined, 'GET', `/api/v1/consultations/${consultationId}`));
    expect(shown.opinions).toMatchObject([{ name: '李先生', reply: { text: '已改为 18%', isAdopted: true } }]);
    expect(JSON.stringify(shown)).not.toContain('1380000');
    await s.must(s.ask(s.editor, 'POST', `${staff}/${comments[0].id}/hide`, { reason: '含他人信息' }), 204);
    expect((await s.must(s.ask(undefined, 'GET', `/api/v1/consultations/${consultationId}`))).opinions).toEqual([]);
    clock.now = day('2026-05-01');
    expect((await s.ask(undefined, 'POST', url, { text: '最后一天' })).status).toBe(201);
    clock.now = day('2026-05-02');
    expect((await s.ask(undefined, 'POST', url, { text: '过期' })).status).toBe(409);
    expect(await s.audited(consultationId)).toEqual([
      'consultation.commented',
      'consultation.replied',
      'consultation.hidden',
      'consultation.commented',
    ]);
  });

  test('one that opens later is not there yet', async () => {
    const { s, clock, consultationId } = await opened({ opensOn: '2026-04-05' });
    expect((await s.ask(undefined, 'GET', `/api/v1/consultations/${consultationId}`)).status).toBe(404);
    clock.now = day('2026-04-05');
    expect((await s.ask(undefined, 'GET', `/api/v1/consultations/${consultationId}`)).status).toBe(200);
  });

  test('after its end the draft can be approved', async () => {
    const { s, id, clock } = await opened();
    await s.settleText(id);
    await s.setTransition(id);
    await s.reviewLegality(id);
    expect((await s.approve(id)).status).toBe(412);
    clock.now = day('2026-05-02');
    expect((await s.approve(id)).status).toBe(200);
  });
});

test('comments are few at a time', async () => {
  const { openOffice } = await import('../../../testing/open-office.ts');
  const office = await openOffice({ limits: { ...testLimits, objectionsPerMinute: 2 } });
  const send = () => office.ask(undefined, 'POST', '/api/v1/consultations/x/comments', { text: '意见' });
  expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([404, 404, 429]);
});
