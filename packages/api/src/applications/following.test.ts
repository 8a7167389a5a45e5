import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DECLARATION, openCases } from '../../testing/open-cases.ts';
import { NOW } from '../../testing/open-test-app.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { loadActor } from '../identity/load-actor.ts';
import { acceptCase } from '../review/intake/accept-case.ts';
import { acceptDeferred } from '../review/intake/accept-deferred.ts';
import { returnCase } from '../review/intake/return-case.ts';
import { applicationClocks, submissions } from './table.ts';

type Cases = Awaited<ReturnType<typeof openCases>>;

async function actOf({ database, clock }: Cases, userId: string) {
  const actor = await loadActor(database.read, userId);
  if (!actor) throw new Error('nobody');
  return { database, actor, now: clock.now, requestId: 'test' };
}

const item = (subject: string) => ({ subject, problem: '缺页', howToFix: '请补全后重新上传' });

async function returned(cases: Cases, subjects: readonly string[]): Promise<string> {
  const id = await cases.submitted();
  const { version } = await cases.see(id);
  await returnCase(await actOf(cases, cases.clerk), { applicationId: id, version, items: subjects.map(item) });
  return id;
}

const answersOf = async (cases: Cases, id: string) =>
  Object.fromEntries((await cases.see(id)).corrections.map((each: { id: string }) => [each.id, '已补全']));

describe('a case that was returned', () => {
  test('civiform #4414: a resubmission never touches the earlier verdict', async () => {
    const cases = await openCases();
    const id = await returned(cases, ['material:audit-report', 'fact:employees']);
    const [before] = await cases.database.read.select().from(submissions);
    const materials = {
      ...(await cases.readDraft(id)).content.materials,
      'audit-report': [await cases.newFile('新的.pdf')],
    };
    const saved = await cases.save(id, {
      materials,
      facts: { employees: { known: { '2025': '80' } } },
      answers: await answersOf(cases, id),
    });
    expect(saved.status).toBe(200);
    expect((await cases.resubmit(id)).status).toBe(200);
    const rows = await cases.database.read.select().from(submissions).orderBy(submissions.round);
    expect(JSON.stringify(rows[0])).toBe(JSON.stringify(before));
    expect(rows.map(({ round, policyHash }) => [round, policyHash])).toEqual([
      [1, before?.policyHash],
      [2, before?.policyHash],
    ]);
    expect(rows[1]?.dates).toBe(before?.dates);
    expect(JSON.parse(rows[1]?.facts ?? '{}').employees.known).toEqual({ '2025': '80' });
    expect((await cases.see(id)).state).toBe('submitted');
  });

  test('evidence that was missing of a listed figure comes with the answer; that of others cannot be touched', async () => {
    const cases = await openCases();
    const id = await returned(cases, ['fact:revenue']);
    const [proof, other] = [await cases.newFile('营业收入证明.pdf'), await cases.newFile('别的.pdf')];
    const stray = await cases.save(id, { evidence: { 'revenue@2025': [proof], ownCoreIp: [other] } });
    expect(stray).toMatchObject({
      status: 422,
      body: { error: { code: 'not-listed', details: [{ path: 'content.evidence.ownCoreIp' }] } },
    });
    const gone = { evidence: { 'revenue@2025': ['none-such'] }, answers: await answersOf(cases, id) };
    expect((await cases.save(id, gone)).status).toBe(200);
    expect(await cases.resubmit(id)).toMatchObject({
      status: 422,
      body: { error: { details: [{ path: 'evidence.revenue@2025' }] } },
    });
    expect((await cases.save(id, { evidence: { 'revenue@2025': [proof] } })).status).toBe(200);
    expect((await cases.readDraft(id)).files).toContainEqual(expect.objectContaining({ id: proof }));
    expect((await cases.resubmit(id)).status).toBe(200);
    const path = `/api/v1/applications/${id}/submissions/2`;
    const { content } = (await cases.ask(cases.firm.userId, 'GET', path)).body;
    expect(content.sources['revenue@2025']).toEqual({ source: 'declared', evidence: [proof] });
    expect(content.sources['revenue@2024'].evidence).toEqual([]);
    // On file from now on, and kept: an application to come has it already.
    const again = await cases.readDraft(await cases.startDraft());
    expect(again.profile.sources['revenue@2025'].evidence).toEqual([proof]);
    const files = `/api/v1/firms/${cases.firm.firmId}/files/${proof}`;
    expect((await cases.ask(cases.firm.userId, 'DELETE', files)).status).toBe(409);
  });

  test('INVARIANT (only-what-is-listed): nothing beyond the list is changed, each place is named', async () => {
    const cases = await openCases();
    const id = await returned(cases, ['material:audit-report']);
    const { content } = await cases.readDraft(id);
    const answer = await cases.save(id, {
      projectName: '换一个',
      materials: { ...content.materials, 'business-plan': [] },
      facts: { revenue: { known: { '2025': '9' } } },
      deferrals: ['staff-list'],
    });
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'not-listed' } } });
    expect(answer.body.error.details.map(({ path }: { path: string }) => path)).toEqual([
      'content.projectName',
      'content.materials.business-plan',
      'content.deferrals.staff-list',
      'content.facts.revenue',
    ]);
  });

  test('every line of the list needs an answer, all are told at once', async () => {
    const cases = await openCases();
    const id = await returned(cases, ['material:audit-report', 'general']);
    const answer = await cases.resubmit(id);
    expect(answer.status).toBe(422);
    expect(answer.body.error.details.filter(({ path }: { path: string }) => path.startsWith('answers.'))).toHaveLength(
      2,
    );
  });

  test('grants-stack #3254: a small defect does not send the firm back to the start', async () => {
    const cases = await openCases();
    const id = await returned(cases, ['material:audit-report']);
    const draft = await cases.readDraft(id);
    expect(draft.editable).toEqual(['material:audit-report']);
    expect(draft.content.projectName).toBe('瞪羚企业认定');
    await cases.save(id, { answers: await answersOf(cases, id) });
    const answer = await cases.resubmit(id);
    expect(answer.body).toMatchObject({ number: 'TD-2026-000001' });
  });
});

describe('withdrawal', () => {
  test('hypha #3296, simpler-grants-gov #5666 #12314: a case is withdrawn, copied and submitted again', async () => {
    const cases = await openCases();
    const id = await cases.submitted();
    const { version, permitted } = await cases.see(id);
    expect(permitted).toContainEqual(expect.objectContaining({ event: 'withdraw', permitted: true }));
    const answer = await cases.ask(cases.firm.userId, 'POST', `/api/v1/applications/${id}/withdraw`, { version });
    expect(answer.body).toMatchObject({ state: 'withdrawn', isTerminal: true });
    const again = await cases.startDraft({ copyOf: id });
    expect((await cases.submit(again)).body.number).toBe('TD-2026-000002');
    expect(await cases.audited(id)).toContain('application.withdraw');
  });

  test('an older page does not withdraw a newer state; an editor may not at all', async () => {
    const cases = await openCases();
    const id = await cases.submitted();
    const path = `/api/v1/applications/${id}/withdraw`;
    expect((await cases.ask(cases.firm.userId, 'POST', path, { version: 1 })).status).toBe(409);
    expect((await cases.ask(cases.clerk, 'POST', path, { version: 2 })).status).toBe(403);
  });
});

describe('deferred materials', () => {
  const promisedCase = async (cases: Cases) => {
    const materials = await cases.materials(['audit-report', 'business-plan', 'ip-certificates', 'rd-ledger']);
    const id = await cases.submitted(undefined, { materials, deferrals: ['staff-list'] });
    const { version } = await cases.see(id);
    await acceptDeferred(await actOf(cases, cases.clerk), { applicationId: id, version, days: [] });
    return id;
  };
  const deliver = async (cases: Cases, id: string, material = 'staff-list') =>
    cases.ask(cases.firm.userId, 'POST', `/api/v1/applications/${id}/deferrals/${material}/deliver`, {
      fileIds: [await cases.newFile('名单.pdf')],
    });

  test('come in time, the case goes on', async () => {
    const cases = await openCases();
    const id = await promisedCase(cases);
    expect(await cases.see(id)).toMatchObject({ state: 'in-review', openDeferrals: 1 });
    expect((await deliver(cases, id)).body).toMatchObject({
      openDeferrals: 0,
      deferrals: [{ materialId: 'staff-list', isBroken: false }],
    });
    expect((await deliver(cases, id)).status).toBe(404);
    expect(await cases.audited(id)).toContain('application.deferral-delivered');
  });

  test('no more days are given than the scheme allows', async () => {
    const cases = await openCases();
    const materials = await cases.materials(['audit-report', 'business-plan', 'ip-certificates', 'rd-ledger']);
    const id = await cases.submitted(undefined, { materials, deferrals: ['staff-list'] });
    const accept = async (workingDays: number) =>
      cases.ask(cases.clerk, 'POST', `/api/v1/desk/cases/${id}/accept-deferred`, {
        version: (await cases.see(id)).version,
        days: [{ materialId: 'staff-list', workingDays }],
      });
    const details = [{ path: 'days.0.workingDays' }];
    expect(await accept(16)).toMatchObject({ status: 422, body: { error: { details } } });
    expect((await accept(15)).status).toBe(200);
  });

  test('after the last day none is taken', async () => {
    const cases = await openCases({ now: NOW });
    const id = await promisedCase(cases);
    cases.clock.now = new Date('2026-06-01T02:00:00Z');
    expect((await deliver(cases, id)).status).toBe(412);
  });

  test('main materials cannot be promised', async () => {
    const cases = await openCases();
    const id = await cases.readyDraft(undefined, { materials: {}, deferrals: ['audit-report'] });
    const answer = await cases.submit(id);
    expect(answer.body.error.details).toContainEqual(expect.objectContaining({ path: 'materials.audit-report' }));
  });

  test('a promise may be signed while the case is at intake', async () => {
    const cases = await openCases();
    const id = await cases.submitted();
    const promise = (signedName: string) =>
      cases.ask(cases.firm.userId, 'POST', `/api/v1/applications/${id}/deferrals`, {
        materialIds: ['staff-list'],
        declaration: DECLARATION,
        signedName,
      });
    expect((await cases.see(id)).mayPromise).toEqual(['rd-ledger', 'staff-list']);
    expect((await promise('别人')).status).toBe(422);
    expect((await promise(`${cases.firm.name}的签署人`)).body.deferrals).toMatchObject([{ materialId: 'staff-list' }]);
    expect((await cases.see(id)).mayPromise).toEqual(['rd-ledger']);
  });
});

test('messages go both ways; notes of the office stay in the office; names of officials are not given', async () => {
  const cases = await openCases();
  const id = await cases.submitted();
  const { postMessage } = await import('./post-message.ts');
  const act = await actOf(cases, cases.clerk);
  await postMessage(act, { applicationId: id, text: '请留意', visibility: 'shared' });
  await postMessage(act, { applicationId: id, text: '内部', visibility: 'internal' });
  const posted = await cases.ask(cases.firm.userId, 'POST', `/api/v1/applications/${id}/messages`, { text: '收到' });
  expect(posted.status).toBe(201);
  const { messages } = await cases.see(id);
  expect(messages.map(({ text, byName }: { text: string; byName: string }) => [text, byName])).toEqual([
    ['请留意', ''],
    ['收到', `${cases.firm.name}的签署人`],
  ]);
  const other = await cases.newFirm('别家');
  expect((await cases.ask(other.userId, 'POST', `/api/v1/applications/${id}/messages`, { text: '?' })).status).toBe(
    404,
  );
});

test('hypha #1939: everyone can see how long each step has really taken, pauses left out', async () => {
  const cases = await openCases();
  const before = await cases.ask(undefined, 'GET', '/api/v1/schemes/gazelle-recognition/step-times');
  // A case that the firm takes back says nothing about how long the office takes.
  const taken = await cases.submitted();
  const { version } = await cases.see(taken);
  const back = await cases.ask(cases.firm.userId, 'POST', `/api/v1/applications/${taken}/withdraw`, { version });
  expect(back.status).toBe(200);
  expect(before.body.steps[0]).toEqual({ kind: 'intake', limitDays: 5, cases: 0 });
  for (const days of [2, 5]) {
    cases.clock.now = NOW;
    const id = await cases.submitted();
    cases.clock.now = new Date(NOW.getTime() + days * 86_400_000);
    await acceptCase(await actOf(cases, cases.clerk), { applicationId: id, version: (await cases.see(id)).version });
  }
  // 1 April to 3 April is two working days; to 6 April, a day off for Qingming, still two.
  const after = await cases.ask(undefined, 'GET', '/api/v1/schemes/gazelle-recognition/step-times');
  expect(after.body.steps[0]).toEqual({ kind: 'intake', limitDays: 5, cases: 2, averageDays: 2, longestDays: 2 });
});

test('the step in which a firm withdraws is not done', async () => {
  const cases = await openCases();
  const id = await cases.submitted();
  const { version } = await cases.see(id);
  await cases.ask(cases.firm.userId, 'POST', `/api/v1/applications/${id}/withdraw`, { version });
  const { steps } = await cases.see(id);
  expect(steps.map(({ standing }: { standing: string }) => standing)).toEqual([
    'stopped',
    'left-out',
    'left-out',
    'left-out',
  ]);
});

test('a case at the office shows where it stands and when; a year without a notice is said, not guessed', async () => {
  const cases = await openCases();
  const id = await cases.submitted();
  expect(
    (await cases.see(id)).steps.map(({ kind, standing }: { kind: string; standing: string }) => [kind, standing]),
  ).toEqual([
    ['intake', 'here'],
    ['review', 'ahead'],
    ['decision', 'ahead'],
    ['publicity', 'ahead'],
  ]);
  const late = await openCases({ now: new Date('2026-12-30T02:00:00Z') });
  const { gazelle2026 } = await import('../../testing/open-cases.ts');
  const open = await late.submitted({ ...gazelle2026 });
  expect(await late.see(open)).toMatchObject({ missingYear: 2027 });
  expect((await late.see(open)).dueOn).toBeUndefined();
  const [clock] = await late.database.read
    .select()
    .from(applicationClocks)
    .where(eq(applicationClocks.applicationId, open));
  expect(clock?.dueOn).toBeNull();
});

test('an official who opens a case leaves one row a day, however often and on whichever page; the firm leaves none', async () => {
  const cases = await openCases();
  const id = await cases.submitted();
  const views = () => cases.viewed(id);
  const on = `/api/v1/applications/${id}`;
  const pages = [`/api/v1/desk/cases/${id}`, `${on}/submissions/1`, `${on}/submissions/1/pdf`, `${on}/decision-desk`];
  for (const path of [...pages, ...pages]) expect((await cases.ask(cases.clerk, 'GET', path)).status).toBe(200);
  await cases.ask(cases.firm.userId, 'GET', `${on}/submissions/1`);
  expect(await views()).toHaveLength(1);
  await cases.ask(await cases.newStaff('auditor'), 'GET', `${on}/submissions/1`);
  cases.clock.now = new Date(NOW.getTime() + 86_400_000);
  await cases.ask(cases.clerk, 'GET', `/api/v1/desk/cases/${id}`);
  expect(await views()).toHaveLength(3);
});

test('the reason of an overrun is given by who works on cases, and only where there is one', async () => {
  const cases = await openCases();
  const id = await cases.submitted();
  const path = `/api/v1/applications/${id}/overrun-reason`;
  expect((await cases.ask(cases.clerk, 'POST', path, { reason: '系统升级' })).status).toBe(409);
  expect((await cases.ask(cases.firm.userId, 'POST', path, { reason: 'x' })).status).toBe(403);
  await withTransaction(cases.database, (tx) =>
    tx.update(applicationClocks).set({ overranOn: '2026-04-09' }).where(eq(applicationClocks.applicationId, id)),
  );
  expect((await cases.ask(cases.clerk, 'POST', path, { reason: '系统升级' })).status).toBe(204);
  const list = await cases.ask(undefined, 'GET', '/api/v1/overruns');
  expect(list.body.overruns).toMatchObject([{ number: 'TD-2026-000001', kind: 'intake', reason: '系统升级' }]);
  expect(await cases.audited(id)).toContain('application.overrun-explained');
  expect((await cases.see(id)).timeline.at(-1)).toMatchObject({
    label: { 'zh-CN': '说明了超期的原因' },
    reason: '系统升级',
    side: 'office',
  });
});
