import { describe, expect, test } from 'vitest';
import { openCases } from '../../testing/open-cases.ts';
import { openOffice } from '../../testing/open-office.ts';
import { findProblems } from './find-problems.ts';

const NOTICE_2027 = {
  off: ['2027-01-01'],
  work: ['2027-01-03'],
  source: '国务院办公厅通知',
  basis: 'official' as const,
};

describe('what contradicts itself', () => {
  test.each([
    ['nothing', { off: ['2027-01-01'], work: ['2027-01-03'] }, []],
    ['a weekend day off is no contradiction', { off: ['2027-01-02'], work: [] }, []],
    ['another year', { off: ['2026-12-31'], work: [] }, ['off.0']],
    ['a day named twice', { off: ['2027-01-01', '2027-01-01'], work: [] }, ['off.1']],
    ['off and worked', { off: ['2027-01-03'], work: ['2027-01-03'] }, ['work.0']],
    ['worked anyway', { off: [], work: ['2027-01-04'] }, ['work.0']],
  ])('%s', (_name, days, paths) => {
    expect(findProblems('2027', days).map(({ path }) => path)).toEqual(paths);
  });
});

describe('a year', () => {
  test('is seeded, public, and saved by the office alone', async () => {
    const { ask, newStaff, newFirm, audited } = await openOffice();
    const { years } = (await ask(undefined, 'GET', '/api/v1/calendar')).body;
    expect(years.map(({ year }: { year: string }) => year)).toEqual([
      '2026',
      '2025',
      '2024',
      '2023',
      '2022',
      '2021',
      '2020',
      '2019',
      '2018',
    ]);
    const save = (user: string | undefined, body: object) => ask(user, 'PUT', '/api/v1/calendar/2027', body);
    const body = { ...NOTICE_2027, basedOn: null };
    expect((await save(undefined, body)).status).toBe(401);
    expect((await save((await newFirm()).userId, body)).status).toBe(403);
    expect((await save(await newStaff('intake-clerk'), body)).status).toBe(403);
    const admin = await newStaff('system-administrator');
    expect((await save(admin, { ...body, work: ['2027-01-04'] })).status).toBe(422);
    expect((await save(admin, body)).status).toBe(200);
    expect((await save(admin, body)).status).toBe(409);
    expect(await audited('2027')).toEqual(['calendar.saved']);
  });

  test('without a notice leaves a limit open; when it comes every running clock gets its day', async () => {
    const cases = await openCases({ now: new Date('2026-12-30T02:00:00Z') });
    const id = await cases.submitted();
    expect(await cases.see(id)).toMatchObject({ missingYear: 2027 });
    const admin = await cases.newStaff('system-administrator');
    const saved = await cases.ask(admin, 'PUT', '/api/v1/calendar/2027', { ...NOTICE_2027, basedOn: null });
    expect(saved.body).toMatchObject({ clocks: 1 });
    const seen = await cases.see(id);
    // 31 December, then 3 (a Sunday that is worked), 4, 5 and 6 January.
    expect(seen.dueOn).toBe('2027-01-06');
    expect(seen.missingYear).toBeUndefined();
  });

  test('that is amended in its middle moves the days that are still to come', async () => {
    const cases = await openCases();
    const id = await cases.submitted();
    expect((await cases.see(id)).dueOn).toBe('2026-04-09');
    const admin = await cases.newStaff('system-administrator');
    const { years } = (await cases.ask(undefined, 'GET', '/api/v1/calendar')).body;
    const { year: _, changedAt, ...now } = years[0];
    const off = [...now.off, '2026-04-09'];
    await cases.ask(admin, 'PUT', '/api/v1/calendar/2026', { ...now, off, basedOn: changedAt });
    expect((await cases.see(id)).dueOn).toBe('2026-04-10');
  });
});
