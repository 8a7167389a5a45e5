import type { PolicyDoc } from '../../policy/document.ts';
import { type Picked, pickBest } from '../../tiers/pick-best.ts';
import type { Truth } from '../decision.ts';
import type { ColumnResults } from './column-results.ts';

const OUTCOMES: readonly Truth[] = ['no', 'yes', 'undetermined'];

/** What one firm of many holds and may still hold, as its decision says it. */
export const bestOfFirm = ({ tiers, pick }: PolicyDoc, results: ColumnResults, firm: number): Picked =>
  pickBest(
    tiers.map(({ id }, t) => ({ tier: id, outcome: OUTCOMES[results.tiers[t]?.[firm] ?? 0] ?? 'no' })),
    pick,
  );
