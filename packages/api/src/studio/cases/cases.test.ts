import { describe, expect, test } from 'vitest';
import { openStudio, type Shown } from '../../../testing/open-studio.ts';

const DATES = { decision: '2026-07-01', filing: '2026-07-01' };
const CASES = '/cases';

describe('worked cases', () => {
  test('those of the version come along, run on the text, and say what they cover', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const list = await s.must(s.ask(s.reader, 'GET', s.at(id, CASES)));
    expect(list.cases.length).toBe(list.passed);
    expect(list).toMatchObject({ failed: 0, missing: [] });
    expect(list.coverage.all).toBeGreaterThan(list.coverage.both - 1);
    expect(list.coverage.items[0]).toMatchObject({ path: expect.any(String), hits: { yes: expect.any(Number) } });
  });

  test('one is added, fails with the reason, is changed and passes, and is taken out', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const one = { name: '空白企业', facts: {}, dates: DATES, expect: { best: 'gazelle' } };
    const [added] = (await s.must(s.ask(s.editor, 'POST', s.at(id, CASES), { cases: [one] }), 201)).ids;
    const shown = async () =>
      (await s.must(s.ask(s.reader, 'GET', s.at(id, CASES)))).cases.find((each: Shown) => each.id === added);
    expect((await shown()).result).toMatchObject({ ok: false, problems: [expect.stringContaining('best')] });
    const right = { ...one, expect: { best: null } };
    const saved = await s.must(s.ask(s.editor, 'PUT', s.at(id, `${CASES}/${added}`), right));
    expect(saved.result).toEqual({ ok: true, problems: [] });
    await s.must(s.ask(s.editor, 'DELETE', s.at(id, `${CASES}/${added}`), {}), 204);
    expect(await shown()).toBeUndefined();
    expect((await s.ask(s.editor, 'DELETE', s.at(id, `${CASES}/${added}`), {})).status).toBe(404);
    expect(await s.audited(id)).toEqual(
      expect.arrayContaining(['policy-draft.cases-added', 'policy-draft.case-changed', 'policy-draft.case-removed']),
    );
  });

  test('generated ones stand on both sides of every edge, and count only once a person has confirmed them', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const all = await s.must(s.ask(s.editor, 'GET', s.at(id, CASES)));
    for (const each of all.cases) await s.must(s.ask(s.editor, 'DELETE', s.at(id, `${CASES}/${each.id}`), {}), 204);
    const body = { under: 'tiers.1', dates: DATES };
    const { cases } = await s.must(s.ask(s.editor, 'POST', s.at(id, `${CASES}/generate`), body));
    expect(new Set(cases.map((each: Shown) => each.place))).toEqual(new Set(['below', 'at', 'above']));
    expect(cases.every((each: Shown) => each.edge.startsWith('tiers.1'))).toBe(true);
    const yes = cases.find((each: Shown) => each.case.expect.outcomes.gazelle === 'yes').case;
    const sent = { cases: [yes], isGenerated: true };
    const [added] = (await s.must(s.ask(s.editor, 'POST', s.at(id, CASES), sent), 201)).ids;
    const lacks = async () =>
      (await s.must(s.ask(s.reader, 'GET', s.at(id, CASES)))).missing
        .filter(({ tier }: Shown) => tier === 'gazelle')
        .map((each: Shown) => each.lacks);
    expect(await lacks()).toEqual(['yes', 'no']);
    expect((await s.ask(s.reader, 'POST', s.at(id, `${CASES}/${added}/confirm`), {})).status).toBe(403);
    await s.must(s.ask(s.approver, 'POST', s.at(id, `${CASES}/${added}/confirm`), {}), 204);
    expect(await lacks()).toEqual(['no']);
  });

  const sheet = (s: Awaited<ReturnType<typeof openStudio>>, id: string, text: string) =>
    s.app.request(s.at(id, `${CASES}/import?decision=2026-07-01`), {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv', 'X-Test-User': s.editor },
      body: text,
    });

  test('a spreadsheet gives a case a row, and names the rows it cannot read', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const text = [
      '企业名称,营业收入 2025（万元）,预期层级,备注',
      '甲公司,1000,无,x',
      '乙公司,一千,无,x',
      '丙公司,1000,龙,x',
    ].join('\n');
    const answer = await sheet(s, id, text);
    const read = (await answer.json()) as Shown;
    expect(answer.status).toBe(200);
    expect(read.ids).toHaveLength(1);
    expect(read.skipped).toEqual([
      { row: 3, problems: [expect.stringMatching(/^“营业收入 2025（万元）”的“一千”不是数字/)] },
      { row: 4, problems: [expect.stringContaining('“龙”不是本政策的层级')] },
    ]);
    const again = (await (await sheet(s, id, text.replace('一千', '1001').replace('龙', '无'))).json()) as Shown;
    expect([again.ids.length, again.skipped]).toEqual([2, []]);
    expect(read.unknownHeaders).toEqual(['备注']);
    const { cases } = await s.must(s.ask(s.reader, 'GET', s.at(id, CASES)));
    expect(cases.at(-3).case).toMatchObject({ name: '甲公司', expect: { best: null } });
  });

  test('a sheet that does not say what must come out is refused', async () => {
    const s = await openStudio();
    const { id } = await s.newDraft();
    const answer = await sheet(s, id, '企业名称,营业收入 2025（万元）\n甲公司,1000');
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as Shown).error.details[0].message).toContain('预期层级');
  });
});
