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
