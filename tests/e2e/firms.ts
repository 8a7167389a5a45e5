import {
  FILED_2022,
  type Firm,
  GAZELLE,
  lastYear,
  NO_MONEY,
  ORDINARY,
  points,
  UNICORN,
  UNKNOWN,
  years,
} from './firm.ts';
import {
  GAZELLE_A,
  GAZELLE_AT_20,
  GAZELLE_B_GROWTH,
  GAZELLE_B_REVENUE,
  GAZELLE_C,
  QUASI_UNICORN_ON_THE_LINE,
  STARTUP_BELOW,
  STARTUP_ON_THE_LINE,
  UNICORN_ON_THE_LINE,
} from './ladder-firms.ts';

export type { Answer, Firm } from './firm.ts';
export * from './ladder-firms.ts';

/** Route B holds whatever the open half says; only the vetoes are taken as clean. */
export const HALF_UNKNOWN: Firm = {
  id: 'half-unknown',
  about: '一半答案还不清楚：瞪羚已经确定，更高一级和科技型中小企业未定',
  ...FILED_2022,
  answers: {
    registeredOn: '2015-04-01',
    registeredInChina: true,
    independentLegalPerson: true,
    registeredInZone: true,
    taxInZone: true,
    strategicIndustry: 'equipment',
    founderLed: UNKNOWN,
    bannedProducts: false,
    employees: UNKNOWN,
    scienceStaff: UNKNOWN,
    collegeResearchStaff: UNKNOWN,
    revenue: years('60000000', '80000000', '96000000', '110000000'),
    operatingProfit: lastYear('4000000'),
    costExpense: UNKNOWN,
    rdExpense: lastYear('5500000'),
    totalAssets: UNKNOWN,
    stSpending: UNKNOWN,
    classIProperty: UNKNOWN,
    classIIProperty: UNKNOWN,
    ownCoreIp: true,
    newBusinessModel: UNKNOWN,
    provincialChampionTitle: UNKNOWN,
    hnteCertificate: UNKNOWN,
    ledStandard: false,
    rdInstitutionLevel: 'none',
    hasPrivateFunding: UNKNOWN,
    listed: false,
    amacEquity: UNKNOWN,
    valuationCny: UNKNOWN,
    valuationUsd: UNKNOWN,
    plansMajorProject: false,
    nationalProjectRole: 'none',
    hasRdInstitution: false,
    incubatorLevel: 'none',
    rentCost: '0',
    rentedArea: '0',
    rentMonths: '0',
  },
  // R&D is 5 % of sales, 40 points or more. 100,000 for the first 亿 is certain; the gazelle award (up to 800,000) and a
  // fifth of the R&D expense (up to 1,100,000) depend on the rung.
  expect: {
    tier: GAZELLE,
    upTo: UNICORN,
    points: ['40 分至 100 分', '40 points to 100 points'],
    money: ['10 万元至 200 万元', 'CNY 100,000 to CNY 2 million'],
    techSme: 'undetermined',
    torchGazelle: 'undetermined',
  },
};

export const VETOED: Firm = {
  ...GAZELLE_B_GROWTH,
  id: 'vetoed',
  about: '一票否决：列入严重违法失信名单，其余都满足',
  answers: { ...GAZELLE_B_GROWTH.answers, seriousDishonestyList: true },
  expect: { points: points('72'), money: NO_MONEY, techSme: 'no', torchGazelle: 'no' },
};

export const STAFF_FLOOR: Firm = {
  id: 'staff-floor',
  about: '科技型中小企业：80 分，但科技人员指标为 0',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2009-10-10',
    employees: years('100', '100', '100', '100'),
    scienceStaff: lastYear('9'),
    collegeResearchStaff: lastYear('9'),
    revenue: years('8000000', '8000000', '8000000', '8000000'),
    operatingProfit: lastYear('100000'),
    costExpense: lastYear('7900000'),
    rdExpense: lastYear('480000'),
    totalAssets: lastYear('10000000'),
    stSpending: years('100000', '100000', '100000', '100000'),
    classIProperty: '1',
    classIIProperty: '0',
  },
  expect: { points: points('80'), money: NO_MONEY, techSme: 'no', torchGazelle: 'no' },
};

/** 17,300,000 ÷ 10,010,000 is above 1.2³; science spending is one yuan above 2.5 % of four years of revenue. */
export const TORCH_GAZELLE: Firm = {
  id: 'torch-gazelle',
  about: '火炬瞪羚：1001 万元到 1730 万元，三年复合增长刚过 20%',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2007-08-08',
    employees: years('50', '52', '55', '60'),
    scienceStaff: lastYear('18'),
    collegeResearchStaff: lastYear('12'),
    revenue: years('10010000', '12000000', '14400000', '17300000'),
    operatingProfit: lastYear('900000'),
    costExpense: lastYear('16000000'),
    rdExpense: lastYear('346000'),
    totalAssets: lastYear('21000000'),
    stSpending: years('300000', '320000', '340000', '382751'),
    classIProperty: '0',
    classIIProperty: '4',
  },
  // 30 % staff 20, 2 % R&D 10, four class II rights 24: six short of sixty.
  expect: { points: points('54'), money: NO_MONEY, techSme: 'no', torchGazelle: 'yes' },
};

export const FIRMS: readonly Firm[] = [
  STARTUP_ON_THE_LINE,
  STARTUP_BELOW,
  GAZELLE_A,
  GAZELLE_AT_20,
  GAZELLE_B_REVENUE,
  GAZELLE_B_GROWTH,
  GAZELLE_C,
  QUASI_UNICORN_ON_THE_LINE,
  UNICORN_ON_THE_LINE,
  HALF_UNKNOWN,
  VETOED,
  STAFF_FLOOR,
  TORCH_GAZELLE,
];
