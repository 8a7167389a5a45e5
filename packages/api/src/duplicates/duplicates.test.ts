import { describe, expect, it } from 'vitest';
import { openDesk } from '../../testing/open-desk.ts';
import { readApplication } from '../applications/queries.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { readBasis } from '../decisions/basis/read-basis.ts';
import { findDuplicates } from './find-duplicates.ts';
import { costOverlap, likeness } from './likeness.ts';
import { deductionsOf } from './queries.ts';

const kinds = (view: { findings: readonly { kind: string }[] }) => view.findings.map(({ kind }) => kind);

/** A project as it was paid for twice elsewhere: another name on paper, the same lines of cost. */
const COSTS = [
  { name: '激光刻蚀设备', amount: '6800000' },
  { name: '溅射镀膜机', amount: '4200000' },
  { name: '检测仪器', amount: '1500000' },
];

describe('looking for double money', () => {
  it('Shenzhen audit: finds the same project filed twice, in another year and scheme, and blocks the case', async () => {
    const desk = await openDesk();
    await desk.newCase({
      state: 'approved',
      content: { awards: ['project'], costItems: COSTS },
      set: {
        projectName: '柔性显示用靶材关键技术研发项目',
        poolYear: 2025,
        amountFen: 1_600_000_000,
        number: 'TD-2025-000007',
      },
    });
    const { view } = await desk.accepted({
      content: { awards: ['major-project'], costItems: COSTS },
      set: { projectName: '关于柔性显示用靶材关键技术研发及产业化', poolYear: 2026 },
    });
    expect(view.case.openConflicts).toBe(1);
    expect(view.findings).toMatchObject([
      {
        kind: 'same-project',
        details: { number: 'TD-2025-000007', year: 2025, costs: 1, amount: '16000000' },
      },
    ]);
  });

  it('finds it by its cost items where the name is another', async () => {
    const desk = await openDesk();
    await desk.newCase({
      state: 'approved',
      content: { costItems: COSTS },
      set: { projectName: '智能产线改造', poolYear: 2024 },
    });
    const { view } = await desk.accepted({ content: { costItems: COSTS }, set: { projectName: '新型靶材中试' } });
    expect(kinds(view)).toEqual(['same-project']);
  });

  it.each([
    ['another firm', { other: true }, {}],
    ['a case that was withdrawn', { state: 'withdrawn' }, {}],
    ['a project that has nothing in common', {}, { projectName: '海洋生物制药平台' }],
  ] as const)('is silent about %s', async (_what, { other, state }: { other?: boolean; state?: string }, set) => {
    const desk = await openDesk();
    const of = other ? await desk.newFirm('宁波别家有限公司') : desk.firm;
    await desk.newCase({
      of,
      state: (state ?? 'approved') as 'approved',
      set: { projectName: '溅射靶材研发', poolYear: 2025 },
    });
    const { view } = await desk.accepted({ set: { projectName: '溅射靶材研发', ...set } });
    expect(kinds(view)).toEqual([]);
    expect(view.case.openConflicts).toBe(0);
  });

  it('asks about every line of outside money the firm declares, and what it declared elsewhere for this project', async () => {
    const desk = await openDesk();
    const city = { source: '市科技局', project: '溅射靶材研发', level: 'city', year: 2025, amount: '800000' };
    await desk.newCase({
      state: 'approved',
      content: { otherFunding: [city] },
      set: { projectName: '平台建设', poolYear: 2024 },
    });
    const own = { source: '省工信厅', project: '首台套奖励', level: 'province', amount: '500000' };
    const { view } = await desk.accepted({ content: { otherFunding: [own] }, set: { projectName: '溅射靶材研发' } });
    expect(view.findings).toMatchObject([
      { kind: 'declared-elsewhere', otherId: null, details: own },
      { kind: 'declared-elsewhere', details: city },
    ]);
  });

  it('finds two awards of one stack claimed in one year', async () => {
    const desk = await openDesk();
    await desk.newCase({
      state: 'in-decision',
      content: { awards: ['national-match-lead'] },
      set: { projectName: '甲' },
    });
    const { view } = await desk.accepted({ content: { awards: ['major-project'] }, set: { projectName: '乙' } });
    expect(view.findings).toMatchObject([
      {
        kind: 'same-stack',
        details: { stack: 'same-project', here: ['major-project'], there: ['national-match-lead'] },
      },
    ]);
  });

  it('finds the same file shown by two firms', async () => {
    const desk = await openDesk();
    const other = await desk.newFirm('宁波别家有限公司');
    await desk.newFile('same-digest', other.firmId);
    const files = [
      { id: await desk.newFile('same-digest'), name: '发票.pdf', digest: 'same-digest', mediaType: 'application/pdf' },
    ];
    const { view } = await desk.accepted({ content: { materials: [{ materialId: 'cost-detail', files }] } });
    expect(view.findings).toMatchObject([
      { kind: 'same-file', details: { otherFirm: '宁波别家有限公司', file: '发票.pdf' } },
    ]);
  });

  it('found-once: looking again adds nothing, answered or not', async () => {
    const desk = await openDesk();
    const city = { source: '市科技局', project: '别的', amount: '1' };
    const { id, view } = await desk.accepted({ content: { otherFunding: [city] } });
    await desk.ask(desk.clerk, 'POST', desk.on(id, `duplicates/${view.findings[0].id}/answer`), {
      answer: 'not-a-duplicate',
      reason: '另一个项目',
    });
    const again = await desk.ask(desk.clerk, 'POST', desk.on(id, 'duplicates'));
    expect(again.body).toMatchObject({ added: 0, findings: [{ answer: 'not-a-duplicate' }] });
    const direct = await withTransaction(desk.database, async (tx) => {
      const row = await readApplication(tx, id);
      return row && findDuplicates(tx, { actor: 'system', now: desk.clock.now, requestId: 'r' }, row);
    });
    expect(direct).toBe(0);
    expect((await desk.see(id)).case.openConflicts).toBe(0);
    expect(await desk.audited(id)).toContain('duplicates.looked-for');
  });
});

describe('answering', () => {
  const blocked = async () => {
    const desk = await openDesk();
    const city = { source: '市科技局', project: '同一项目', amount: '800000' };
    const opened = await desk.accepted({ content: { otherFunding: [city] } });
    const path = desk.on(opened.id, `duplicates/${opened.view.findings[0].id}/answer`);
    return { ...desk, ...opened, path };
  };

  it('holds the case back until it is answered, and then sends it on', async () => {
    const desk = await blocked();
    for (const [who, department] of [
      [desk.science, 'science'],
      [desk.finance, 'finance'],
      [desk.tax, 'tax'],
    ] as const)
      await desk.answer(who, desk.taskOf(department));
    expect((await desk.see(desk.id)).case.state.id).toBe('in-review');
    const before = (await readBasis(desk.database.read, desk.id)).suggested;
    const said = { answer: 'deduct', reason: '市级已补助同一设备', deduct: '800000' };
    expect(await desk.ask(desk.finance, 'POST', desk.path, said)).toMatchObject({
      status: 200,
      body: { state: 'in-panel' },
    });
    expect(await deductionsOf(desk.database.read, desk.id)).toBe(80_000_000);
    const after = (await readBasis(desk.database.read, desk.id)).suggested;
    expect(after.suggestedFen).toBe((before.suggestedFen ?? 0) - 80_000_000);
    expect(after.ceilingFen).toBe((before.ceilingFen ?? 0) - 80_000_000);
    expect(after.suggestedFen).toBeGreaterThan(0);
    expect(await desk.audited(desk.id)).toContain('application.duplicate.answered');
  });

  it.each([
    ['no reason', { answer: 'refuse' }],
    ['a deduction without an amount', { answer: 'deduct', reason: 'x' }],
    ['an amount without a deduction', { answer: 'refuse', reason: 'x', deduct: '1' }],
  ])('refuses %s', async (_what, body) => {
    const desk = await blocked();
    expect((await desk.ask(desk.clerk, 'POST', desk.path, body)).status).toBe(422);
    expect((await desk.see(desk.id)).case.openConflicts).toBe(1);
  });

  it('is for the clerk and the asked departments, and the first answer stands', async () => {
    const desk = await blocked();
    const said = { answer: 'not-a-duplicate', reason: '两个项目' };
    expect((await desk.ask(desk.auditor, 'POST', desk.path, said)).status).toBe(403);
    const both = await Promise.all([
      desk.ask(desk.clerk, 'POST', desk.path, said),
      desk.ask(desk.tax, 'POST', desk.path, said),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await desk.see(desk.id)).case.openConflicts).toBe(0);
  });
});

it.each([
  ['高性能靶材研发', '高性能靶材的研发项目', true],
  ['柔性显示靶材关键技术研发', '关于柔性显示用靶材关键技术研发及产业化', true],
  ['溅射靶材研发', '海洋生物制药平台', false],
  ['智能装备产业化项目', '新能源产业化项目', false],
  ['', '任何项目', false],
])('%s and %s are alike: %s', (one, other, alike) => {
  expect(likeness(one, other) >= 0.6).toBe(alike);
  expect(likeness(one, other)).toBe(likeness(other, one));
});

it('counts the part of the shorter list that the other has as well', () => {
  expect(costOverlap(COSTS, COSTS.slice(1))).toBe(1);
  expect(costOverlap(COSTS, [{ name: '检测仪器', amount: '9' }])).toBe(0);
  expect(costOverlap([], COSTS)).toBe(0);
});
