import type { FactInput, Facts } from '@tidu/rules';
import { createRandom, type Random } from '../../packages/rules/testing/random.ts';
import { BY_COSTS, BY_SALES, STAFF } from '../bench/peers/plain-firm.ts';
import { YEAR } from '../bench/policies.ts';

type Rows = readonly (readonly [number, number])[];

/** Nearer to a band edge than this, a quotient of doubles may fall on the other side; further away it cannot. */
const SAFE = 1e-6;
const LEVELS = ['none', 'none', 'none', 'none', 'district', 'city', 'province', 'nation'];
const SELDOM_TRUE = [
  'bannedProducts',
  'hnteCertificate',
  'ledStandard',
  'majorAccident',
  'seriousEnvironmentalOffence',
];
const ALMOST_NEVER_TRUE = ['seriousResearchMisconduct', 'abnormalOperationList', 'seriousDishonestyList'];

/** Firms on which engines that compute in doubles must give the very answer of exact arithmetic. */
export function firmsOffEdge(count: number): readonly Facts[] {
  const random = createRandom(20170503);
  const firms: Facts[] = [];
  while (firms.length < count) {
    const firm = draw(random);
    if (isOffEdge(firm)) firms.push(factsOf(random, firm));
  }
  return firms;
}

interface Figures {
  readonly employees: number;
  readonly scienceStaff: number;
  readonly revenue: number;
  readonly costs: number;
  readonly research: number;
}

function draw(random: Random): Figures {
  const employees = 1 + random.int(520);
  const revenue = 100_000 + random.int(random.pick([5_000_000, 60_000_000, 220_000_000]));
  const costs = 100_000 + random.int(revenue);
  const research = random.int(Math.ceil(random.pick([revenue * 0.08, costs * 0.4])));
  return { employees, scienceStaff: random.int(Math.ceil(employees * 0.45) + 1), revenue, costs, research };
}

const isFar = (share: number, rows: Rows): boolean => rows.every(([edge]) => Math.abs(share - edge) > SAFE);
const isOffEdge = ({ employees, scienceStaff, revenue, costs, research }: Figures): boolean =>
  isFar(scienceStaff / employees, STAFF) && isFar(research / revenue, BY_SALES) && isFar(research / costs, BY_COSTS);

function factsOf(random: Random, firm: Figures): Facts {
  const ofYear = (value: number): Record<string, string> => ({ [YEAR]: String(value) });
  const flags = (ids: readonly string[], percent: number) => ids.map((id) => [id, random.chance(percent)] as const);
  const input: Record<string, FactInput> = {
    employees: ofYear(firm.employees),
    scienceStaff: ofYear(firm.scienceStaff),
    revenue: ofYear(firm.revenue),
    costExpense: ofYear(firm.costs),
    rdExpense: ofYear(firm.research),
    totalAssets: ofYear(random.int(220_000_000)),
    classIProperty: String(random.chance(20) ? 1 + random.int(3) : 0),
    classIIProperty: String(random.int(7)),
    rdInstitutionLevel: random.pick(LEVELS),
    nationalAwards: [],
    registeredInChina: random.chance(96),
    ...Object.fromEntries([...flags(SELDOM_TRUE, 4), ...flags(ALMOST_NEVER_TRUE, 1)]),
  };
  return Object.fromEntries(Object.entries(input).map(([id, known]) => [id, { known }]));
}
