import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import everyKind from '../../fixtures/every-kind.policy.json';
import { asOf, baseYear } from './dates-of.ts';
import type { PolicyDoc } from './document.ts';
import { findVersionConflicts, pickVersion } from './pick-version.ts';

const version = (from: string, to?: string, more: Partial<PolicyDoc> = {}): PolicyDoc => ({
  ...(everyKind as unknown as PolicyDoc),
  id: 'ladder',
  version: from,
  inForce: { from, ...(to === undefined ? {} : { to }) },
  ...more,
});
const first = version('2018-03-01', '2020-11-22');
const second = version('2020-11-23', '2023-12-31');
const third = version('2025-01-01');
const all = [third, first, second];
const on = (day: string) => pickVersion(all, 'ladder', { decision: '2030-01-01', filing: day });

describe('pickVersion', () => {
  it.each([
    ['2018-02-28', { notInForce: { nextFrom: '2018-03-01' } }],
    ['2018-03-01', first],
    ['2020-11-22', first],
    ['2020-11-23', second],
    ['2023-12-31', second],
    ['2024-01-01', { notInForce: { lastTo: '2023-12-31', nextFrom: '2025-01-01' } }],
    ['2024-12-31', { notInForce: { lastTo: '2023-12-31', nextFrom: '2025-01-01' } }],
    ['2025-01-01', third],
    ['2099-01-01', third],
  ])('%s', (day, expected) => {
    expect(on(day)).toEqual(expected);
  });

  it('carries nothing on past the last day', () => {
    expect(pickVersion([first], 'ladder', { decision: '2020-11-23' })).toEqual({
      notInForce: { lastTo: '2020-11-22' },
    });
  });

  it('knows only published versions', () => {
    const others = [
      version('2018-01-01', undefined, { status: 'draft' }),
      version('2018-01-01', undefined, { status: 'withdrawn' }),
    ];
    expect(pickVersion(others, 'ladder', { decision: '2020-01-01' })).toEqual({ unknownPolicy: true });
    expect(pickVersion([...others, third], 'ladder', { decision: '2020-01-01' })).toEqual({
      notInForce: { nextFrom: '2025-01-01' },
    });
    expect(pickVersion(all, 'laddr', { decision: '2020-01-01' })).toEqual({ unknownPolicy: true });
  });

  it('looks from the day the version itself names', () => {
    const dates = { filing: '2020-11-22', decision: '2020-11-23', fiscalYearEnd: '2018-06-30' };
    const by = (applies: PolicyDoc['applies']) =>
      pickVersion(
        all.map((d) => ({ ...d, applies })),
        'ladder',
        dates,
      );
    expect(by('filing')).toMatchObject({ version: '2018-03-01' });
    expect(by('decision')).toMatchObject({ version: '2020-11-23' });
    expect(by('fiscalYearEnd')).toMatchObject({ version: '2018-03-01' });
  });

  it('agrees with a look at every version, on any day', () => {
    const day = fc
      .date({ min: new Date('2017-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (d) => {
        const picked = on(d);
        const holding = all.filter((v) => v.inForce.from <= d && d <= (v.inForce.to ?? '9999-12-31'));
        return 'id' in picked ? holding.length === 1 && holding[0] === picked : holding.length === 0;
      }),
    );
  });
});

describe('findVersionConflicts', () => {
  it('finds none where versions follow one another', () => {
    expect(findVersionConflicts(all)).toEqual([]);
  });

  it.each([
    ['2020-11-21', 0],
    ['2020-11-22', 0],
    ['2020-11-23', 1],
    [undefined, 1],
  ])('a first version until %s gives %i before one from 2020-11-23', (to, n) => {
    const found = findVersionConflicts([version('2018-03-01', to), second]);
    expect(found.map((d) => [d.code, d.path, d.node])).toEqual(
      n === 0 ? [] : [['version-overlap', '1.inForce', 'ladder']],
    );
  });

  it('looks at published versions of one policy only', () => {
    expect(
      findVersionConflicts([
        third,
        version('2026-01-01', undefined, { id: 'other' }),
        version('2026-01-01', undefined, { status: 'draft' }),
      ]),
    ).toEqual([]);
    expect(findVersionConflicts([third, third])).toHaveLength(1);
  });
});

describe('dates', () => {
  it.each([
    [{ decision: '2026-01-01' }, 2025],
    [{ decision: '2026-12-31' }, 2025],
    [{ decision: '2026-03-01', filing: '2025-12-31' }, 2024],
    [{ decision: '2026-03-01', filing: '2025-12-31', fiscalYearEnd: '2025-06-30' }, 2025],
  ])('base year of %j is %i', (dates, year) => {
    expect(baseYear(dates)).toBe(year);
  });

  it('takes filing, else decision; and the end of the base year where no fiscal year end is given', () => {
    expect(asOf({ applies: 'filing' }, { decision: '2026-03-01' })).toBe('2026-03-01');
    expect(asOf({ applies: 'filing' }, { decision: '2026-03-01', filing: '2026-02-01' })).toBe('2026-02-01');
    expect(asOf({ applies: 'decision' }, { decision: '2026-03-01', filing: '2026-02-01' })).toBe('2026-03-01');
    expect(asOf({ applies: 'fiscalYearEnd' }, { decision: '2026-03-01' })).toBe('2025-12-31');
    expect(asOf({ applies: 'fiscalYearEnd' }, { decision: '2026-03-01', fiscalYearEnd: '2026-06-30' })).toBe(
      '2026-06-30',
    );
  });
});
