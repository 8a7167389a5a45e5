import { startWholeImpact, type WholeSides, type WholeTrial } from '@tidu/rules';
import { keptPrograms } from './completed.ts';

/** Starts a trial with all that follows from it, by the programs of this thread. */
export const startWhole = (sides: WholeSides): WholeTrial => startWholeImpact(sides, keptPrograms);
