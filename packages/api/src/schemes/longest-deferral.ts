import type { SchemeDocument } from './scheme.ts';

/** A deferred material comes at least so many working days before the office must be done (容缺时限短于办理时限). */
const BEFORE_THE_END = 2;

type Timed = Pick<SchemeDocument, 'limits' | 'panel' | 'ranks'>;

/** Working days the office has from acceptance to the decision: every step the scheme has (办理时限). */
const handlingDays = ({ limits, panel, ranks }: Timed): number =>
  limits.review + (panel?.isUsed ? limits.panel : 0) + (ranks ? limits.ranking : 0) + limits.decision;

/** The most working days a material may follow after acceptance; none where the office itself has no longer. */
export const longestDeferral = (scheme: Timed): number =>
  Math.max(0, Math.min(scheme.limits.deferral, handlingDays(scheme) - BEFORE_THE_END));
