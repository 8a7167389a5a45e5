import { expect, test } from 'vitest';
import { openStudio, type Shown } from '../../../testing/open-studio.ts';
import { passTime } from '../../deadlines/pass-time.ts';
import { notifications } from '../../notifications/table.ts';

type Studio = Awaited<ReturnType<typeof openStudio>>;
const told = async (s: Studio, key: string) =>
  (await s.database.read.select().from(notifications))
    .filter((row) => row.key === `policy-draft.${key}`)
    .map(({ userId, link }) => [userId, link]);

test('whoever may approve is told once when nothing but the approval is missing', async () => {
  const s = await openStudio();
  const { id } = await s.newDraft();
  const link = `/studio/drafts/${id}?tab=force`;
  await s.settleText(id);
  await s.settleCases(id);
  await s.exempt(id);
  await s.reviewLegality(id);
  expect(await told(s, 'awaits-approval')).toEqual([]);
  await s.setTransition(id);
  expect(await told(s, 'awaits-approval')).toEqual([[s.approver, link]]);
  await s.setTransition(id, 'move', 'keep');
  expect(await told(s, 'awaits-approval')).toHaveLength(1);
  expect((await s.audited(id)).filter((action: Shown) => action === 'policy-draft.awaits-approval')).toHaveLength(1);
});

test('they are told once when a change of the text or of a worked case was the last thing missing', async () => {
  const s = await openStudio();
  const wrong = { name: '空白企业', facts: {}, dates: { decision: '2026-07-01', filing: '2026-07-01' } };
  const changes = {
    text: {
      spoil: (id: string) => s.edit(id, [{ op: 'replace', path: 'label.zh-CN', value: '另一个名称' }]),
      mend: async (id: string) =>
        s.must(s.ask(s.editor, 'POST', s.at(id, '/undo'), { version: (await s.read(id)).version })),
    },
    case: {
      spoil: (id: string) =>
        s.must(
          s.ask(s.editor, 'POST', s.at(id, '/cases'), { cases: [{ ...wrong, expect: { best: 'gazelle' } }] }),
          201,
        ),
      mend: async (id: string) => {
        const { cases } = await s.must(s.ask(s.editor, 'GET', s.at(id, '/cases')));
        const { id: one } = cases.find((each: Shown) => each.case.name === wrong.name);
        await s.must(s.ask(s.editor, 'PUT', s.at(id, `/cases/${one}`), { ...wrong, expect: { best: null } }));
        await s.must(s.ask(s.editor, 'DELETE', s.at(id, `/cases/${one}`), {}), 204);
      },
    },
  };
  for (const [what, { spoil, mend }] of Object.entries(changes)) {
    const { id } = await s.newDraft({ title: what });
    const toldOf = async () => (await told(s, 'awaits-approval')).filter(([, link]) => link?.includes(id));
    await s.settleText(id);
    await s.settleCases(id);
    await s.exempt(id);
    await s.reviewLegality(id);
    await spoil(id);
    await s.setTransition(id);
    expect(await toldOf(), what).toEqual([]);
    await mend(id);
    expect(await toldOf(), what).toEqual([[s.approver, `/studio/drafts/${id}?tab=force`]]);
    expect(await s.audited(id)).toContain('policy-draft.awaits-approval');
  }
});

test('they are told again of the same text once their approval is voided', async () => {
  const s = await openStudio();
  const { id } = await s.newDraft();
  await s.ready(id);
  await s.must(s.approve(id));
  expect(await told(s, 'awaits-approval')).toHaveLength(1);
  await s.setTransition(id, 'move', 'keep');
  expect((await s.read(id)).state).toBe('draft');
  expect(await told(s, 'awaits-approval')).toHaveLength(2);
  await s.setTransition(id, 'keep', 'keep');
  expect(await told(s, 'awaits-approval')).toHaveLength(2);
});

test('they are told the day after a consultation ends, once, and that it is their turn', async () => {
  const clock = { now: new Date('2026-04-01T02:00:00Z') };
  const s = await openStudio(clock);
  const { id } = await s.newDraft();
  await s.ready(id);
  const words = { 'zh-CN': '征求意见' };
  const asked = { kind: 'public', title: words, text: words, contact: '政策处' };
  await s.must(s.ask(s.editor, 'POST', s.at(id, '/consultation'), asked), 201);
  await passTime(s.database, new Date('2026-05-01T02:00:00Z'));
  expect(await told(s, 'consultation-over')).toEqual([]);
  for (const day of ['2026-05-02', '2026-05-03']) await passTime(s.database, new Date(`${day}T02:00:00Z`));
  const link = `/studio/drafts/${id}?tab=force`;
  expect(await told(s, 'consultation-over')).toEqual([[s.approver, link]]);
  expect(await s.audited(id)).toContain('policy-draft.consultation-over');
});
