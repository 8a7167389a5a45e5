import { describe, expect, test } from 'vitest';
import { openCases } from '../../testing/open-cases.ts';
import { NOW } from '../../testing/open-test-app.ts';
import { loadActor } from '../identity/load-actor.ts';
import { acceptCase } from '../review/intake/accept-case.ts';
import { acceptDeferred } from '../review/intake/accept-deferred.ts';
import { returnCase } from '../review/intake/return-case.ts';
import { passTime } from './pass-time.ts';

type Cases = Awaited<ReturnType<typeof openCases>>;
const day = (date: string) => new Date(`${date}T02:00:00Z`);

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
    expect(both.flatMap(({ failures }) => failures.map(({ applicationId }) => applicationId))).toContain(broken);
    expect((await cases.see(sound)).state).toBe('in-review');
    expect((await cases.audited(sound)).filter((action) => action === 'application.deem-accepted')).toHaveLength(1);
  });
});

test('nothing happens while nothing is late', async () => {
  const cases = await openCases();
  await cases.submitted();
  expect(await passTime(cases.database, NOW)).toEqual({ moved: 0, failures: [] });
});
