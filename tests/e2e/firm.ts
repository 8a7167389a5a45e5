import type { FactInput } from '@tidu/rules';

/** What a finance manager knows of her firm: a figure, a word, yes or no; `unknown` and `none` (不适用) are answers too. */
export type Answer = FactInput | { readonly state: 'unknown' | 'notApplicable' };

export interface Firm {
  readonly id: string;
  readonly about: string;
  /** Day of filing and base fiscal year; both pick versions and years. */
  readonly filing: string;
  readonly fiscalYear: number;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly expect: Expected;
}

/** Worked out by hand from the policy texts, in the words the page must show. */
export interface Expected {
  /** The rung reached for certain, in both languages; none where the firm is on no rung. */
  readonly tier?: readonly [zh: string, en: string];
  /** The best rung still possible through open answers. */
  readonly upTo?: readonly [zh: string, en: string];
  /** Points of the table of 国科发政〔2017〕115号, as shown in Chinese and English. */
  readonly points: readonly [zh: string, en: string];
  readonly money: readonly [zh: string, en: string];
  readonly techSme: Verdict;
  readonly torchGazelle: Verdict;
}
type Verdict = 'yes' | 'no' | 'undetermined';

export const STARTUP = ['初创示范企业', 'Model start-up'] as const;
export const GAZELLE = ['瞪羚企业', 'Gazelle'] as const;
export const QUASI_UNICORN = ['准独角兽企业', 'Quasi-unicorn'] as const;
export const UNICORN = ['独角兽企业', 'Unicorn'] as const;
export const NO_MONEY = ['0 元', 'CNY 0'] as const;
export const NOT_PRICED = { state: 'notApplicable' } as const;
export const UNKNOWN = { state: 'unknown' } as const;

export const points = (n: string): readonly [string, string] => [`${n} 分`, `${n} points`];

export const CLEAN_RECORD = {
  majorAccident: false,
  seriousEnvironmentalOffence: false,
  seriousResearchMisconduct: false,
  abnormalOperationList: false,
  seriousDishonestyList: false,
};

/** An ordinary firm of the zone without funding, titles or projects. */
export const ORDINARY: Firm['answers'] = {
  registeredInChina: true,
  independentLegalPerson: true,
  registeredInZone: true,
  taxInZone: true,
  strategicIndustry: 'new-materials',
  founderLed: false,
  bannedProducts: false,
  ownCoreIp: true,
  newBusinessModel: false,
  provincialChampionTitle: false,
  hnteCertificate: false,
  ledStandard: false,
  rdInstitutionLevel: 'none',
  nationalAwards: [],
  hasPrivateFunding: false,
  listed: false,
  amacEquity: '0',
  valuationCny: NOT_PRICED,
  valuationUsd: NOT_PRICED,
  ...CLEAN_RECORD,
  plansMajorProject: false,
  nationalProjectRole: 'none',
  hasRdInstitution: false,
  incubatorLevel: 'none',
  rentCost: '0',
  rentedArea: '0',
  rentMonths: '0',
};

export const FILED_2022 = { filing: '2022-11-25', fiscalYear: 2021 } as const;

/** Figures of fiscal years 2018 to 2021, oldest first. */
export const years = (...figures: readonly [string, string, string, string]): Record<string, string> =>
  Object.fromEntries(figures.map((figure, i) => [String(2018 + i), figure]));
export const lastYear = (figure: string): Record<string, string> => ({ 2021: figure });
