import {
  FILED_2022,
  type Firm,
  GAZELLE,
  lastYear,
  NO_MONEY,
  ORDINARY,
  points,
  QUASI_UNICORN,
  STARTUP,
  UNICORN,
  years,
} from './firm.ts';

/** Started in 2017, filing in 2022: five natural years to the day limit; 4 of 40 staff are 10 %; the score route is shut. */
export const STARTUP_ON_THE_LINE: Firm = {
  id: 'startup-on-the-line',
  about: '初创：恰为 5 个自然年，大专以上研发人员恰为 10%',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2017-01-01',
    founderLed: true,
    employees: years('10', '20', '30', '40'),
    scienceStaff: lastYear('3'),
    collegeResearchStaff: lastYear('4'),
    revenue: years('3000000', '4000000', '4800000', '6000000'),
    operatingProfit: lastYear('200000'),
    costExpense: lastYear('5000000'),
    rdExpense: lastYear('360000'),
    totalAssets: lastYear('9000000'),
    stSpending: years('60000', '80000', '100000', '120000'),
    classIProperty: '0',
    classIIProperty: '2',
  },
  // 7.5 % science staff 0, 6 % R&D 50, two class II rights 12; the staff floor of the table is not met.
  expect: { tier: STARTUP, points: points('62'), money: ['10 万元', 'CNY 100,000'], techSme: 'no', torchGazelle: 'no' },
};

export const STARTUP_BELOW: Firm = {
  ...STARTUP_ON_THE_LINE,
  id: 'startup-below',
  about: '初创：41 人中 4 名，不足 10%',
  answers: { ...STARTUP_ON_THE_LINE.answers, employees: years('10', '20', '30', '41') },
  expect: { points: points('62'), money: NO_MONEY, techSme: 'no', torchGazelle: 'no' },
};

/** 30,000,000 ÷ 20,833,333 = 1.44000002: two-year growth above 20 % by a hair. */
export const GAZELLE_A: Firm = {
  id: 'gazelle-a',
  about: '瞪羚A：收入恰为 3000 万元，增长刚过 20%，恰为 10 个自然年',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2012-12-31',
    employees: years('80', '85', '90', '100'),
    scienceStaff: lastYear('25'),
    collegeResearchStaff: lastYear('20'),
    revenue: years('18000000', '20833333', '25000000', '30000000'),
    operatingProfit: lastYear('0.01'),
    costExpense: lastYear('28000000'),
    rdExpense: lastYear('1500000'),
    totalAssets: lastYear('26000000'),
    stSpending: years('500000', '600000', '700000', '800000'),
    classIProperty: '0',
    classIIProperty: '1',
  },
  // 25 % staff 16, 5 % R&D 40, one class II right 6.
  expect: {
    tier: GAZELLE,
    points: points('62'),
    money: ['30 万元', 'CNY 300,000'],
    techSme: 'yes',
    torchGazelle: 'no',
  },
};

/** 36,000,000 ÷ 25,000,000 = 1.44: exactly 20 % is not above 20 %, and 9,999,999.99 is not ten million. */
export const GAZELLE_AT_20: Firm = {
  id: 'gazelle-at-20',
  about: '瞪羚A：增长恰为 20%，不满足“高于”',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2014-06-30',
    employees: years('60', '70', '75', '80'),
    scienceStaff: lastYear('8'),
    collegeResearchStaff: lastYear('7'),
    revenue: years('22000000', '25000000', '30000000', '36000000'),
    operatingProfit: lastYear('1500000'),
    costExpense: lastYear('34000000'),
    rdExpense: lastYear('1440000'),
    totalAssets: lastYear('40000000'),
    stSpending: years('500000', '600000', '700000', '800000'),
    hasPrivateFunding: true,
    amacEquity: '9999999.99',
    classIProperty: '1',
    classIIProperty: '0',
  },
  // 10 % staff 4, 4 % R&D 30, one class I right 30.
  expect: { points: points('64'), money: NO_MONEY, techSme: 'yes', torchGazelle: 'no' },
};

export const GAZELLE_B_REVENUE: Firm = {
  id: 'gazelle-b-revenue',
  about: '瞪羚B：收入恰为 1 亿元；高新技术企业直通科技型中小企业',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2013-03-15',
    employees: years('260', '270', '280', '300'),
    scienceStaff: lastYear('60'),
    collegeResearchStaff: lastYear('40'),
    revenue: years('70000000', '75000000', '90000000', '100000000'),
    operatingProfit: lastYear('6000000'),
    costExpense: lastYear('94000000'),
    rdExpense: lastYear('3000000'),
    totalAssets: lastYear('120000000'),
    stSpending: years('1000000', '1200000', '1500000', '1800000'),
    classIProperty: '0',
    classIIProperty: '3',
    hnteCertificate: true,
  },
  // 20 % staff 12, 3 % R&D 20, three class II rights 18. 800,000 by revenue and 100,000 for the first 亿.
  expect: {
    tier: GAZELLE,
    points: points('50'),
    money: ['90 万元', 'CNY 900,000'],
    techSme: 'yes',
    torchGazelle: 'no',
  },
};

/** 132,250,000 ÷ 100,000,000 = 1.15²: route B takes exactly 15 %, route C would not. */
export const GAZELLE_B_GROWTH: Firm = {
  id: 'gazelle-b-growth',
  about: '瞪羚B：两年复合增长恰为 15%；500 人、资产 2 亿元恰在科技型中小企业上限',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2015-09-01',
    employees: years('400', '430', '460', '500'),
    scienceStaff: lastYear('75'),
    collegeResearchStaff: lastYear('60'),
    revenue: years('90000000', '100000000', '115000000', '132250000'),
    operatingProfit: lastYear('9000000'),
    costExpense: lastYear('120000000'),
    rdExpense: lastYear('7934999.99'),
    totalAssets: lastYear('200000000'),
    stSpending: years('2000000', '2400000', '2500000', '2600000'),
    classIProperty: '0',
    classIIProperty: '4',
  },
  // 15 % staff 8, one 分 under 6 % R&D 40, four class II rights 24.
  expect: {
    tier: GAZELLE,
    points: points('72'),
    money: ['90 万元', 'CNY 900,000'],
    techSme: 'yes',
    torchGazelle: 'no',
  },
};

export const GAZELLE_C: Firm = {
  id: 'gazelle-c',
  about: '瞪羚C：收入和备案投资都恰为 1000 万元，恰为 3 个自然年，科技型得分恰为 60',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2019-12-31',
    employees: { 2019: '20', 2020: '35', 2021: '50' },
    scienceStaff: lastYear('5'),
    collegeResearchStaff: lastYear('4'),
    revenue: { 2019: '7500000', 2020: '8800000', 2021: '10000000' },
    operatingProfit: lastYear('300000'),
    costExpense: lastYear('9600000'),
    rdExpense: lastYear('600000'),
    totalAssets: lastYear('18000000'),
    stSpending: { 2019: '100000', 2020: '120000', 2021: '250000' },
    hasPrivateFunding: true,
    amacEquity: '10000000',
    classIProperty: '0',
    classIIProperty: '1',
  },
  // 10 % staff 4, 6 % R&D 50, one class II right 6: sixty to the point.
  expect: {
    tier: GAZELLE,
    points: points('60'),
    money: ['20 万元', 'CNY 200,000'],
    techSme: 'yes',
    torchGazelle: 'no',
  },
};

export const QUASI_UNICORN_ON_THE_LINE: Firm = {
  id: 'quasi-unicorn-on-the-line',
  about: '准独角兽：估值恰为 10 亿元人民币，仍在亏损',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2016-05-20',
    employees: years('90', '120', '160', '200'),
    scienceStaff: lastYear('90'),
    collegeResearchStaff: lastYear('90'),
    revenue: years('30000000', '42000000', '46000000', '50000000'),
    operatingProfit: lastYear('-20000000'),
    costExpense: lastYear('70000000'),
    rdExpense: lastYear('12000000'),
    totalAssets: lastYear('150000000'),
    stSpending: years('500000', '600000', '700000', '800000'),
    hasPrivateFunding: true,
    amacEquity: '120000000',
    valuationCny: '1000000000',
    classIProperty: '6',
    classIIProperty: '11',
  },
  // A fifth of the R&D expense.
  expect: {
    tier: QUASI_UNICORN,
    points: points('100'),
    money: ['240 万元', 'CNY 2.4 million'],
    techSme: 'yes',
    torchGazelle: 'no',
  },
};

export const UNICORN_ON_THE_LINE: Firm = {
  id: 'unicorn-on-the-line',
  about: '独角兽：估值恰为 10 亿美元，不属于战略性新兴产业，501 人',
  ...FILED_2022,
  answers: {
    ...ORDINARY,
    registeredOn: '2014-02-28',
    strategicIndustry: 'none',
    employees: years('300', '380', '450', '501'),
    scienceStaff: lastYear('151'),
    collegeResearchStaff: lastYear('140'),
    revenue: years('40000000', '55000000', '70000000', '80000000'),
    operatingProfit: lastYear('-60000000'),
    costExpense: lastYear('140000000'),
    rdExpense: lastYear('30000000'),
    totalAssets: lastYear('190000000'),
    stSpending: years('1000000', '1000000', '1000000', '1000000'),
    hasPrivateFunding: true,
    amacEquity: '0',
    valuationUsd: '1000000000',
    classIProperty: '5',
    classIIProperty: '9',
  },
  expect: {
    tier: UNICORN,
    points: points('100'),
    money: ['600 万元', 'CNY 6 million'],
    techSme: 'no',
    torchGazelle: 'no',
  },
};
