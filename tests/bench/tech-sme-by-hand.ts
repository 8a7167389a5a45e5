import type { Facts } from '@tidu/rules';
import { YEAR } from './policies.ts';
import { countOf, has, hundredthsOf, wordOf } from './read-by-hand.ts';

/** What 科技型中小企业 asks, as a programmer would hold it: money in 分, people in hundredths. */
export interface TechSmeFirm {
  readonly registeredInChina: boolean;
  readonly bannedProducts: boolean;
  readonly employees: number;
  readonly scienceStaff: number;
  readonly revenue: number;
  readonly costs: number;
  readonly research: number;
  readonly assets: number;
  readonly classOne: number;
  readonly classTwo: number;
  readonly hnte: boolean;
  readonly ledStandard: boolean;
  readonly awards: number;
  readonly institution: string;
  readonly accident: boolean;
  readonly environment: boolean;
  readonly misconduct: boolean;
  readonly abnormalList: boolean;
  readonly dishonestyList: boolean;
}

export function readTechSme(facts: Facts): TechSmeFirm {
  return {
    registeredInChina: has(facts, 'registeredInChina'),
    bannedProducts: has(facts, 'bannedProducts'),
    employees: hundredthsOf(facts, 'employees', YEAR),
    scienceStaff: hundredthsOf(facts, 'scienceStaff', YEAR),
    revenue: hundredthsOf(facts, 'revenue', YEAR),
    costs: hundredthsOf(facts, 'costExpense', YEAR),
    research: hundredthsOf(facts, 'rdExpense', YEAR),
    assets: hundredthsOf(facts, 'totalAssets', YEAR),
    classOne: countOf(facts, 'classIProperty'),
    classTwo: countOf(facts, 'classIIProperty'),
    hnte: has(facts, 'hnteCertificate'),
    ledStandard: has(facts, 'ledStandard'),
    // None of the firms measured lists a prize.
    awards: 0,
    institution: wordOf(facts, 'rdInstitutionLevel'),
    accident: has(facts, 'majorAccident'),
    environment: has(facts, 'seriousEnvironmentalOffence'),
    misconduct: has(facts, 'seriousResearchMisconduct'),
    abnormalList: has(facts, 'abnormalOperationList'),
    dishonestyList: has(facts, 'seriousDishonestyList'),
  };
}

export interface TechSmeVerdict {
  tier: number;
  points: number;
}

export const staffPoints = (science: number, all: number): number => {
  if (all <= 0) return 0;
  if (science * 10 >= all * 3) return 20;
  if (science * 4 >= all) return 16;
  if (science * 5 >= all) return 12;
  if (science * 20 >= all * 3) return 8;
  return science * 10 >= all ? 4 : 0;
};

const bySales = (research: number, revenue: number): number => {
  if (revenue <= 0) return 0;
  if (research * 50 >= revenue * 3) return 50;
  if (research * 20 >= revenue) return 40;
  if (research * 25 >= revenue) return 30;
  if (research * 100 >= revenue * 3) return 20;
  return research * 50 >= revenue ? 10 : 0;
};

const byCosts = (research: number, costs: number): number => {
  if (costs <= 0) return 0;
  if (research * 10 >= costs * 3) return 50;
  if (research * 4 >= costs) return 40;
  if (research * 5 >= costs) return 30;
  if (research * 20 >= costs * 3) return 20;
  return research * 10 >= costs ? 10 : 0;
};

export const researchPoints = (research: number, revenue: number, costs: number): number =>
  Math.max(bySales(research, revenue), byCosts(research, costs));

export const propertyPoints = (one: number, two: number): number => {
  if (one >= 1) return 30;
  if (two >= 4) return 24;
  return two >= 3 ? 18 : two >= 2 ? 12 : two >= 1 ? 6 : 0;
};

/** The whole table by hand, exact in whole numbers. Points are always wanted, as in the programs it is measured with. */
export function judgeTechSme(f: TechSmeFirm, out: TechSmeVerdict): void {
  const staff = staffPoints(f.scienceStaff, f.employees);
  const points = staff + researchPoints(f.research, f.revenue, f.costs) + propertyPoints(f.classOne, f.classTwo);
  const holds =
    f.registeredInChina &&
    f.employees <= 50_000 &&
    f.revenue <= 20_000_000_000 &&
    f.assets <= 20_000_000_000 &&
    !f.bannedProducts &&
    !f.accident &&
    !f.environment &&
    !f.misconduct &&
    !f.abnormalList &&
    !f.dishonestyList &&
    ((points >= 60 && staff > 0) ||
      f.hnte ||
      f.awards >= 1 ||
      f.institution === 'province' ||
      f.institution === 'nation' ||
      f.ledStandard);
  out.tier = holds ? 0 : -1;
  out.points = points;
}
