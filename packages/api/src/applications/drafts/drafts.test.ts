import { hashOf } from '@tidu/rules';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { gazelle2026, openCases } from '../../../testing/open-cases.ts';
import { NOW } from '../../../testing/open-test-app.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { joinFirm } from '../../identity/join-firm.ts';
import { loadPolicies } from '../../policies/load-policies.ts';
import { listVersions } from '../../policies/queries.ts';
import { policyVersions } from '../../policies/table.ts';
import { publishScheme } from '../../schemes/publish-scheme.ts';
import { readPublishedScheme } from '../../schemes/queries.ts';
import { saveScheme } from '../../schemes/save-scheme.ts';
import { applications } from '../table.ts';

type Cases = Awaited<ReturnType<typeof openCases>>;

/** A second version of the ladder, in force from the day of the tests, that asks gazelles for a twelfth of the age. */
async function changePolicy({ database }: Cases): Promise<void> {
  const versions = await listVersions(database.read);
  const old = versions.find(({ doc }) => doc.id === 'nbhtz-ladder' && doc.inForce.from === '2020-11-23');
  if (!old) throw new Error('the ladder is gone');
  const text = JSON.stringify(old.doc);
  const doc = {
    ...JSON.parse(text.replace('"value":"10","unit":"years"', '"value":"4","unit":"years"')),
    version: '3',
    inForce: { from: '2026-03-31' },
  };
  expect(JSON.stringify(doc)).not.toBe(text);
  await withTransaction(database, (tx) =>
    tx
      .update(policyVersions)
      .set({ inForceTo: '2026-03-30' })
      .where(and(eq(policyVersions.id, 'nbhtz-ladder'), eq(policyVersions.inForceFrom, '2020-11-23'))),
  );
  await loadPolicies(database, [{ path: 'test', doc, hash: hashOf(doc) }], new Date());
}

describe('drafts', () => {
  test('start filled from the profile, may be saved with everything empty, and are listed', async () => {
    const { firm, startDraft, readDraft, save, ask, audited } = await openCases();
    const id = await startDraft();
    expect(await readDraft(id)).toMatchObject({
      draftVersion: 1,
      profile: { facts: { registeredOn: { known: '2018-05-01' } } },
      mayDefer: true,
    });
    expect((await save(id, { projectName: '' })).body).toMatchObject({ draftVersion: 2 });
    const list = await ask(firm.userId, 'GET', `/api/v1/firms/${firm.firmId}/applications`);
    expect(list.body.applications).toMatchObject([{ id, state: 'draft', turn: 'firm' }]);
    expect(await audited(id)).toEqual(['application.drafted', 'application.draft-saved']);
  });

  test('a scheme that is not there is 404; one that is closed is 409; staff may not', async () => {
    const { firm, clerk, ask } = await openCases();
    const start = (user: string, schemeId: string) =>
      ask(user, 'POST', '/api/v1/applications', { firmId: firm.firmId, schemeId });
    expect((await start(firm.userId, 'no-such')).status).toBe(404);
    expect((await start(clerk, 'gazelle-recognition')).status).toBe(403);
  });

  test('hypha #2982 #3556 #4478: what was saved is there, word for word, and a second saving makes no second draft', async () => {
    const { firm, startDraft, save, readDraft, ask } = await openCases();
    const id = await startDraft();
    const content = {
      projectName: '靶材',
      notes: '第一行\n第二行',
      otherFunding: [{ source: '市科技局', project: '' }],
      awards: [],
    };
    await save(id, content);
    await save(id, content);
    expect((await readDraft(id)).content).toMatchObject(content);
    const list = await ask(firm.userId, 'GET', `/api/v1/firms/${firm.firmId}/applications`);
    expect(list.body.applications).toHaveLength(1);
  });

  test('INVARIANT (stale-tab): a page that is behind overwrites nothing and is told who saved and when', async () => {
    const { firm, startDraft, readDraft, save, ask } = await openCases();
    const id = await startDraft();
    const stale = await readDraft(id);
    await save(id, { projectName: '新的' });
    const answer = await ask(firm.userId, 'PUT', `/api/v1/applications/${id}/draft`, {
      content: { ...stale.content, projectName: '旧的' },
      draftVersion: stale.draftVersion,
    });
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'draft-changed-elsewhere' } } });
    expect(answer.body.error.message).toContain(`${firm.name}的签署人`);
    expect((await readDraft(id)).content.projectName).toBe('新的');
  });

  test("INVARIANT (stale-tab): a stale tab's autosave never touches a case that was submitted", async () => {
    const { firm, readyDraft, readDraft, submit, ask } = await openCases();
    const id = await readyDraft();
    const stale = await readDraft(id);
    await submit(id);
    const frozen = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/submissions/1`);
    const answer = await ask(firm.userId, 'PUT', `/api/v1/applications/${id}/draft`, {
      content: { ...stale.content, projectName: '被改' },
      draftVersion: stale.draftVersion,
    });
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'already-submitted' } } });
    expect((await ask(firm.userId, 'GET', `/api/v1/applications/${id}/submissions/1`)).body).toEqual(frozen.body);
  });

  test('a trail of savings has one row for each person in ten minutes', async () => {
    const { clock, database, firm, startDraft, readDraft, save, audited, ask, newUser } = await openCases({ now: NOW });
    const id = await startDraft();
    const rows = async () => (await audited(id)).filter((action) => action === 'application.draft-saved').length;
    for (const projectName of ['靶', '靶材', '靶材项目']) await save(id, { projectName });
    expect(await rows()).toBe(1);
    const colleague = await newUser('同事', 'firm');
    await withTransaction(database, (tx) =>
      joinFirm(
        tx,
        { actor: 'system', now: NOW, requestId: 'r' },
        { firmId: firm.firmId, userId: colleague, role: 'editor' },
      ),
    );
    const { content, draftVersion } = await readDraft(id);
    await ask(colleague, 'PUT', `/api/v1/applications/${id}/draft`, { content, draftVersion });
    expect(await rows()).toBe(2);
    clock.now = new Date(NOW.getTime() + 9 * 60_000);
    await save(id, { projectName: '靶材产业化' });
    expect(await rows()).toBe(2);
    clock.now = new Date(NOW.getTime() + 10 * 60_000);
    await save(id, { projectName: '靶材产业化项目' });
    expect(await rows()).toBe(3);
  });

  test('an earlier application is copied into a new draft: papers and words, not promises', async () => {
    const { submitted, startDraft, readDraft } = await openCases();
    const first = await submitted();
    const copy = await readDraft(await startDraft({ copyOf: first }));
    expect(copy.content).toMatchObject({ projectName: '瞪羚企业认定', deferrals: [] });
    expect(Object.keys(copy.content.materials)).toContain('audit-report');
    expect(copy.files).toHaveLength(5);
  });

  test('a body that is too large is refused before it is read', async () => {
    const { startDraft, save } = await openCases();
    const costItems = Array.from({ length: 200 }, () => ({ name: '费用'.repeat(100) }));
    expect((await save(await startDraft(), { costItems })).status).toBe(413);
  });
});

describe('a rule that changes while a draft is open', () => {
  test('civiform #5541 #5614 #8140: the draft neither bypasses the new rule nor silently gets it', async () => {
    const cases = await openCases();
    const { readyDraft, readDraft, submit, ask, firm, audited } = cases;
    const id = await readyDraft();
    const before = await readDraft(id);
    await changePolicy(cases);
    const seen = await readDraft(id);
    expect(seen.policy).toEqual(before.policy);
    expect(seen.changed.policy).toMatchObject({ from: '2020-11-23', to: '2026-03-31' });
    expect(seen.changed.policy.differences.map(({ text }: { text: string }) => text).join()).toContain('4 年');
    expect(await submit(id)).toMatchObject({ status: 409, body: { error: { code: 'rules-changed' } } });
    const adopted = await ask(firm.userId, 'POST', `/api/v1/applications/${id}/draft/adopt`, {
      draftVersion: seen.draftVersion,
    });
    expect(adopted.status).toBe(200);
    const after = await readDraft(id);
    expect(after.changed).toBeUndefined();
    expect(after.content).toEqual(seen.content);
    expect(after.policy.inForceFrom).toBe('2026-03-31');
    expect((await submit(id)).status).toBe(412);
    expect((await submit(id, { confirmedNotEligible: true })).status).toBe(200);
    expect(await audited(id)).toContain('application.rules-adopted');
  });

  test('a case that was submitted keeps its version, and replays to the same bytes', async () => {
    const cases = await openCases();
    const { submitted, ask, firm } = cases;
    const id = await submitted();
    const before = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/submissions/1`);
    await changePolicy(cases);
    expect((await ask(firm.userId, 'GET', `/api/v1/applications/${id}/submissions/1`)).body).toEqual(before.body);
  });

  test('a new revision of the scheme is told and confirmed as well', async () => {
    const cases = await openCases();
    const { startDraft, readDraft, database, newStaff, ask, firm } = cases;
    const id = await startDraft();
    const scheme = await readPublishedScheme(database.read, 'gazelle-recognition');
    if (!scheme) throw new Error('no scheme');
    const [editor, approver] = [await newStaff('policy-editor'), await newStaff('policy-approver')];
    const act = (userId: string) => ({
      database,
      now: new Date(),
      requestId: 'r',
      actor: { userId, name: userId, kind: 'staff' as const, staff: [], firms: [] },
    });
    const { materials } = scheme.document;
    const document = {
      ...scheme.document,
      materials: materials.map((each) => (each.id === 'staff-list' ? { ...each, kind: 'main' as const } : each)),
    };
    const { hash } = await saveScheme(act(editor), document, null);
    await publishScheme(act(approver), scheme.id, hash);
    const seen = await readDraft(id);
    expect(seen.changed.scheme).toMatchObject({
      from: 1,
      to: 2,
      differences: [{ text: '“研发人员名单及社保缴纳证明”必须随申报提交' }],
    });
    await ask(firm.userId, 'POST', `/api/v1/applications/${id}/draft/adopt`, { draftVersion: seen.draftVersion });
    const [row] = await database.read.select().from(applications).where(eq(applications.id, id));
    expect(row?.schemeRevision).toBe(2);
  });
});

test('facts of a self-check come along only as far as the scheme asks for them', async () => {
  const { startDraft, readDraft } = await openCases();
  const draft = await readDraft(await startDraft({ facts: { ...gazelle2026, rentCost: '1000' } }));
  expect(Object.keys(draft.content.facts)).toContain('revenue');
  expect(draft.content.facts.rentCost).toBeUndefined();
});
