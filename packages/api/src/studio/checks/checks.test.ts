import { type Finding, observeTarget, type PolicyDoc } from '@tidu/rules';
import { describe, expect, test } from 'vitest';
import { LADDER, openStudio, type Shown } from '../../../testing/open-studio.ts';

/** A fact that no rule reads. */
const unused = {
  op: 'add',
  path: 'facts.0',
  value: { id: 'nobodyAsks', label: { 'zh-CN': '没人问', en: 'Nobody asks' }, type: 'bool', ifMissing: 'ask' },
};

describe('checks', () => {
  test('findings come in words in both languages, with a firm that shows them', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const checks = await s.must(s.ask(s.reader, 'GET', s.at(id, '/checks')));
    expect(checks).toMatchObject({ problems: [], isBlocked: true });
    const local = checks.findings.find((each: Shown) => each.node === 'registeredInZone');
    expect(local.text['zh-CN']).toContain('公平竞争审查条例');
    const doc = (await s.read(id)).document as PolicyDoc;
    const { witness } = local as { witness: NonNullable<Finding['witness']> };
    for (const { firm, target, result } of witness.shows) {
      const { facts, dates } = firm === 'other' ? (witness.other ?? witness) : witness;
      expect(observeTarget(doc, dates, facts, target)).toBe(result);
    }
  });

  test('a problem keeps findings back and is told with its place', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.edit(id, [{ op: 'replace', path: 'pick', value: 'lowest' }]);
    const checks = await s.must(s.ask(s.reader, 'GET', s.at(id, '/checks')));
    expect(checks).toMatchObject({ findings: [], isBlocked: true, problems: [{ path: 'pick' }] });
  });

  test('a fix is carried out as a change that can be undone, and the finding is gone', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    await s.edit(id, [unused]);
    const read = () => s.must(s.ask(s.editor, 'GET', s.at(id, '/checks')));
    const found = (await read()).findings.find((each: Shown) => each.fix?.patch && each.node === 'nobodyAsks');
    const saved = await s.must(s.ask(s.editor, 'POST', s.at(id, '/fixes'), { version: 1, key: found.key }));
    expect(saved).toMatchObject({ version: 2, canUndo: true });
    expect((await read()).findings.map((each: Shown) => each.key)).not.toContain(found.key);
    const { edits } = await s.must(s.ask(s.reader, 'GET', s.at(id, '/edits')));
    expect(edits[0]).toMatchObject({ kind: 'fix', by: { name: '程拟稿' } });
    const again = await s.ask(s.editor, 'POST', s.at(id, '/fixes'), { version: 2, key: found.key });
    expect([again.status, again.body.error.code]).toEqual([404, 'studio.no-such-fix']);
    expect((await s.ask(s.editor, 'POST', s.at(id, '/fixes'), { version: 1, key: found.key })).status).toBe(409);
  });
});

describe('any two texts compared', () => {
  const compare = (before: string, after: string, more = '') =>
    `/api/v1/studio/compare?before=${encodeURIComponent(before)}&after=${encodeURIComponent(after)}${more}`;

  test('two versions: every change in a sentence', async () => {
    const s = await openStudio();
    const { changes } = await s.must(s.ask(s.reader, 'GET', compare('version:nbhtz-ladder:2018-03-01', LADDER)));
    expect(changes.length).toBeGreaterThan(5);
    expect(changes.every((each: Shown) => each.text['zh-CN'] !== '' && each.text.en !== '')).toBe(true);
  });

  test('a draft as it stood, with firms the change turns', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const tests: readonly Shown[] = (await s.read(id)).document.tiers[1].routes[1].when.of;
    const path = `tiers.1.routes.1.when.of.${tests.findIndex((each) => each.a?.k === 'growth')}.b.value`;
    await s.edit(id, [{ op: 'replace', path, value: '25%' }]);
    const now = await s.must(s.ask(s.reader, 'GET', compare(`draft:${id}@0`, `draft:${id}`, '&witnesses=1')));
    expect(now.changes).toMatchObject([{ type: 'figure', before: '15%', after: '25%', unit: 'ratio' }]);
    expect(now.changes[0].witnesses.length).toBeGreaterThan(0);
    for (const { differs } of now.changes[0].witnesses) expect(differs.length).toBeGreaterThan(0);
  });

  test.each(['draft:nothing', 'version:nothing:2020-01-01'])('%s is not there', async (ref) => {
    const s = await openStudio();
    expect((await s.ask(s.reader, 'GET', compare(ref, LADDER))).status).toBe(404);
    expect((await s.ask(s.reader, 'GET', compare('x', LADDER))).status).toBe(422);
  });
});
