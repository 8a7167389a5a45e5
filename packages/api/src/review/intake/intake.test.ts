import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../testing/open-desk.ts';
import { applications, deferrals, submissions } from '../../applications/table.ts';
import { verifyChain } from '../../audit/verify-chain.ts';
import { withTransaction } from '../../db/with-transaction.ts';

const ITEM = { subject: 'material:audit-report', problem: '审计报告缺页', howToFix: '请上传完整的审计报告' };

describe('accepting', () => {
  it('asks every department at once and tells who must act', async () => {
    const { newCase, accept, see, audited, ask, science } = await openDesk();
    const id = await newCase();
    expect(await accept(id)).toMatchObject({ status: 200, body: { state: 'in-review' } });
    const view = await see(id);
    expect(view.tasks.map((task: { department: string }) => task.department).toSorted()).toEqual([
      'finance',
      'science',
      'tax',
    ]);
    expect(view.case.openTasks).toHaveLength(3);
    expect(await audited(id)).toEqual(['application.accept', 'review.opened']);
    const told = await ask(science, 'GET', '/api/v1/notifications');
    expect(JSON.stringify(told.body)).toContain(`/desk/cases/${id}`);
  });

  it.each([
    ['nobody', undefined, 401],
    ['a reviewer', 'science', 403],
    ['the auditor', 'auditor', 403],
  ] as const)('is not for %s', async (_who, role, status) => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const who = role === undefined ? undefined : desk[role];
    expect((await desk.ask(who, 'POST', desk.on(id, 'accept'), { version: 3 })).status).toBe(status);
    expect(await desk.audited(id)).toEqual([]);
  });

  it('refuses a page that is behind, and a second acceptance', async () => {
    const { newCase, accept } = await openDesk();
    const id = await newCase();
    expect(await accept(id, 2)).toMatchObject({ status: 409, body: { error: { code: 'changed-meanwhile' } } });
    await accept(id);
    expect((await accept(id)).status).toBe(409);
  });

  it('lets exactly one of 200 attempts at the same moment through, and loses nothing', async () => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const clerks = await Promise.all(Array.from({ length: 4 }, (_, i) => desk.newStaff('intake-clerk', `窗口${i}`)));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => desk.accept(id, 3, clerks[i % clerks.length] as string)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200);
    expect(others).toHaveLength(199);
    expect(others.every(({ status, body }) => status === 409 && body.error.code === 'changed-meanwhile')).toBe(true);
    expect((await desk.see(id)).tasks).toHaveLength(3);
    expect(await desk.audited(id)).toEqual(['application.accept', 'review.opened']);
    expect(await verifyChain(desk.database.read)).toMatchObject({ problem: null });
  });
});

describe('returning', () => {
  it('tells the whole list at once and waits for the firm', async () => {
    const { newCase, ask, on, clerk, see, audited, firm } = await openDesk();
    const id = await newCase();
    const items = [ITEM, { subject: 'general', problem: '联系人电话打不通', howToFix: '请更新联系人' }];
    const answer = await ask(clerk, 'POST', on(id, 'return'), { version: 3, items });
    expect(answer).toMatchObject({ status: 200, body: { state: 'returned' } });
    expect((await see(id)).corrections).toMatchObject([
      { round: 1, subject: 'material:audit-report' },
      { round: 1, subject: 'general' },
    ]);
    expect(await audited(id)).toEqual(['application.return']);
    const letter = await ask(clerk, 'GET', on(id, 'notices/return'));
    expect(letter.body).toMatchObject({ title: '一次性告知书', to: firm.name, items: [{ title: '审计报告缺页' }, {}] });
  });

  it.each([
    ['an empty list', { items: [] }],
    ['an item without a way to mend it', { items: [{ ...ITEM, howToFix: '' }] }],
    ['a subject that is none', { items: [{ ...ITEM, subject: 'whatever' }] }],
  ])('refuses %s', async (_what, body) => {
    const { newCase, ask, on, clerk, audited } = await openDesk();
    const id = await newCase();
    expect((await ask(clerk, 'POST', on(id, 'return'), { version: 3, ...body })).status).toBe(422);
    expect(await audited(id)).toEqual([]);
  });

  it('told-once: what was visible the first time needs a reason later, and that is marked', async () => {
    const desk = await openDesk();
    const { ask, on, clerk, see } = desk;
    const id = await desk.newCase({ content: { materials: [] } });
    await ask(clerk, 'POST', on(id, 'return'), { version: 3, items: [ITEM] });
    await resubmitted(desk, id);
    const late = { subject: 'fact:employees', problem: '职工人数没有依据', howToFix: '请上传社保清单' };
    const version = (await see(id)).version;
    const refused = await ask(clerk, 'POST', on(id, 'return'), { version, items: [ITEM, late] });
    expect(refused).toMatchObject({ status: 422, body: { error: { details: [{ path: 'items.1.lateReason' }] } } });
    const items = [ITEM, { ...late, lateReason: '第一次未核对社保数据' }];
    expect((await ask(clerk, 'POST', on(id, 'return'), { version, items })).status).toBe(200);
    const second = (await see(id)).corrections.filter((each: { round: number }) => each.round === 2);
    expect(second).toMatchObject([{ lateReason: null }, { lateReason: '第一次未核对社保数据' }]);
  });
});

/** The firm's answer to a list, put straight into the tables: the same submission again. */
async function resubmitted(desk: Awaited<ReturnType<typeof openDesk>>, id: string): Promise<void> {
  await withTransaction(desk.database, async (tx) => {
    const [first] = await tx.select().from(submissions).where(eq(submissions.applicationId, id));
    if (!first) throw new Error('not submitted');
    const again = { ...first, id: `${first.id}-2`, round: 2 };
    await tx.insert(submissions).values(again);
    await tx
      .update(applications)
      .set({ state: 'submitted', submissionId: again.id, openCorrections: 0 })
      .where(eq(applications.id, id));
  });
}

describe('accepting with deferred materials', () => {
  const promised = async (desk: Awaited<ReturnType<typeof openDesk>>) => {
    const id = await desk.newCase();
    const row = { applicationId: id, materialId: 'ip-certificates', promisedAt: 'x', promisedBy: desk.firm.userId };
    await withTransaction(desk.database, (tx) => tx.insert(deferrals).values(row));
    return id;
  };

  it('sets the last day of each material and opens the review', async () => {
    const desk = await openDesk();
    const id = await promised(desk);
    const days = [{ materialId: 'ip-certificates', workingDays: 5 }];
    const answer = await desk.ask(desk.clerk, 'POST', desk.on(id, 'accept-deferred'), { version: 3, days });
    expect(answer).toMatchObject({ status: 200, body: { state: 'in-review' } });
    // 1 April 2026 is a Wednesday; the 4th to 6th are Qingming.
    expect((await desk.see(id)).deferrals).toMatchObject([{ materialId: 'ip-certificates', dueOn: '2026-04-09' }]);
    expect(await desk.audited(id)).toEqual(['application.accept-deferred', 'review.opened']);
  });

  it('refuses a material nobody promised', async () => {
    const desk = await openDesk();
    const id = await promised(desk);
    const days = [{ materialId: 'audit-report', workingDays: 5 }];
    const answer = await desk.ask(desk.clerk, 'POST', desk.on(id, 'accept-deferred'), { version: 3, days });
    expect(answer).toMatchObject({ status: 422, body: { error: { details: [{ path: 'days.0.materialId' }] } } });
  });

  it('is not offered where nothing was promised', async () => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const answer = await desk.ask(desk.clerk, 'POST', desk.on(id, 'accept-deferred'), { version: 3, days: [] });
    expect(answer.status).toBe(412);
  });
});

describe('not accepting', () => {
  it('takes a reason and a clause, and the letter repeats them', async () => {
    const { newCase, ask, on, clerk, audited } = await openDesk();
    const id = await newCase();
    expect((await ask(clerk, 'POST', on(id, 'refuse-acceptance'), { version: 3, reason: 'x' })).status).toBe(422);
    const said = { version: 3, reason: '不属于本事项的申报范围', clause: '申报指南第二条' };
    expect(await ask(clerk, 'POST', on(id, 'refuse-acceptance'), said)).toMatchObject({
      status: 200,
      body: { state: 'not-accepted' },
    });
    expect(await audited(id)).toEqual(['application.refuse-acceptance']);
    const letter = await ask(clerk, 'GET', on(id, 'notices/refuse-acceptance'));
    expect(JSON.stringify(letter.body)).toContain('申报指南第二条');
  });
});
