import type { PolicyDoc } from '../../policy/document.ts';
import { type Picked, pickBest } from '../../tiers/pick-best.ts';
import type { Truth } from '../decision.ts';
import type { ColumnResults } from './column-results.ts';

const OUTCOMES: readonly Truth[] = ['no', 'yes', 'undetermined'];

/** What one firm of many holds and may still hold, as its decision says it. */
export const bestOfFirm = (doc: PolicyDoc, { tiers }: Pick<ColumnResults, 'tiers'>, firm: number): Picked =>
  bestOfTiers(
    doc,
    tiers.map((tier) => tier[firm] ?? 0),
  );

/** The same from the number of each tier: 0 no, 1 yes, 2 undetermined. */
export const bestOfTiers = ({ tiers, pick }: PolicyDoc, codes: readonly number[]): Picked =>
  pickBest(
    tiers.map(({ id }, t) => ({ tier: id, outcome: OUTCOMES[codes[t] ?? 0] ?? 'no' })),
    pick,
  );
