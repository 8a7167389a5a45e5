/** 大型, 中型, 小型, 微型. */
export const SIZE_CLASSES = ['large', 'medium', 'small', 'micro'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** 从业人员 (people), 营业收入 and 资产总额 (yuan). */
export const SIZE_MEASURES = ['employees', 'revenue', 'assets'] as const;
export type SizeMeasure = (typeof SIZE_MEASURES)[number];

/** Lower limits of large, medium and small, all inclusive; money in yuan. */
export type Limits = readonly [large: bigint, medium: bigint, small: bigint];

export interface SizeRow {
  /** The industry's name in the published text. */
  readonly name: string;
  readonly limits: Readonly<Partial<Record<SizeMeasure, Limits>>>;
}

/** 中小企业划型标准规定, 工信部联企业〔2011〕300号. A class needs all its lower limits (国家统计局, 2024-05-24). */
export const SIZE_SOURCE = {
  doc: '中小企业划型标准规定 工信部联企业〔2011〕300号',
  url: 'https://www.stats.gov.cn/hd/lyzx/zxgk/202405/t20240524_1953570.html',
} as const;

const people = (large: number, medium: number, small: number): Limits => [BigInt(large), BigInt(medium), BigInt(small)];
/** The published text speaks in 万元. */
const wan = (large: number, medium: number, small: number): Limits => [
  BigInt(large) * 10_000n,
  BigInt(medium) * 10_000n,
  BigInt(small) * 10_000n,
];

/** The sixteen rows of the standard, in its order. Medium limits of rows 13–16 were read in a secondary source only. */
export const SIZE_LIMITS = {
  agriculture: { name: '农林牧渔业', limits: { revenue: wan(20_000, 500, 50) } },
  industry: { name: '工业', limits: { employees: people(1000, 300, 20), revenue: wan(40_000, 2000, 300) } },
  construction: { name: '建筑业', limits: { revenue: wan(80_000, 6000, 300), assets: wan(80_000, 5000, 300) } },
  wholesale: { name: '批发业', limits: { employees: people(200, 20, 5), revenue: wan(40_000, 5000, 1000) } },
  retail: { name: '零售业', limits: { employees: people(300, 50, 10), revenue: wan(20_000, 500, 100) } },
  transport: { name: '交通运输业', limits: { employees: people(1000, 300, 20), revenue: wan(30_000, 3000, 200) } },
  storage: { name: '仓储业', limits: { employees: people(200, 100, 20), revenue: wan(30_000, 1000, 100) } },
  post: { name: '邮政业', limits: { employees: people(1000, 300, 20), revenue: wan(30_000, 2000, 100) } },
  lodging: { name: '住宿业', limits: { employees: people(300, 100, 10), revenue: wan(10_000, 2000, 100) } },
  catering: { name: '餐饮业', limits: { employees: people(300, 100, 10), revenue: wan(10_000, 2000, 100) } },
  telecommunication: {
    name: '信息传输业',
    limits: { employees: people(2000, 100, 10), revenue: wan(100_000, 1000, 100) },
  },
  software: {
    name: '软件和信息技术服务业',
    limits: { employees: people(300, 100, 10), revenue: wan(10_000, 1000, 50) },
  },
  realEstate: { name: '房地产开发经营', limits: { revenue: wan(200_000, 1000, 100), assets: wan(10_000, 5000, 2000) } },
  propertyManagement: {
    name: '物业管理',
    limits: { employees: people(1000, 300, 100), revenue: wan(5000, 1000, 500) },
  },
  leasingAndBusinessServices: {
    name: '租赁和商务服务业',
    limits: { employees: people(300, 100, 10), assets: wan(120_000, 8000, 100) },
  },
  other: { name: '其他未列明行业', limits: { employees: people(300, 100, 10) } },
} as const satisfies Readonly<Record<string, SizeRow>>;

export type SizeIndustry = keyof typeof SIZE_LIMITS;
