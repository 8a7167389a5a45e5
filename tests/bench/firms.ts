import type { FactInput, Facts } from '@tidu/rules';
import { createRandom, type Random } from '../../packages/rules/testing/random.ts';
import { YEAR } from './policies.ts';

/** Shares in hundredths and thousandths around the band edges of the tables, exact edges among them. */
const STAFF_SHARES = [5, 10, 12, 15, 20, 22, 25, 30, 45];
const RESEARCH_SHARES = [10, 20, 25, 30, 40, 45, 50, 60, 80, 150, 300];
const GROWTH = [90, 105, 115, 118, 120, 125, 150];
const LEVELS = ['none', 'none', 'none', 'district', 'city', 'province', 'nation'];
const INDUSTRIES = ['new-it', 'equipment', 'new-materials', 'biology', 'new-energy', 'none'];

/** Firms as they are: most pass the gates, many stand exactly on an edge or one 分 or one person beside it. */
export function makeFirms(count: number): readonly Facts[] {
  const random = createRandom(20180301);
  return Array.from({ length: count }, () => makeFirm(random));
}

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const beside = (random: Random, x: number): number => Math.max(0, x + random.pick([0, 0, -1, 1]));

function makeFirm(random: Random): Facts {
  const employees = 20 * (1 + random.int(27));
  const revenue = 1_000_000 * (1 + random.int(random.pick([40, 400, 21_000])));
  const growth = random.pick(GROWTH);
  const base = Math.round((revenue / growth / growth) * 10_000);
  const research = beside(random, (revenue / 1000) * random.pick(RESEARCH_SHARES));
  const costs = (revenue / 10) * (5 + random.int(7));
  const input: Record<string, FactInput> = {
    employees: { [YEAR]: String(employees) },
    scienceStaff: {
      [YEAR]: String(Math.min(employees, beside(random, Math.round((employees * random.pick(STAFF_SHARES)) / 100)))),
    },
    collegeResearchStaff: { [YEAR]: String(beside(random, employees / 10)) },
    revenue: {
      [YEAR]: yuan(revenue),
      [YEAR - 1]: yuan(Math.round((revenue / growth) * 100)),
      [YEAR - 2]: yuan(beside(random, base)),
    },
    rdExpense: { [YEAR]: yuan(Math.round(research)) },
    costExpense: { [YEAR]: yuan(costs) },
    totalAssets: { [YEAR]: yuan(revenue) },
    operatingProfit: { [YEAR]: yuan(random.int(3) * 1_000_000) },
    classIProperty: String(random.int(6) === 0 ? 1 : 0),
    classIIProperty: String(random.int(6)),
    registeredOn: `${YEAR - 12 + random.int(13)}-0${1 + random.int(9)}-15`,
    rdInstitutionLevel: random.pick(LEVELS),
    strategicIndustry: random.pick(INDUSTRIES),
    amacEquity: yuan(random.pick([0, 999_999_999, 1_000_000_000, 5_000_000_000])),
    valuationCny: yuan(random.pick([0, 99_999_999_999, 100_000_000_000, 300_000_000_000])),
    valuationUsd: yuan(random.pick([0, 50_000_000_000, 100_000_000_000])),
    ...flags(random),
  };
  return Object.fromEntries(Object.entries(input).map(([id, known]) => [id, { known }]));
}

const MOSTLY_TRUE = [
  'registeredInChina',
  'independentLegalPerson',
  'registeredInZone',
  'taxInZone',
  'ownCoreIp',
  'founderLed',
];
const OFTEN = ['newBusinessModel', 'provincialChampionTitle', 'hasPrivateFunding'];
const SELDOM = [
  'bannedProducts',
  'hnteCertificate',
  'ledStandard',
  'listed',
  'majorAccident',
  'seriousEnvironmentalOffence',
];
const ALMOST_NEVER = ['seriousResearchMisconduct', 'abnormalOperationList', 'seriousDishonestyList'];

function flags(random: Random): Record<string, boolean> {
  const draw = (ids: readonly string[], percent: number): readonly [string, boolean][] =>
    ids.map((id) => [id, random.chance(percent)]);
  return Object.fromEntries([
    ...draw(MOSTLY_TRUE, 97),
    ...draw(OFTEN, 40),
    ...draw(SELDOM, 4),
    ...draw(ALMOST_NEVER, 1),
  ]);
}
