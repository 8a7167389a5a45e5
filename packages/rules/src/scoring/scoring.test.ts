import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelSpread } from './panel-spread.ts';
import { type SheetMarks, sheetTotal } from './sheet-total.ts';

const two = [
  { id: 'a', weight: 60, maxPoints: 10 },
  { id: 'b', weight: 40, maxPoints: 20 },
];

describe('sheetTotal', () => {
  it.each<[SheetMarks, number | undefined]>([
    [{ a: 1000, b: 2000 }, 10_000],
    [{ a: 0, b: 0 }, 0],
    [{ a: 800, b: 1000 }, 6800],
    [{ a: 800, b: null }, 8000],
    [{ a: 800 }, 8000],
    [{ a: null, b: null }, undefined],
    [{}, undefined],
    [{ a: 333, b: 1 }, 2000],
  ])('%j is %s', (marks, total) => {
    expect(sheetTotal(two, marks)).toBe(total);
  });

  it('rounds half a hundredth up', () => {
    const criteria = [{ id: 'a', weight: 100, maxPoints: 80 }];
    expect(sheetTotal(criteria, { a: 2 })).toBe(3);
  });

  const criteria = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      weight: fc.integer({ min: 1, max: 100 }),
      maxPoints: fc.integer({ min: 1, max: 100 }),
    }),
    { selector: ({ id }) => id, minLength: 1 },
  );
  const share = fc.option(fc.integer({ min: 0, max: 100 }));

  it('not-applicable: leaving a criterion out is as if the sheet did not have it', () => {
    fc.assert(
      fc.property(criteria, fc.array(share, { minLength: 4, maxLength: 4 }), (sheet, shares) => {
        const marks = Object.fromEntries(sheet.map(({ id, maxPoints }, i) => [id, scaled(shares[i], maxPoints)]));
        const rest = sheet.filter(({ id }) => marks[id] !== null);
        expect(sheetTotal(sheet, marks)).toBe(sheetTotal(rest, marks));
      }),
    );
  });

  it('within-100: a total lies between the least and the greatest share', () => {
    fc.assert(
      fc.property(
        criteria,
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }),
        (sheet, shares) => {
          const marks = Object.fromEntries(sheet.map(({ id, maxPoints }, i) => [id, scaled(shares[i], maxPoints)]));
          const used = shares.slice(0, sheet.length).map((each) => each * 100);
          const total = sheetTotal(sheet, marks) ?? -1;
          expect(total).toBeGreaterThanOrEqual(Math.min(...used));
          expect(total).toBeLessThanOrEqual(Math.max(...used));
        },
      ),
    );
  });

  const scaled = (percent: number | null | undefined, maxPoints: number) =>
    percent === null || percent === undefined ? null : percent * maxPoints;
});

describe('panelSpread', () => {
  it.each([
    [[8000], { mean: 8000, range: 0, deviation: 0, outliers: [] }],
    [[8000, 8001], { mean: 8001, range: 1, outliers: [] }],
    [[8000, 8000, 8000, 8000, 2000], { mean: 6800, range: 6000, deviation: 2400, outliers: [4] }],
    [[8000, 8200, 8100], { mean: 8100, range: 200, deviation: 82, outliers: [] }],
    [[8000, 8000, 8000], { deviation: 0, outliers: [] }],
    [[8000, 8000, 8500], { outliers: [] }],
    [[8000, 8000, 8750], { outliers: [2] }],
    [[8000, 8000, 8749], { outliers: [] }],
  ])('%j', (totals, expected) => {
    expect(panelSpread(totals, 130)).toMatchObject(expected);
  });

  it('has nothing to say where nobody scored', () => {
    expect(panelSpread([], 150)).toBeUndefined();
  });

  it('order: the order of the experts does not matter', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(totals, (all) => {
        const { outliers: there, ...a } = panelSpread(all, 150) ?? { outliers: [] };
        const { outliers: back, ...b } = panelSpread(all.toReversed(), 150) ?? { outliers: [] };
        expect(b).toEqual(a);
        expect(back.map((i) => all.length - 1 - i).toSorted((x, y) => x - y)).toEqual([...there]);
      }),
    );
  });
});
