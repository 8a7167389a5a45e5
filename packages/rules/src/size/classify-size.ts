import { compare, fromInt, num } from '../number/rational.ts';
import type { Num } from '../policy/document.ts';
import {
  type Limits,
  SIZE_CLASSES,
  SIZE_LIMITS,
  SIZE_MEASURES,
  type SizeClass,
  type SizeIndustry,
  type SizeMeasure,
  type SizeRow,
} from './size-limits.ts';

/** A firm's measures as exact decimal text: people, and money in yuan (`"400000000"`, not 万元). Absent means not known. */
export interface SizeInput {
  readonly industry: SizeIndustry;
  readonly employees?: Num;
  readonly revenue?: Num;
  readonly assets?: Num;
}

export interface SizeResult {
  /** The class, where what is known decides it. */
  readonly size?: SizeClass;
  /** Every class the firm may still be in, largest first; never empty. */
  readonly possible: readonly SizeClass[];
  /** Measures whose value would narrow it down; empty once the class is known. */
  readonly needs: readonly SizeMeasure[];
  /** The class each known measure would allow by itself; measures the industry does not look at are left out. */
  readonly by: Readonly<Partial<Record<SizeMeasure, SizeClass>>>;
}

/**
 * Decides the size class of a firm (中小企业划型, 工信部联企业〔2011〕300号): the largest class whose lower limits are all
 * met, micro (微型) when one of small is missed. Unknown measures stay unknown. Throws on text that is no exact number.
 *
 * @example classifySize({ industry: 'industry', employees: '5000', revenue: '19990000' }).size // 'small'
 */
export function classifySize(input: SizeInput): SizeResult {
  const row: SizeRow = SIZE_LIMITS[input.industry];
  const by: Partial<Record<SizeMeasure, SizeClass>> = {};
  const open: SizeMeasure[] = [];
  let rank = 0;
  for (const measure of SIZE_MEASURES) {
    const limits = row.limits[measure];
    const value = input[measure];
    if (!limits) continue;
    if (value === undefined) open.push(measure);
    else {
      const reached = reachedRank(value, limits);
      rank = Math.max(rank, reached);
      by[measure] = SIZE_CLASSES[reached] ?? 'micro';
    }
  }
  const possible = open.length === 0 ? SIZE_CLASSES.slice(rank, rank + 1) : SIZE_CLASSES.slice(rank);
  const only = possible.length === 1 ? possible[0] : undefined;
  return { ...(only && { size: only }), possible, needs: only ? [] : open, by };
}

/** Index into `SIZE_CLASSES` of the largest class whose limit is met. */
function reachedRank(value: Num, limits: Limits): number {
  const v = num(value);
  const rank = limits.findIndex((limit) => compare(v, fromInt(limit)) >= 0);
  return rank < 0 ? limits.length : rank;
}
