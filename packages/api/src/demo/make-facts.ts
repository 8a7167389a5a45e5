import type { Chance } from './chance.ts';
import type { Profile } from './profile.ts';

export interface FirmOutline {
  readonly profile: Profile;
  /** Last full fiscal year. */
  readonly year: number;
  readonly age: number;
  readonly registeredOn: string;
  readonly strategic: string;
}

type Series = Readonly<Record<string, string>>;

/** Facts that hang together: revenue drives staff, research and assets; the profile decides growth and funding. */
export function makeFacts(chance: Chance, firm: FirmOutline): Readonly<Record<string, unknown>> {
  const years = [3, 2, 1, 0].map((back) => firm.year - back).filter((year) => year >= firm.year + 1 - firm.age);
  const revenue = revenueOf(chance, firm, years);
  const of = (each: (revenue: number, year: number) => number): Series =>
    Object.fromEntries(years.map((year) => [year, String(Math.round(each(Number(revenue[year] ?? 0), year)))]));
  const intensity = 0.025 + chance.next() * 0.09;
  const staff = of((amount) => Math.max(4, amount / (450_000 + chance.next() * 500_000)));
  const share = 0.12 + chance.next() * 0.35;
  const staffShare = (part: number) =>
    Object.fromEntries(Object.entries(staff).map(([year, n]) => [year, String(Math.round(Number(n) * part))]));
  const all = {
    ...standing(chance, firm),
    ...capital(chance, firm),
    ...institution(chance, firm),
    employees: staff,
    scienceStaff: staffShare(share),
    collegeResearchStaff: staffShare(share * 0.8),
    revenue,
    operatingProfit: of((amount) => amount * (0.02 + chance.next() * 0.1)),
    costExpense: of((amount) => amount * 0.9),
    rdExpense: of((amount) => amount * intensity),
    stSpending: of((amount) => amount * (intensity + 0.005)),
    totalAssets: of((amount) => amount * (0.8 + chance.next())),
    classIProperty: String(chance.whole(0, 6)),
    classIIProperty: String(chance.whole(0, 14)),
  };
  if (firm.profile !== 'sparse') return all;
  return Object.fromEntries(Object.entries(all).filter((_, i) => i % 2 === 0));
}

function revenueOf(chance: Chance, { profile, year }: FirmOutline, years: readonly number[]): Series {
  // Exactly on the line: 20 % a year over two years from 25 million; revenue has whole yuan.
  if (profile === 'edge') return { [year - 2]: '25000000', [year - 1]: '30000000', [year]: '36000000' };
  const start = { 'start-up': 2e6, gazelle: 2.2e7, 'quasi-unicorn': 9e7, unicorn: 6e8 }[profile as string] ?? 4e7;
  const growth = profile === 'steady' || profile === 'vetoed' ? 0.02 + chance.next() * 0.1 : 0.18 + chance.next() * 0.4;
  let amount = start * (0.6 + chance.next() * 1.2);
  const series: Record<string, string> = {};
  for (const each of years) {
    series[each] = String(Math.round(amount / 100) * 100);
    amount *= 1 + growth * (0.7 + chance.next() * 0.6);
  }
  return series;
}

const standing = (chance: Chance, { profile, registeredOn, strategic }: FirmOutline) => ({
  registeredOn,
  registeredInChina: true,
  independentLegalPerson: true,
  registeredInZone: chance.isTrue(0.96),
  taxInZone: true,
  strategicIndustry: strategic,
  founderLed: chance.isTrue(0.8),
  ownCoreIp: chance.isTrue(0.85),
  newBusinessModel: chance.isTrue(0.3),
  provincialChampionTitle: chance.isTrue(0.06),
  bannedProducts: false,
  hnteCertificate: chance.isTrue(0.45),
  ledStandard: chance.isTrue(0.08),
  majorAccident: profile === 'vetoed' && chance.isTrue(0.5),
  seriousEnvironmentalOffence: profile === 'vetoed',
  seriousResearchMisconduct: false,
  abnormalOperationList: false,
  seriousDishonestyList: false,
});

function capital(chance: Chance, { profile }: FirmOutline) {
  const isFunded = ['quasi-unicorn', 'unicorn'].includes(profile) || chance.isTrue(0.3);
  const valuation =
    { unicorn: 8.2e9, 'quasi-unicorn': 1.1e9 + chance.next() * 2e9 }[profile as string] ??
    6e7 * (1 + chance.next() * 5);
  return {
    hasPrivateFunding: isFunded,
    listed: profile === 'steady' && chance.isTrue(0.05),
    amacEquity: isFunded ? String(chance.whole(3, 60) * 1_000_000) : '0',
    ...(isFunded
      ? {
          valuationCny: String(Math.round(valuation / 1e4) * 1e4),
          valuationUsd: String(Math.round(valuation / 7.1 / 1e4) * 1e4),
        }
      : {}),
  };
}

function institution(chance: Chance, { year, profile }: FirmOutline) {
  const level = chance.pick(['none', 'none', 'none', 'district', 'city', 'province']);
  const has = level !== 'none';
  const plans = profile !== 'start-up' && chance.isTrue(0.35);
  const cost = chance.whole(120, 4200) * 10_000;
  return {
    hasRdInstitution: has,
    rdInstitutionLevel: level,
    ...(has
      ? {
          rdInstitutionOpenedOn: `${year - chance.whole(0, 2)}-0${chance.whole(1, 9)}-15`,
          rdBuildCost: String(chance.whole(80, 2600) * 10_000),
          rdRunningCost: String(chance.whole(30, 400) * 10_000),
        }
      : {}),
    plansMajorProject: plans,
    ...(plans ? { majorProjectRdCost: String(cost) } : {}),
    nationalProjectRole: 'none',
    rentedArea: String(chance.whole(0, 1500)),
    rentMonths: '12',
    rentCost: String(chance.whole(0, 60) * 10_000),
    incubatorLevel: 'none',
  };
}
