import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOffice } from '../../testing/open-office.ts';
import { NOW, TEST_USER } from '../../testing/open-test-app.ts';
import { samplePdf } from '../../testing/sample-files.ts';
import { readApplication } from '../applications/queries.ts';
import { recordShare } from '../applications/record-share.ts';
import { submissions } from '../applications/table.ts';
import { auditEntries } from '../audit/table.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { maskIn } from './mask-firm.ts';

const FULL = { novelty: '10', plan: '10', team: '10', budget: '10', market: '10', impact: null };
const marks = (points: string) => ({
  ...FULL,
  novelty: points,
  plan: points,
  team: points,
  budget: points,
  market: points,
});

async function panelOffice({ experts = 3, cases = 1, isBlind = true } = {}) {
  const opened = await openOffice();
  const clerk = await opened.newStaff('intake-clerk');
  const auditor = await opened.newStaff('auditor');
  const people: string[] = [];
  for (let i = 0; i < experts; i++) people.push(await opened.newStaff('panel-expert', `专家${i + 1}`));
  const firm = await opened.newFirm('宁波靶材科技有限公司');
  const ids: string[] = [];
  for (let i = 0; i < cases; i++) ids.push(await opened.newCase(firm, { state: 'in-panel' }));
  const create = { label: '第一组', applicationIds: ids, isBlind, expertsNeeded: Math.min(experts, 3) };
  const made = await opened.ask(clerk, 'POST', '/api/v1/panels', create);
  const path = `/api/v1/panels/${made.body.id}`;
  const assign = (userId: string, more = {}) =>
    opened.ask(clerk, 'POST', `${path}/experts`, { userId, isChair: userId === people[0], ...more });
  const toDeclare = (userId: string) => opened.ask(userId, 'GET', `${path}/declarations`);
  const declareOn = (userId: string, answers: unknown) =>
    opened.ask(userId, 'POST', `${path}/declarations`, { answers });
  /** No conflict is said of the firm, as a blind panel wants it; a conflict of the case. */
  const declare = (userId: string, id: string, body?: unknown) =>
    body === undefined
      ? declareOn(userId, [{ firmId: firm.firmId }])
      : opened.ask(userId, 'POST', `${path}/cases/${id}/declaration`, body);
  const material = (userId: string, id: string) => opened.ask(userId, 'GET', `${path}/cases/${id}`);
  const score = (userId: string, id: string, given: unknown = marks('8'), isFinal = true) =>
    opened.ask(userId, 'PUT', `${path}/cases/${id}/score`, { marks: given, comment: '可行', isFinal });
  const panel = async (userId = clerk) => (await opened.ask(userId, 'GET', path)).body;
  const results = (userId = clerk) => opened.ask(userId, 'GET', `${path}/results`);
  const close = async (userId: string, more = {}) =>
    opened.ask(userId, 'POST', `${path}/close`, { version: (await panel()).version, minutes: '同意立项', ...more });
  /** Everyone assigned, no conflicts declared. */
  const ready = async () => {
    for (const userId of people) {
      await assign(userId);
      for (const id of ids) await declare(userId, id);
    }
  };
  const [first = '', second = '', third = ''] = people;
  return {
    ...opened,
    clerk,
    auditor,
    people,
    first,
    second,
    third,
    firm,
    ids,
    id: ids[0] ?? '',
    made,
    path,
    assign,
    declare,
    toDeclare,
    declareOn,
    material,
    score,
    panel,
    results,
    close,
    ready,
  };
}

describe('a panel', () => {
  it('is set up by a clerk over cases that wait for one, each once', async () => {
    const { made, clerk, ask, id, firm, newCase, audited, first } = await panelOffice();
    expect(made.status).toBe(201);
    expect(await audited(made.body.id)).toEqual(['panel.created']);
    const elsewhere = await newCase(firm, { state: 'in-review' });
    const again = await ask(clerk, 'POST', '/api/v1/panels', { label: 'x', applicationIds: [id, elsewhere] });
    expect(again).toMatchObject({
      status: 422,
      body: { error: { details: [{ path: 'applicationIds.0' }, { path: 'applicationIds.1' }] } },
    });
    expect((await ask(first, 'POST', '/api/v1/panels', { label: 'x', applicationIds: [id] })).status).toBe(403);
  });

  it('is listed to its own experts only, and whole to its keepers', async () => {
    const { assign, first, second, ask, path, auditor } = await panelOffice();
    await assign(first);
    expect((await ask(first, 'GET', '/api/v1/panels')).body).toMatchObject({
      panels: [{ label: '第一组' }],
      waiting: [],
    });
    expect((await ask(second, 'GET', '/api/v1/panels')).body.panels).toEqual([]);
    expect((await ask(second, 'GET', path)).status).toBe(404);
    expect((await ask(auditor, 'GET', path)).status).toBe(200);
    expect((await ask(undefined, 'GET', path)).status).toBe(401);
  });

  it('lets an expert go who has handed in nothing', async () => {
    const { ready, first, second, id, score, ask, clerk, path, panel, audited, made } = await panelOffice();
    await ready();
    await score(first, id);
    const takeOff = (userId: string) => ask(clerk, 'DELETE', `${path}/experts/${userId}`);
    expect((await takeOff(first)).status).toBe(409);
    expect((await takeOff(second)).status).toBe(204);
    expect((await takeOff(second)).status).toBe(404);
    expect((await panel()).experts).toHaveLength(2);
    expect(await audited(made.body.id)).toContain('panel.expert-removed');
  });

  it('takes experts only', async () => {
    const { assign, clerk } = await panelOffice();
    expect(await assign(clerk)).toMatchObject({ status: 422 });
  });
});

describe('conflict of interest', () => {
  it('must be declared before anything of the case is given', async () => {
    const { assign, first, id, material, score } = await panelOffice();
    await assign(first);
    expect(await material(first, id)).toMatchObject({ status: 403, body: { error: { code: 'declare-first' } } });
    expect(await score(first, id)).toMatchObject({ status: 403, body: { error: { code: 'declare-first' } } });
  });

  it('conflict-blocks: whoever declared one gets nothing, and the attempt is noted', async () => {
    const { assign, declare, first, id, material, score, audited, panel } = await panelOffice();
    await assign(first);
    await declare(first, id, { hasConflict: true, kind: 'adviser' });
    for (const answer of [await material(first, id), await score(first, id)])
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'conflict-of-interest' } } });
    expect(await audited(id)).toEqual(['panel.conflict-declared', 'panel.access-refused', 'panel.access-refused']);
    expect((await declare(first, id)).status).toBe(409);
    expect(JSON.stringify(await panel(first))).not.toContain('靶材');
  });

  it.each([
    ['the firm by its code', { employer: '别的名字', employerCode: '91330201TEST000001' }],
    ['the firm by its name', { employer: '宁波靶材科技有限公司' }],
  ])('is known to the system where the employer is %s', async (_what, employer) => {
    const { assign, declare, first, id, material, panel, firm } = await panelOffice();
    const more = 'employerCode' in employer ? { ...employer, employerCode: firm.creditCode } : employer;
    await assign(first, more);
    expect(await material(first, id)).toMatchObject({ status: 403, body: { error: { code: 'conflict-of-interest' } } });
    expect((await declare(first, id)).status).toBe(409);
    expect((await panel()).experts).toMatchObject([{ conflicts: 1, toScore: 0 }]);
  });

  it('is known to the system where the expert had an earlier share in the case', async () => {
    const { assign, declare, first, id, material, database } = await panelOffice();
    await withTransaction(database, async (tx) => {
      const row = await readApplication(tx, id);
      if (!row) throw new Error('no case');
      const actor = { userId: first, name: '专家1', kind: 'staff', staff: [], firms: [] } as const;
      await recordShare(tx, { actor, now: NOW, requestId: 't' }, row, { what: 'task.answered', duty: 'review' });
    });
    await assign(first);
    await declare(first, id);
    expect((await material(first, id)).status).toBe(403);
  });

  it('counts against the number of experts: another one must come', async () => {
    const { ready, declare, score, assign, newStaff, panel, id, first, second, third } = await panelOffice();
    await ready();
    await declare(third, id, { hasConflict: true, kind: 'money' });
    await score(first, id);
    await score(second, id);
    expect((await panel()).status).toBe('scoring');
    const fourth = await newStaff('panel-expert', '专家4');
    await assign(fourth);
    await declare(fourth, id);
    await score(fourth, id);
    expect((await panel()).status).toBe('unsealed');
  });
});

describe('declaring by name', () => {
  it('comes before any material: names without cases, one answer for a firm, the rest stays blind', async () => {
    const { first, second, clerk, ask, newFirm, newCase, newStaff, audited } = await panelOffice();
    const expert = await newStaff('panel-expert', '专家甲');
    const firms = [await newFirm('宁波乙丙新材料有限公司'), await newFirm('宁波甲丁半导体有限公司')];
    const ids: string[] = [];
    for (const firm of firms) ids.push(await newCase(firm, { state: 'in-panel', projectName: `${firm.name}的项目` }));
    const made = await ask(clerk, 'POST', '/api/v1/panels', { label: '盲评组', applicationIds: ids });
    const path = `/api/v1/panels/${made.body.id}`;
    for (const userId of [first, second, expert]) await ask(clerk, 'POST', `${path}/experts`, { userId });
    expect((await ask(clerk, 'GET', path)).body.isBlind).toBe(true);

    const list = (await ask(expert, 'GET', `${path}/declarations`)).body;
    expect(list).toEqual({ firms: firms.toReversed().map(({ firmId, name }) => ({ firmId, name })) });
    for (const id of ids) expect(JSON.stringify(list)).not.toContain(id);
    expect(await audited(made.body.id)).toContain('panel.names-viewed');
    const blindly = await ask(expert, 'POST', `${path}/cases/${ids[0]}/declaration`, { hasConflict: false });
    expect(blindly).toMatchObject({ status: 409, body: { error: { code: 'declare-by-name' } } });

    const answers = [{ firmId: firms[0]?.firmId, kind: 'kinship' }, { firmId: firms[1]?.firmId }];
    expect((await ask(expert, 'POST', `${path}/declarations`, { answers })).body).toEqual({ conflicts: 1 });
    expect((await ask(expert, 'GET', `${path}/cases/${ids[0]}`)).status).toBe(403);
    expect((await ask(expert, 'GET', `${path}/cases/${ids[1]}`)).status).toBe(200);
    expect((await ask(expert, 'GET', `${path}/declarations`)).body).toEqual({ firms: [] });
    expect((await ask(expert, 'POST', `${path}/declarations`, { answers })).status).toBe(409);
    const seen = JSON.stringify((await ask(expert, 'GET', path)).body);
    for (const { name } of firms) expect(seen).not.toContain(name);
    // Who is known after all may still step aside.
    const known = await ask(expert, 'POST', `${path}/cases/${ids[1]}/declaration`, {
      hasConflict: true,
      kind: 'other',
    });
    expect(known.status).toBe(200);
  });

  it('is for the experts of the panel', async () => {
    const { assign, first, second, clerk, toDeclare, declareOn, firm } = await panelOffice();
    await assign(first);
    expect((await toDeclare(second)).status).toBe(404);
    expect((await toDeclare(clerk)).status).toBe(403);
    expect((await declareOn(clerk, [{ firmId: firm.firmId }])).status).toBe(403);
    expect((await declareOn(first, [{ firmId: 'none-such' }])).status).toBe(409);
    expect((await declareOn(first, [])).status).toBe(422);
  });

  it('one firm alone cannot be hidden: such a panel is not blind unless somebody wants it', async () => {
    const { clerk, ask, firm, newCase } = await panelOffice();
    const id = await newCase(firm, { state: 'in-panel' });
    const made = await ask(clerk, 'POST', '/api/v1/panels', { label: '一家', applicationIds: [id] });
    expect((await ask(clerk, 'GET', `/api/v1/panels/${made.body.id}`)).body.isBlind).toBe(false);
  });
});

describe('blind', () => {
  it('hides the firm and its people from what an expert gets, and gives no files', async () => {
    const { ready, material, first, id, firm, panel, audited } = await panelOffice();
    await ready();
    const { status, body } = await material(first, id);
    expect(status).toBe(200);
    const text = JSON.stringify([body, await panel(first)]);
    for (const hidden of [firm.name, firm.creditCode, '王小明']) expect(text).not.toContain(hidden);
    expect(body).toMatchObject({ isBlind: true, files: [] });
    expect(text).toContain('〔已隐去〕');
    expect(await audited(id)).toContain('panel.material-viewed');
  });

  it('shows the firm where the panel is not blind', async () => {
    const { ready, material, first, id, firm } = await panelOffice({ isBlind: false });
    await ready();
    expect(JSON.stringify((await material(first, id)).body)).toContain(firm.name);
  });

  it('gives the files of the case where it is not blind, and none but those', async () => {
    const { ready, first, id, firm, app, ask, path, database, audited } = await panelOffice({ isBlind: false });
    await ready();
    const send = async (name: string) => {
      const headers = { 'Content-Type': 'application/octet-stream', [TEST_USER]: firm.userId };
      const to = `/api/v1/firms/${firm.firmId}/files?name=${name}`;
      return (await (await app.request(to, { method: 'POST', headers, body: samplePdf })).json()) as { id: string };
    };
    const [handedIn, other] = [await send('a.pdf'), await send('b.pdf')];
    const content = JSON.stringify({ materials: [{ materialId: 'business-plan', files: [{ id: handedIn.id }] }] });
    await withTransaction(database, (tx) =>
      tx.update(submissions).set({ content }).where(eq(submissions.applicationId, id)),
    );
    const open = (fileId: string) => ask(first, 'GET', `${path}/cases/${id}/files/${fileId}`);
    const opened = await open(handedIn.id);
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(opened.headers.get('content-security-policy')).toContain('sandbox');
    expect((await open(other.id)).status).toBe(404);
    expect(await audited(handedIn.id)).toContain('file.downloaded');
  });

  it('blind-hides-all: no name is left in any text, however it is nested', () => {
    const name = fc.constantFrom('宁波靶材科技有限公司', '靶材科技', '91330201TEST000001', '王小明');
    const noise = fc.string({ maxLength: 6 });
    const text = fc.tuple(noise, name, noise).map((parts) => parts.join(''));
    const nested = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, text, noise, fc.array(tie('value')), fc.dictionary(noise, tie('value'))),
    })).value;
    const names = ['王小明', '宁波靶材科技有限公司', '91330201TEST000001', '靶材科技'];
    fc.assert(
      fc.property(nested, (value) => {
        const strings: string[] = [];
        JSON.stringify(maskIn(value, names), (_key, each) => {
          if (typeof each === 'string') strings.push(each);
          return each;
        });
        for (const each of strings) for (const hidden of names) expect(each.includes(hidden)).toBe(false);
      }),
    );
  });
});

describe('scores', () => {
  it('sealed: nobody sees any before all are in, then they stand for good', async () => {
    const { ready, score, results, id, first, second, third, clerk, auditor, panel, path, ask, database } =
      await panelOffice();
    await ready();
    await score(first, id, marks('9.13'));
    await score(second, id, marks('7'));
    for (const userId of [clerk, auditor, first, third])
      expect(await results(userId)).toMatchObject({ status: 409, body: { error: { code: 'still-sealed' } } });
    const seen = JSON.stringify([await panel(), await panel(third), (await ask(clerk, 'GET', '/api/v1/panels')).body]);
    expect(seen).not.toMatch(/91\.3|9\.13/);
    const trail = JSON.stringify(await database.read.select().from(auditEntries));
    expect(trail).not.toMatch(/9\.13|913\b/);
    await score(third, id, marks('8'));
    expect((await results()).body.cases).toMatchObject([
      { mean: '80.43', range: '21.3', scores: [{ total: '91.3' }, { total: '70' }, { total: '80' }] },
    ]);
    expect((await score(first, id, marks('10'))).status).toBe(409);
    expect((await ask(first, 'GET', path)).body.status).toBe('unsealed');
  });

  it('shows an expert the own draft and total, and leaves out what does not apply', async () => {
    const { ready, score, material, id, first } = await panelOffice();
    await ready();
    const draft = await score(first, id, { novelty: '8', plan: '6' }, false);
    expect(draft).toMatchObject({ status: 200, body: { total: '71.11', isHandedIn: false } });
    expect((await material(first, id)).body.mine).toMatchObject({
      marks: { novelty: '8', plan: '6' },
      isHandedIn: false,
    });
  });

  it.each([
    ['a missing mark', { ...FULL, plan: undefined }, 'marks.plan'],
    ['not applicable where it always applies', { ...FULL, plan: null }, 'marks.plan'],
    ['more than full marks', { ...FULL, plan: '10.01' }, 'marks.plan'],
    ['an unknown criterion', { ...FULL, other: '1' }, 'marks.other'],
  ])('refuses %s', async (_what, given, path) => {
    const { ready, score, id, first } = await panelOffice();
    await ready();
    expect(await score(first, id, given)).toMatchObject({ status: 422, body: { error: { details: [{ path }] } } });
  });

  it('flags who is far from the others', async () => {
    const { ready, score, results, id, people } = await panelOffice({ experts: 5 });
    await ready();
    for (const [i, userId] of people.entries()) await score(userId, id, marks(i === 4 ? '2' : '8'));
    const { body } = await results();
    expect(body.cases[0].scores.map((each: { isOutlier: boolean }) => each.isOutlier)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(body.cases[0].criteria.find((each: { id: string }) => each.id === 'impact')).toMatchObject({
      mean: null,
      notApplicable: 5,
    });
  });

  it('may be given again in another round with a reason; the first round stands', async () => {
    const { ready, score, results, panel, id, people, first, ask, clerk, path, second } = await panelOffice();
    await ready();
    for (const userId of people) await score(userId, id, marks('8'));
    const body = { version: (await panel()).version, applicationIds: [id], reason: '分差过大' };
    expect((await ask(second, 'POST', `${path}/rounds`, body)).status).toBe(403);
    expect((await ask(clerk, 'POST', `${path}/rounds`, { ...body, reason: '' })).status).toBe(422);
    expect((await ask(first, 'POST', `${path}/rounds`, body)).status).toBe(204);
    expect((await results()).status).toBe(409);
    for (const userId of people) await score(userId, id, marks('9'));
    expect((await results()).body.cases).toMatchObject([{ round: 2, mean: '90' }]);
    expect((await panel()).rounds).toMatchObject([{ round: 1 }, { round: 2, reason: '分差过大' }]);
  });
});

describe('closing', () => {
  it('is for the chair, with minutes; the case gets its score and goes on to the ranking', async () => {
    const { ready, score, close, id, people, first, second, clerk, database, audited, made, panel } =
      await panelOffice();
    await ready();
    expect((await close(first)).status).toBe(409);
    for (const userId of people) await score(userId, id, marks('8'));
    expect((await close(second)).status).toBe(403);
    expect((await close(clerk)).status).toBe(403);
    expect((await close(first, { minutes: '' })).status).toBe(422);
    expect((await close(first, { version: 1 })).status).toBe(409);
    expect((await close(first)).status).toBe(204);
    expect(await readApplication(database.read, id)).toMatchObject({
      state: 'in-ranking',
      panelScore: 8000,
      isScored: true,
    });
    expect(await panel()).toMatchObject({ status: 'closed', minutes: '同意立项', cases: [{ score: '80' }] });
    expect(await audited(made.body.id)).toEqual(expect.arrayContaining(['panel.unsealed', 'panel.closed']));
    expect(await audited(id)).toEqual(
      expect.arrayContaining(['application.score.handed-in', 'application.send-to-ranking']),
    );
    expect((await close(first)).status).toBe(409);
  });
});

describe('scoring sheets', () => {
  const line = (id: string, weight: number) => ({
    id,
    label: { 'zh-CN': id, en: id },
    weight,
    maxPoints: 5,
    fullMarks: { 'zh-CN': '满分', en: 'full' },
    mayNotApply: false,
  });
  const sheet = (criteria: unknown) => ({ label: { 'zh-CN': '表', en: 'Sheet' }, basis: 'assumed', criteria });

  it('come with the program, are written by one person and put into use by another, then never changed', async () => {
    const { ask, newStaff, clerk, audited } = await panelOffice();
    const [editor, approver] = [await newStaff('policy-editor'), await newStaff('policy-approver')];
    const saved = await ask(editor, 'POST', '/api/v1/scoring-sheets/general', sheet([line('a', 60), line('b', 40)]));
    expect(saved).toMatchObject({ status: 201, body: { id: 'general', version: 1 } });
    const publish = '/api/v1/scoring-sheets/general/1/publish';
    expect((await ask(editor, 'POST', publish)).status).toBe(403);
    expect((await ask(approver, 'POST', publish)).status).toBe(200);
    expect((await ask(approver, 'POST', publish)).status).toBe(409);
    const next = await ask(editor, 'POST', '/api/v1/scoring-sheets/general', sheet([line('a', 100)]));
    expect(next.body.version).toBe(2);
    const { body } = await ask(clerk, 'GET', '/api/v1/scoring-sheets');
    expect(body.sheets.filter((each: { isShipped: boolean }) => each.isShipped)).not.toHaveLength(0);
    const of = (id: string, version: number) =>
      body.sheets.find((each: { id: string; version: number }) => each.id === id && each.version === version);
    expect(of('general', 1)).toMatchObject({ status: 'published', published: { by: expect.any(String) }, panels: [] });
    expect(of('general', 2)).toMatchObject({ status: 'draft', schemes: [], mayPublish: false });
    // Of the shipped schemes one has panels, and a sheet of its name.
    expect([of('major-project', 0).schemes.length, of('general', 1).schemes.length]).toEqual([1, 0]);
    expect((await ask(approver, 'GET', '/api/v1/scoring-sheets')).body).toMatchObject({ mayEdit: false });
    expect(await audited('general/1')).toEqual(['scoring-sheet.saved', 'scoring-sheet.published']);
  });

  it.each([
    ['weights that do not add up', [line('a', 60)], 'criteria'],
    ['one name twice', [line('a', 60), line('a', 40)], 'criteria.1.id'],
  ])('refuses %s', async (_what, criteria, path) => {
    const { ask, newStaff } = await panelOffice();
    const editor = await newStaff('policy-editor');
    const answer = await ask(editor, 'POST', '/api/v1/scoring-sheets/mine', sheet(criteria));
    expect(answer).toMatchObject({ status: 422, body: { error: { details: [{ path }] } } });
  });
});
