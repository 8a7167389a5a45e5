import { classifySize, SIZE_LIMITS, type SizeIndustry } from '@tidu/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { industrySection } from '../firms/industry-section.ts';
import { sizeIndustryOf } from './size-industry.ts';
import { sizeOfFirm } from './size-of-firm.ts';

test.each([
  ['C2641', 'industry'],
  ['2641', 'industry'],
  ['F5137', 'wholesale'],
  ['5212', 'retail'],
  ['5990', 'storage'],
  ['5437', 'transport'],
  ['6420', 'telecommunication'],
  ['6513', 'software'],
  ['7010', 'realEstate'],
  ['7020', 'propertyManagement'],
  ['7320', 'other'],
  ['6612', undefined],
])('class %s falls under the row %s', (code, row) => {
  const bare = code.replace(/^[A-Z]/, '');
  expect(sizeIndustryOf(industrySection(bare), code)).toBe(row);
});

describe('the size of a firm', () => {
  const facts = (employees: string | undefined, revenue: string | undefined) => ({
    ...(employees === undefined ? {} : { employees: { known: { '2025': employees } } }),
    ...(revenue === undefined ? {} : { revenue: { known: { '2025': revenue } } }),
  });

  test.each([
    ['industry', '300', '20000000', 'medium'],
    ['industry', '299', '20000000', 'small'],
    ['industry', '300', undefined, 'unknown'],
    ['industry', '19', undefined, 'micro'],
    ['software', '100', '9999999.99', 'small'],
    [undefined, '300', '20000000', 'unknown'],
  ] as const)('%s with %s people and a turnover of %s is %s', (industry, employees, revenue, size) => {
    expect(sizeOfFirm(facts(employees, revenue), 2025, industry)).toBe(size);
  });

  test('a figure of another year does not count', () => {
    expect(sizeOfFirm(facts('300', '20000000'), 2024, 'industry')).toBe('unknown');
  });

  test('size-as-classified: it is what the rules say, wherever what is known decides', () => {
    const figure = fc.option(fc.tuple(fc.nat(1_300_000_000), fc.nat(99)), { nil: undefined });
    const industry = fc.constantFrom(...(Object.keys(SIZE_LIMITS) as SizeIndustry[]));
    fc.assert(
      fc.property(
        industry,
        fc.option(fc.nat(1500), { nil: undefined }),
        figure,
        figure,
        (row, people, sales, assets) => {
          const given = {
            employees: people === undefined ? undefined : String(people),
            revenue: sales?.join('.'),
            assets: assets?.join('.'),
          };
          const known = Object.entries({ ...given, totalAssets: given.assets }).flatMap(([fact, value]) =>
            value === undefined ? [] : [[fact, { known: { '2025': value } }]],
          );
          const classified = classifySize({ industry: row, ...without(given) }).size ?? 'unknown';
          expect(sizeOfFirm(Object.fromEntries(known), 2025, row)).toBe(classified);
        },
      ),
    );
  });
});

const without = (given: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(given).filter((each): each is [string, string] => each[1] !== undefined));
