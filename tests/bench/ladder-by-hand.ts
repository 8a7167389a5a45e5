import type { Facts } from '@tidu/rules';
import { YEAR } from './policies.ts';
import { countOf, has, hundredthsOf, moneyOf, wordOf } from './read-by-hand.ts';
import { propertyPoints, researchPoints, staffPoints } from './tech-sme-by-hand.ts';

/** What the zone's ladder of 2020 asks, as a programmer would hold it: money in 分, people in hundredths. */
export interface LadderFirm {
  readonly age: number;
  readonly registeredInZone: boolean;
  readonly taxInZone: boolean;
  readonly inChina: boolean;
  readonly legalPerson: boolean;
  readonly industry: string;
  readonly founderLed: boolean;
  readonly ownIp: boolean;
  readonly newModel: boolean;
  readonly champion: boolean;
  readonly funded: boolean;
  readonly listed: boolean;
  readonly accident: boolean;
  readonly environment: boolean;
  readonly misconduct: boolean;
  readonly abnormalList: boolean;
  readonly dishonestyList: boolean;
  readonly employees: number;
  readonly scienceStaff: number;
  readonly collegeStaff: number;
  readonly revenue: number;
  readonly revenueBefore: number;
  readonly profit: number;
  readonly costs: number;
  readonly research: number;
  readonly classOne: number;
  readonly classTwo: number;
  readonly equity: number;
  readonly valuationCny: number;
  readonly valuationUsd: number;
}

export function readLadder(facts: Facts): LadderFirm {
  return {
    age: YEAR + 1 - Number(wordOf(facts, 'registeredOn').slice(0, 4)),
    registeredInZone: has(facts, 'registeredInZone'),
    taxInZone: has(facts, 'taxInZone'),
    inChina: has(facts, 'registeredInChina'),
    legalPerson: has(facts, 'independentLegalPerson'),
    industry: wordOf(facts, 'strategicIndustry'),
    founderLed: has(facts, 'founderLed'),
    ownIp: has(facts, 'ownCoreIp'),
    newModel: has(facts, 'newBusinessModel'),
    champion: has(facts, 'provincialChampionTitle'),
    funded: has(facts, 'hasPrivateFunding'),
    listed: has(facts, 'listed'),
    accident: has(facts, 'majorAccident'),
    environment: has(facts, 'seriousEnvironmentalOffence'),
    misconduct: has(facts, 'seriousResearchMisconduct'),
    abnormalList: has(facts, 'abnormalOperationList'),
    dishonestyList: has(facts, 'seriousDishonestyList'),
    employees: hundredthsOf(facts, 'employees', YEAR),
    scienceStaff: hundredthsOf(facts, 'scienceStaff', YEAR),
    collegeStaff: hundredthsOf(facts, 'collegeResearchStaff', YEAR),
    revenue: hundredthsOf(facts, 'revenue', YEAR),
    revenueBefore: hundredthsOf(facts, 'revenue', YEAR - 2),
    profit: hundredthsOf(facts, 'operatingProfit', YEAR),
    costs: hundredthsOf(facts, 'costExpense', YEAR),
    research: hundredthsOf(facts, 'rdExpense', YEAR),
    classOne: countOf(facts, 'classIProperty'),
    classTwo: countOf(facts, 'classIIProperty'),
    equity: moneyOf(facts, 'amacEquity'),
    valuationCny: moneyOf(facts, 'valuationCny'),
    valuationUsd: moneyOf(facts, 'valuationUsd'),
  };
}

/** Every rung, as the programs it is measured with give it too. */
export interface LadderVerdict {
  startup: boolean;
  gazelle: boolean;
  quasiUnicorn: boolean;
  unicorn: boolean;
  best: number;
  points: number;
}

const isGazelle = (f: LadderFirm): boolean => {
  const { revenue: r, revenueBefore: b } = f;
  if (b <= 0) return false;
  return (
    (r >= 3_000_000_000 && r * 25 > b * 36) ||
    (r >= 10_000_000_000 && r * 400 >= b * 529) ||
    (r >= 1_000_000_000 && r * 400 > b * 529 && (f.equity >= 1_000_000_000 || f.champion))
  );
};

/** The ladder by hand, exact in whole numbers: every rung, the best, and the points of the first rung's scored route. */
export function judgeLadder(f: LadderFirm, out: LadderVerdict): void {
  const staff = staffPoints(f.scienceStaff, f.employees);
  const points = staff + researchPoints(f.research, f.revenue, f.costs) + propertyPoints(f.classOne, f.classTwo);
  const hasVeto = f.accident || f.environment || f.misconduct || f.abnormalList || f.dishonestyList;
  const isInZone = f.registeredInZone && f.taxInZone && f.legalPerson && !hasVeto;
  const isInIndustry = isInZone && f.industry !== 'none';
  const isPrivate = f.age <= 10 && f.funded && !f.listed;
  const byCriteria = f.founderLed && (f.ownIp || f.newModel) && f.employees > 0 && f.collegeStaff * 10 >= f.employees;
  out.points = points;
  out.startup = isInIndustry && f.age <= 5 && (byCriteria || (points >= 60 && staff > 0));
  out.gazelle = isInIndustry && f.age >= 3 && f.age <= 10 && f.profit > 0 && f.ownIp && isGazelle(f);
  out.quasiUnicorn = isInIndustry && isPrivate && f.valuationCny >= 100_000_000_000;
  out.unicorn = isInZone && isPrivate && f.inChina && f.valuationUsd >= 100_000_000_000;
  out.best = out.unicorn ? 3 : out.quasiUnicorn ? 2 : out.gazelle ? 1 : out.startup ? 0 : -1;
}
