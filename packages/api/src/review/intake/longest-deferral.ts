/** A deferred material comes at least so many working days before the office must be done (容缺时限短于办理时限). */
const BEFORE_THE_END = 2;

/** The most working days a material may follow after acceptance. */
export const longestDeferral = (limits: {
  readonly deferral: number;
  readonly review: number;
  readonly decision: number;
}): number => Math.max(1, Math.min(limits.deferral, limits.review + limits.decision - BEFORE_THE_END));
