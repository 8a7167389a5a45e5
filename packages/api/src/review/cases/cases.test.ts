import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../testing/open-desk.ts';
import { majorProject } from '../../../testing/open-office.ts';
import { changesOf } from './changes.ts';

const cell = (key: string, value: string) => ({
  key,
  value,
  fact: key.split('@')[0] ?? '',
  year: key.split('@')[1] ?? '',
});

describe('a case at the desk', () => {
  it('shows each figure with its source and the files that prove it, beside the result', async () => {
    const desk = await openDesk();
    const file = await desk.newFile();
    const id = await desk.newCase({
      content: {
        sources: { majorProjectRdCost: { source: 'proven', evidence: [file] } },
        materials: [{ materialId: 'audit-report', files: [{ id: file, name: '审计报告.pdf', digest: 'd' }] }],
      },
    });
    const view = await desk.see(id);
    const figure = (fact: string) => view.figures.find((each: { fact: string }) => each.fact === fact);
    expect(figure('majorProjectRdCost')).toMatchObject({
      value: '12000000',
      unit: 'CNY',
      source: 'proven',
      evidence: [{ id: file, name: '审计报告.pdf' }],
    });
    expect(figure('registeredInZone')).toMatchObject({ source: 'declared', evidence: [] });
    expect(view.computed.explanation.kids.length).toBeGreaterThan(0);
    expect(view.submission.materials).toMatchObject([{ materialId: 'audit-report', files: [{ id: file }] }]);
  });

  it('shows what was proven after the submission, by whom and on what, beside what was handed in', async () => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const path = `/api/v1/firms/${desk.firm.firmId}/facts`;
    await desk.ask(desk.firm.userId, 'PUT', path, { facts: { majorProjectRdCost: '12000000', taxInZone: false } });
    const figure = async (fact: string) =>
      (await desk.see(id)).figures.find((each: { fact: string }) => each.fact === fact);
    const before = await figure('majorProjectRdCost');
    expect(before.now).toMatchObject({ isSame: true, source: 'declared', evidence: [] });
    expect((await figure('taxInZone')).now).toMatchObject({ isSame: false, value: 'false' });
    expect((await figure('strategicIndustry')).now).toBeNull();
    const evidence = await desk.newFile();
    const about = { majorProjectRdCost: { evidence: [evidence], note: '见专项审计', basedOn: before.now.id } };
    const proven = { source: 'proven', confirm: ['majorProjectRdCost'], about };
    expect((await desk.ask(desk.clerk, 'POST', `${path}/verifications`, proven)).status).toBe(200);
    expect(await figure('majorProjectRdCost')).toMatchObject({
      source: 'proven',
      now: { source: 'proven', evidence: [{ id: evidence }], note: '见专项审计', recordedByName: '陈晨' },
    });
    expect(await desk.audited(desk.firm.firmId)).toContain('firm.facts-verified');
    expect((await desk.see(id, desk.clerk)).may.verify).toBe(true);
  });

  it('offers each role what the lifecycle offers it, and the auditor nothing', async () => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const events = async (who: string) =>
      (await desk.see(id, who)).permitted.map(({ event }: { event: string }) => event);
    expect(await events(desk.clerk)).toEqual(['return', 'accept', 'accept-deferred', 'refuse-acceptance']);
    expect(await events(desk.auditor)).toEqual([]);
    expect((await desk.see(id, desk.auditor)).may).toEqual({
      assign: false,
      write: false,
      answerFindings: false,
      reopenTasks: false,
      verify: false,
    });
  });

  it.each([
    ['nobody', undefined, 401],
    ['a reviewer who was not asked', 'tax', 404],
    ['an administrator', 'admin', 403],
    ['the firm', 'firm', 403],
  ] as const)('is not there for %s', async (_who, role, status) => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const people = { tax: desk.tax, admin: await desk.newStaff('system-administrator'), firm: desk.firm.userId };
    const who = role === undefined ? undefined : people[role];
    expect((await desk.ask(who, 'GET', desk.on(id))).status).toBe(status);
  });

  it('civiform #4414: a later submission leaves what was decided on the earlier one to be read', async () => {
    const desk = await openDesk();
    const first = await desk.newCase({ facts: majorProject('12000000'), set: { projectName: '甲', poolYear: 2025 } });
    const before = (await desk.see(first)).computed;
    const second = await desk.newCase({ facts: majorProject('99000000'), set: { projectName: '乙' } });
    expect((await desk.see(first)).computed).toEqual(before);
    expect((await desk.see(second)).changes).toMatchObject({
      list: [{ key: 'majorProjectRdCost', was: '12000000', is: '99000000', times: 8.25, isJump: true }],
    });
  });
});

describe('words on a case', () => {
  it('keeps notes in the office and lets the firm read the rest', async () => {
    const desk = await openDesk();
    const id = await desk.newCase();
    const write = (who: string, body: object) => desk.ask(who, 'POST', desk.on(id, 'messages'), body);
    expect((await write(desk.clerk, { text: '电话核对过', visibility: 'internal' })).status).toBe(200);
    expect((await write(desk.clerk, { text: '请补充合同', visibility: 'shared' })).status).toBe(200);
    expect((await write(desk.auditor, { text: 'x', visibility: 'internal' })).status).toBe(403);
    expect((await write(desk.tax, { text: 'x', visibility: 'internal' })).status).toBe(404);
    expect((await write(desk.clerk, { text: '', visibility: 'internal' })).status).toBe(422);
    expect((await desk.see(id)).messages).toMatchObject([{ visibility: 'internal' }, { visibility: 'shared' }]);
    const own = await desk.ask(desk.firm.userId, 'GET', `/api/v1/applications/${id}`);
    expect(own.body.messages).toMatchObject([{ text: '请补充合同' }]);
    expect(await desk.audited(id)).toEqual(['application.message-posted', 'application.message-posted']);
  });
});

describe('what changed', () => {
  it.each([
    ['five times the year before', [cell('revenue@2025', '500'), cell('revenue@2024', '100')], [], ['year', 5, true]],
    ['a fifth', [cell('revenue@2025', '20'), cell('revenue@2024', '100')], [], ['year', 0.2, true]],
    ['a little', [cell('revenue@2025', '110'), cell('revenue@2024', '100')], [], ['year', 1.1, false]],
    [
      'the year before from the earlier submission',
      [cell('revenue@2025', '500')],
      [cell('revenue@2024', '90')],
      ['year', 5.56, true],
    ],
    [
      'a past year told otherwise',
      [cell('revenue@2024', '120')],
      [cell('revenue@2024', '100')],
      ['restated', 1.2, false],
    ],
    ['a word', [cell('zoneTier', 'gazelle')], [cell('zoneTier', 'none')], ['since', null, false]],
    ['from nought', [cell('employees', '9')], [cell('employees', '0')], ['since', null, false]],
  ] as const)('marks %s', (_what, now, before, [kind, times, isJump]) => {
    expect(changesOf(now, before, 2025, new Map())).toMatchObject([{ kind, times, isJump }]);
  });

  it('is silent where nothing changed', () => {
    const same = [cell('revenue@2025', '100'), cell('revenue@2024', '100'), cell('listed', 'false')];
    expect(changesOf(same, same, 2025, new Map())).toEqual([]);
  });
});
