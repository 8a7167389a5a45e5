import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from '../../fixtures/size.cases.json' with { type: 'json' };
import { classifySize, type SizeInput } from './classify-size.ts';
import { SIZE_CLASSES, SIZE_LIMITS, SIZE_MEASURES, type SizeIndustry, type SizeRow } from './size-limits.ts';

const WORD: Readonly<Record<string, string>> = { 大型: 'large', 中型: 'medium', 小型: 'small', 微型: 'micro' };
const INDUSTRIES = Object.keys(SIZE_LIMITS) as SizeIndustry[];
const yuan = (wan: number | undefined): string | undefined => (wan === undefined ? undefined : String(wan * 10_000));

function industryOf(name: string): SizeIndustry {
  const found = INDUSTRIES.find((id) => SIZE_LIMITS[id].name === name);
  if (!found) throw new Error(`no such industry: ${name}`);
  return found;
}

describe('classifySize', () => {
  it.each(cases)('$id', ({ inputs, expected }) => {
    const got = classifySize({
      industry: industryOf(inputs.industry),
      employees: inputs.employees === undefined ? undefined : String(inputs.employees),
      revenue: yuan(inputs.revenueWan),
      assets: yuan(inputs.assetsWan),
    });
    expect(got.size).toBe(WORD[expected.size]);
    expect(got.needs).toEqual([]);
  });

  it('has every industry of the standard in the cases', () => {
    expect(new Set(cases.map((c) => c.inputs.industry)).size).toBe(16);
    expect(INDUSTRIES).toHaveLength(16);
  });

  const limits = INDUSTRIES.flatMap((industry) =>
    SIZE_MEASURES.flatMap((measure) => {
      const row: SizeRow = SIZE_LIMITS[industry];
      return (row.limits[measure] ?? []).map((limit, rank) => ({ industry, measure, limit, rank, row }));
    }),
  );
  const ample = (row: SizeRow): Partial<SizeInput> =>
    Object.fromEntries(SIZE_MEASURES.filter((m) => row.limits[m]).map((m) => [m, '9'.repeat(16)]));

  it.each(limits)(
    '$industry: $measure one below, at and one above $limit',
    ({ industry, measure, limit, rank, row }) => {
      const at = (v: string) => classifySize({ industry, ...ample(row), [measure]: v }).size;
      expect(at(String(limit - 1n))).toBe(SIZE_CLASSES[rank + 1]);
      expect(at(`${limit - 1n}.99`)).toBe(SIZE_CLASSES[rank + 1]);
      expect(at(String(limit))).toBe(SIZE_CLASSES[rank]);
      expect(at(`${limit}.01`)).toBe(SIZE_CLASSES[rank]);
    },
  );

  it('keeps unknown measures open and says which would decide', () => {
    expect(classifySize({ industry: 'industry', employees: '300' })).toEqual({
      possible: ['medium', 'small', 'micro'],
      needs: ['revenue'],
      by: { employees: 'medium' },
    });
    expect(classifySize({ industry: 'industry' })).toMatchObject({
      possible: SIZE_CLASSES,
      needs: ['employees', 'revenue'],
    });
  });

  it('knows micro from one measure alone', () => {
    expect(classifySize({ industry: 'industry', employees: '19' })).toMatchObject({
      size: 'micro',
      possible: ['micro'],
      needs: [],
    });
    expect(classifySize({ industry: 'industry', employees: '20' }).size).toBeUndefined();
  });

  it('does not look at measures the industry has no limit for', () => {
    expect(classifySize({ industry: 'other', employees: '300', revenue: '0', assets: '0' })).toEqual({
      size: 'large',
      possible: ['large'],
      needs: [],
      by: { employees: 'large' },
    });
  });

  it('refuses what is no number', () => {
    expect(() => classifySize({ industry: 'other', employees: '三百' })).toThrow(RangeError);
  });

  // INVARIANT (size-completion): the class of every completion is one of the possible ones.
  it('size-completion', () => {
    const value = fc.option(fc.bigInt({ min: 0n, max: 3_000_000_000n }).map(String), { nil: undefined });
    const input = fc.record({
      industry: fc.constantFrom(...INDUSTRIES),
      employees: value,
      revenue: value,
      assets: value,
    });
    fc.assert(
      fc.property(
        input,
        fc.tuple(fc.nat(3000), fc.nat(3_000_000_000), fc.nat(3_000_000_000)),
        (partial, [employees, revenue, assets]) => {
          const whole = classifySize({
            industry: partial.industry,
            employees: partial.employees ?? String(employees),
            revenue: partial.revenue ?? String(revenue),
            assets: partial.assets ?? String(assets),
          });
          expect(whole.possible).toHaveLength(1);
          expect(classifySize(partial).possible).toContain(whole.size);
        },
      ),
    );
  });
});
