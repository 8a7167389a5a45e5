/** One line of a scoring sheet (评分项): whole weight, and the points that full marks are worth. */
export interface SheetCriterion {
  readonly id: string;
  readonly weight: number;
  readonly maxPoints: number;
}

/** Marks of one expert by criterion, in hundredths of a point; null where a criterion does not apply. */
export type SheetMarks = Readonly<Record<string, number | null>>;

/**
 * An expert's total out of 100 (评分合计), in hundredths of a point, rounded half up: each criterion as a share of its full
 * marks, by weight. What does not apply, or is not marked yet, is left out and the other weights are scaled up; nothing is
 * left where none is marked.
 *
 * @example sheetTotal([{ id: 'a', weight: 100, maxPoints: 10 }], { a: 800 }) // 8000
 */
export function sheetTotal(criteria: readonly SheetCriterion[], marks: SheetMarks): number | undefined {
  let [top, bottom, weights] = [0n, 1n, 0n];
  for (const { id, weight, maxPoints } of criteria) {
    const mark = marks[id];
    if (mark === null || mark === undefined) continue;
    const full = BigInt(maxPoints) * 100n;
    top = top * full + BigInt(weight) * BigInt(mark) * bottom;
    bottom *= full;
    weights += BigInt(weight);
  }
  return weights === 0n ? undefined : roundHalfUp(top * 10_000n, bottom * weights);
}

/** Whole number nearest to n/d, halves up; both at least 0. */
export const roundHalfUp = (n: bigint, d: bigint): number => Number((2n * n + d) / (2n * d));
