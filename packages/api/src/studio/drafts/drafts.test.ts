import { hashOf } from '@tidu/rules';
import { describe, expect, test } from 'vitest';
import { FROM, LADDER, openStudio, type Shown } from '../../../testing/open-studio.ts';

const growth = { op: 'replace', path: 'tiers.1.label.zh-CN', value: '瞪羚' };
const label = { op: 'replace', path: 'tiers.0.label.zh-CN', value: '初创' };

describe('drafts', () => {
  test('a draft takes the text of a version along, under a new day; its hash is the one it will be published under', async () => {
    const s = await openStudio();
    const draft = await s.newDraft();
    expect(draft).toMatchObject({ policyId: 'nbhtz-ladder', base: LADDER, state: 'draft', version: 0, problems: [] });
    expect(draft.document.inForce).toEqual({ from: FROM });
    expect(draft.hash).toBe(hashOf({ ...draft.document, status: 'published' }));
    expect(await s.audited(draft.id)).toEqual(['policy-draft.created']);
  });

  test.each([
    ['POST', '', {}],
    ['PUT', '/document', { version: 0, document: {} }],
    ['POST', '/edits', { version: 0, ops: [label], summary: 'x' }],
    ['POST', '/undo', { version: 0 }],
    ['PUT', '/scope', { version: 0, parks: null }],
    ['POST', '/fixes', { version: 0, key: 'x' }],
    ['POST', '/cases', { cases: [] }],
    ['PUT', '/schedule', { version: 0, inForceFrom: FROM }],
  ])('only editors may %s …%s', async (method, path, body) => {
    const s = await openStudio();
    const draft = await s.newDraft();
    const url = path === '' ? '/api/v1/studio/drafts' : s.at(draft.id, path);
    const firm = await s.newFirm();
    for (const user of [s.approver, s.reader, s.auditor, firm.userId])
      expect((await s.ask(user, method, url, body)).status).toBe(403);
    expect((await s.ask(undefined, method, url, body)).status).toBe(401);
    expect((await s.read(draft.id)).version).toBe(0);
  });

  test('the office reads, firms do not, and a draft that is not there is 404', async () => {
    const s = await openStudio();
    const draft = await s.newDraft();
    const firm = await s.newFirm();
    expect((await s.ask(s.auditor, 'GET', s.at(draft.id))).body.permitted).toEqual([]);
    expect((await s.ask(firm.userId, 'GET', s.at(draft.id))).status).toBe(403);
    expect((await s.ask(s.reader, 'GET', s.at('nothing'))).status).toBe(404);
    expect((await s.ask(firm.userId, 'GET', '/api/v1/studio/library')).status).toBe(403);
  });

  test('an incomplete text is kept whole and all its problems are told', async () => {
    const s = await openStudio();
    const document = { id: 'hz-ladder', schema: 1, tiers: [{ id: 'x' }], note: '还没写完' };
    const draft = await s.newDraft({ from: 'json', document, title: '杭州', ref: undefined, inForceFrom: undefined });
    expect(draft.document).toMatchObject({ note: '还没写完', tiers: [{ id: 'x' }] });
    expect(draft.problems.length).toBeGreaterThan(5);
    expect(draft.problems[0]).toMatchObject({ path: expect.any(String), text: { 'zh-CN': expect.any(String) } });
    const exported = await s.ask(s.reader, 'GET', s.at(draft.id, '/export'));
    expect(exported.body).toEqual(draft.document);
    expect(exported.headers.get('content-disposition')).toContain('hz-ladder-v0.json');
  });

  test.each([
    ['no id of a policy', { from: 'json', title: 'x', document: {} }, 'policyId'],
    ['an id that is none', { from: 'blank', title: 'x', policyId: 'HZ ladder', label: { 'zh-CN': 'x' } }, 'policyId'],
  ])('refuses %s', async (_name, body, path) => {
    const s = await openStudio();
    const answer = await s.ask(s.editor, 'POST', '/api/v1/studio/drafts', body);
    expect(answer.status).toBe(422);
    expect(answer.body.error.details.map((each: Shown) => each.path)).toContain(path);
  });

  test('what is nested without end is refused', async () => {
    const s = await openStudio();
    const draft = await s.newDraft();
    const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`);
    const body = { version: 0, document: { ...draft.document, deep } };
    expect((await s.ask(s.editor, 'PUT', s.at(draft.id, '/document'), body)).status).toBe(422);
  });
});

describe('two editors at once', () => {
  test('changes of different places both stand', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const answers = await Promise.all([
      s.edit(id, [growth], s.editor, 0),
      s.edit(id, [{ op: 'remove', path: 'tiers.3' }, label], s.other, 0),
    ]);
    expect(answers.map(({ rebased }) => rebased).toSorted()).toEqual([false, true]);
    const { document, version } = await s.read(id);
    expect(version).toBe(2);
    expect(document.tiers.map((tier: Shown) => tier.label['zh-CN']).slice(0, 2)).toEqual(['初创', '瞪羚']);
    expect(document.tiers).toHaveLength(3);
  });

  test('of the same place the second gets both versions and overwrites nothing', async () => {
    const s = await openStudio();
    const { id, document } = await s.newDraft();
    await s.edit(id, [growth], s.other, 0);
    const mine = { ...growth, value: '羚羊' };
    const body = { version: 0, ops: [mine], summary: '我的' };
    const answer = await s.ask(s.editor, 'POST', s.at(id, '/edits'), body);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      error: { code: 'studio.saved-meanwhile', details: [{ path: growth.path }] },
      current: { version: 1, by: { name: '林同稿' } },
      edits: [{ version: 1, by: { name: '林同稿' } }],
    });
    const whole = { version: 0, document: { ...document, version: 'mine' } };
    const late = await s.ask(s.editor, 'PUT', s.at(id, '/document'), whole);
    expect(late.status).toBe(409);
    expect(late.body.yours).toEqual({ version: 0, document: whole.document });
    expect(late.body.current.document.tiers[1].label['zh-CN']).toBe('瞪羚');
    expect((await s.read(id)).version).toBe(1);
  });

  test('saving the whole text notes what changed; saving the same again does nothing', async () => {
    const s = await openStudio();
    const { id, document } = await s.newDraft();
    const next = structuredClone(document);
    next.tiers[1].label['zh-CN'] = '瞪羚';
    const saved = await s.must(s.ask(s.editor, 'PUT', s.at(id, '/document'), { version: 0, document: next }));
    expect(saved).toMatchObject({ version: 1, rebased: false, problems: [] });
    const same = await s.must(s.ask(s.editor, 'PUT', s.at(id, '/document'), { version: 1, document: next }));
    expect(same.version).toBe(1);
    const { edits } = await s.must(s.ask(s.reader, 'GET', s.at(id, '/edits')));
    expect(edits[0]).toMatchObject({ version: 1, kind: 'save', paths: ['tiers.1.label.zh-CN'] });
    const first = await s.must(s.ask(s.reader, 'GET', s.at(id, '/versions/0')));
    expect(first.document).toEqual(document);
  });

  test('each takes back their own, in another session too, and does it again', async () => {
    const s = await openStudio();
    const { id, document } = await s.newDraft();
    await s.edit(id, [growth]);
    await s.edit(id, [label], s.other);
    const undone = await s.must(s.ask(s.editor, 'POST', s.at(id, '/undo'), { version: 2 }));
    expect(undone.document.tiers[1]).toEqual(document.tiers[1]);
    expect(undone.document.tiers[0].label['zh-CN']).toBe('初创');
    expect(undone).toMatchObject({ canUndo: false, canRedo: true });
    const redone = await s.must(s.ask(s.editor, 'POST', s.at(id, '/redo'), { version: 3 }));
    expect(redone.document.tiers[1].label['zh-CN']).toBe('瞪羚');
    const again = await s.must(s.ask(s.editor, 'POST', s.at(id, '/undo'), { version: 4 }));
    expect(again.document.tiers[1]).toEqual(document.tiers[1]);
    expect((await s.ask(s.editor, 'POST', s.at(id, '/undo'), { version: 5 })).body.error.code).toBe(
      'studio.nothing-to-undo',
    );
  });

  test('two of one after the other are taken back one after the other', async () => {
    const s = await openStudio();
    const { id, document } = await s.newDraft();
    await s.edit(id, [growth]);
    await s.edit(id, [{ ...growth, value: '羚羊' }]);
    await s.must(s.ask(s.editor, 'POST', s.at(id, '/undo'), { version: 2 }));
    const last = await s.must(s.ask(s.editor, 'POST', s.at(id, '/undo'), { version: 3 }));
    expect(last.document).toEqual(document);
  });

  test('what somebody else has built on is not taken back', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.edit(id, [growth]);
    await s.edit(id, [{ ...growth, value: '羚羊' }], s.other);
    const answer = await s.ask(s.editor, 'POST', s.at(id, '/undo'), { version: 2 });
    expect([answer.status, answer.body.error.code]).toEqual([409, 'studio.others-built-on-it']);
  });
});

describe('remarks and words', () => {
  test('a remark on a place is answered, resolved, and told to who wrote the draft', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const url = s.at(id, '/comments');
    const first = await s.must(s.ask(s.approver, 'POST', url, { path: 'tiers.1', text: '依据？' }), 201);
    await s.must(s.ask(s.editor, 'POST', url, { path: 'tiers.1', text: '见通知', replyTo: first.id }), 201);
    expect((await s.ask(s.reader, 'POST', url, { path: '', text: 'x' })).status).toBe(403);
    await s.must(s.ask(s.editor, 'POST', `${url}/${first.id}/resolve`, {}), 204);
    expect((await s.ask(s.editor, 'POST', `${url}/${first.id}/resolve`, {})).status).toBe(404);
    const { comments } = await s.must(s.ask(s.reader, 'GET', url));
    expect(comments).toMatchObject([{ resolvedBy: { name: '程拟稿' } }, { replyTo: first.id, resolvedBy: null }]);
    const told = await s.must(s.ask(s.editor, 'GET', '/api/v1/notifications'));
    expect(JSON.stringify(told)).toContain('写了批注');
    expect(await s.audited(id)).toEqual(
      expect.arrayContaining(['policy-draft.commented', 'policy-draft.comment-resolved']),
    );
  });

  test('every rule has its sentence in both languages', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const { sentences } = await s.must(s.ask(s.reader, 'GET', s.at(id, '/sentences')));
    const gate = sentences.find((each: Shown) => each.path === 'tiers.1.gates.0');
    expect(gate.text).toEqual({
      'zh-CN': expect.stringContaining('宁波高新区'),
      en: expect.stringContaining('Ningbo'),
    });
    expect(new Set(sentences.map((each: Shown) => each.path)).size).toBe(sentences.length);
  });
});
