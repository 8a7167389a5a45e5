import { describe, expect, test } from 'vitest';
import { openCases } from '../../testing/open-cases.ts';
import { NOW } from '../../testing/open-test-app.ts';
import { loadActor } from '../identity/load-actor.ts';
import { outbox } from '../notifications/table.ts';
import { acceptCase } from '../review/intake/accept-case.ts';
import { acceptDeferred } from '../review/intake/accept-deferred.ts';
import { returnCase } from '../review/intake/return-case.ts';
import { passTime } from './pass-time.ts';

type Cases = Awaited<ReturnType<typeof openCases>>;
const day = (date: string) => new Date(`${date}T02:00:00Z`);

/** The timeline as the firm reads it. */
const toldIn = ({ timeline }: { readonly timeline: readonly { readonly label: Record<string, string> }[] }) =>
  timeline.map(({ label }) => label['zh-CN']);

async function byClerk({ database, clock, clerk }: Cases) {
  const actor = await loadActor(database.read, clerk);
  if (!actor) throw new Error('nobody');
  return { database, actor, now: clock.now, requestId: 'test' };
}

describe('the passing of time', () => {
  test.each([
    ['the last day itself', '2026-04-09', 'submitted'],
    ['the day after', '2026-04-10', 'in-review'],
  ])('intake that was not answered counts as accepted: %s', async (_name, date, state) => {
    const cases = await openCases();
    const id = await cases.submitted();
    cases.clock.now = day(date);
    await passTime(cases.database, day(date));
    expect((await cases.see(id)).state).toBe(state);
  });

  test('departments get their tasks, the overrun is public, the firm is told', async () => {
    const cases = await openCases();
    const id = await cases.submitted();
    expect(await passTime(cases.database, day('2026-04-10'))).toEqual({ moved: 1, failures: [] });
    const { overruns } = (await cases.ask(undefined, 'GET', '/api/v1/overruns')).body;
    expect(overruns).toMatchObject([{ kind: 'intake', dueOn: '2026-04-09' }]);
    expect(await cases.audited(id)).toEqual(
      expect.arrayContaining(['application.overran', 'application.deem-accepted', 'review.opened']),
    );
    expect(toldIn(await cases.see(id))).toEqual(['签署并提交', '办理超过了承诺的期限', '逾期未告知，视为受理']);
  });

  test('a firm that does not answer the list lapses on the day after the last day', async () => {
    const cases = await openCases();
    const id = await cases.submitted();
    const { version } = await cases.see(id);
    const items = [{ subject: 'general', problem: '缺页', howToFix: '补齐' }];
    await returnCase(await byClerk(cases), { applicationId: id, version, items });
    const { dueOn } = await cases.see(id);
    await passTime(cases.database, day(dueOn));
    expect((await cases.see(id)).state).toBe('returned');
    cases.clock.now = day('2026-06-01');
    await passTime(cases.database, day('2026-06-01'));
    expect(await cases.see(id)).toMatchObject({ state: 'lapsed', isTerminal: true });
  });

  test('a promised material that has not come ends the case, and the firm may not promise again', async () => {
    const cases = await openCases();
    const materials = await cases.materials(['audit-report', 'business-plan', 'ip-certificates', 'rd-ledger']);
    const id = await cases.submitted(undefined, { materials, deferrals: ['staff-list'] });
    const { version } = await cases.see(id);
    await acceptDeferred(await byClerk(cases), {
      applicationId: id,
      version,
      days: [{ materialId: 'staff-list', workingDays: 3 }],
    });
    cases.clock.now = day('2026-04-10');
    await passTime(cases.database, cases.clock.now);
    expect(await cases.see(id)).toMatchObject({ state: 'lapsed', deferrals: [{ isBroken: true }] });
    const next = await cases.readyDraft(undefined, { materials, deferrals: ['staff-list'] });
    expect((await cases.readDraft(next)).mayDefer).toBe(false);
    const details = (await cases.submit(next)).body.error.details;
    expect(details).toContainEqual(expect.objectContaining({ path: 'materials.staff-list' }));
  });

  test('silent departments are recorded and the case goes on to the decision', async () => {
    const cases = await openCases();
    const id = await cases.submitted();
    await acceptCase(await byClerk(cases), { applicationId: id, version: (await cases.see(id)).version });
    cases.clock.now = day('2026-06-01');
    await passTime(cases.database, cases.clock.now);
    expect((await cases.see(id)).state).toBe('in-decision');
    expect(await cases.audited(id)).toContain('review.closed-silent');
    const told = toldIn(await cases.see(id));
    expect(told.filter((each) => each === '办理超过了承诺的期限')).toHaveLength(1);
    expect(told).toContain('有部门到期没有答复，已记录在案，办理继续');
  });

  test.each([
    ['in-publicity', 'approved'],
    ['in-decision', 'in-decision'],
  ] as const)('%s becomes %s', async (state, after) => {
    const cases = await openCases();
    const id = await cases.newCase(cases.firm, { state, set: { dueOn: '2026-04-09' } });
    cases.clock.now = day('2026-06-01');
    await passTime(cases.database, cases.clock.now);
    expect((await cases.see(id)).state).toBe(after);
  });

  test('one case that fails stops no other; what was done is not done again, and two processes do no harm', async () => {
    const cases = await openCases();
    const [broken, sound] = [await cases.submitted(), await cases.submitted()];
    const { applications } = await import('../applications/table.ts');
    const { eq } = await import('drizzle-orm');
    const { withTransaction } = await import('../db/with-transaction.ts');
    await withTransaction(cases.database, (tx) =>
      tx.update(applications).set({ schemeRevision: 99 }).where(eq(applications.id, broken)),
    );
    const both = await Promise.all([
      passTime(cases.database, day('2026-04-10')),
      passTime(cases.database, day('2026-04-10')),
    ]);
    expect(both.flatMap(({ failures }) => failures.map(({ subject }) => subject))).toContain(broken);
    expect((await cases.see(sound)).state).toBe('in-review');
    expect((await cases.audited(sound)).filter((action) => action === 'application.deem-accepted')).toHaveLength(1);
  });
});

test('nothing happens while nothing is late', async () => {
  const cases = await openCases();
  await cases.submitted();
  expect(await passTime(cases.database, NOW)).toEqual({ moved: 0, failures: [] });
});

describe('reminders', () => {
  const notices = async ({ ask, firm }: Cases) => {
    const { notifications } = (await ask(firm.userId, 'GET', '/api/v1/notifications')).body;
    return notifications.map(({ text }: { text: string }) => text) as readonly string[];
  };
  const reminders = async (cases: Cases, id: string) =>
    (await cases.audited(id)).filter((action) => action === 'application.reminded').length;

  test('a firm hears three working days before its corrections are due, once for each list, also by e-mail', async () => {
    const cases = await openCases();
    const id = await cases.submitted();
    const items = [{ subject: 'general', problem: '缺页', howToFix: '补齐' }];
    await returnCase(await byClerk(cases), { applicationId: id, version: (await cases.see(id)).version, items });
    const { dueOn } = await cases.see(id);
    // Ten working days after Wednesday the 1st of April, without Qingming from the 4th to the 6th.
    expect(dueOn).toBe('2026-04-16');
    for (const [date, n] of [
      ['2026-04-10', 0],
      ['2026-04-13', 1],
      ['2026-04-14', 1],
      ['2026-04-16', 1],
    ] as const) {
      cases.clock.now = day(date);
      expect(await passTime(cases.database, day(date))).toMatchObject({ failures: [] });
      expect([date, await reminders(cases, id)]).toEqual([date, n]);
    }
    const { number } = await cases.see(id);
    const [text] = await notices(cases);
    expect(text).toBe(`您的申报（${number}）还有 1 项没有补正，请最迟于 2026-04-16 提交；逾期未交，本件将终止`);
    const mails = await cases.database.read.select().from(outbox);
    expect(mails.filter((mail) => mail.text === text)).toHaveLength(1);
  });

  test('promised materials that are due together are named in one reminder; what was delivered in none', async () => {
    const cases = await openCases();
    const materials = await cases.materials(['audit-report', 'business-plan', 'ip-certificates']);
    const id = await cases.submitted(undefined, { materials, deferrals: ['staff-list', 'rd-ledger'] });
    const days = ['staff-list', 'rd-ledger'].map((materialId) => ({ materialId, workingDays: 5 }));
    await acceptDeferred(await byClerk(cases), {
      applicationId: id,
      version: (await cases.see(id)).version,
      days,
    });
    const path = `/api/v1/applications/${id}/deferrals/rd-ledger/deliver`;
    expect((await cases.ask(cases.firm.userId, 'POST', path, { fileIds: [await cases.newFile()] })).status).toBe(200);
    cases.clock.now = day('2026-04-07');
    await Promise.all([passTime(cases.database, cases.clock.now), passTime(cases.database, cases.clock.now)]);
    expect(await reminders(cases, id)).toBe(1);
    expect((await notices(cases))[0]).toContain('还有 1 份承诺后补的材料没有交，请最迟于 2026-04-09 补交');
  });

  test('who was told today of a day that is near is not reminded of it at once; 0 days means never', async () => {
    const cases = await openCases();
    const materials = await cases.materials(['audit-report', 'business-plan', 'ip-certificates', 'rd-ledger']);
    const id = await cases.submitted(undefined, { materials, deferrals: ['staff-list'] });
    await acceptDeferred(await byClerk(cases), {
      applicationId: id,
      version: (await cases.see(id)).version,
      days: [{ materialId: 'staff-list', workingDays: 3 }],
    });
    await passTime(cases.database, NOW);
    expect(await reminders(cases, id)).toBe(0);
    await passTime(cases.database, day('2026-04-02'), 0);
    expect(await reminders(cases, id)).toBe(0);
    await passTime(cases.database, day('2026-04-02'));
    expect(await reminders(cases, id)).toBe(1);
  });
});
