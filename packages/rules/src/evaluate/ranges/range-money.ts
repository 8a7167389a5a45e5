import { fromInt } from '../../number/rational.ts';
import { fen, wholeFen, yuan } from '../lower/lower-money.ts';
import { constantLeaf, mulValue } from '../lower/lower-value.ts';
import type { RangeLowering } from './range-lowering.ts';
import { mapEnds, type Ranged, settled } from './ranged.ts';

/** Whole 分, rounded towards zero. */
export const flooredRange = (l: RangeLowering, x: Ranged): Ranged => mapEnds(x, (v) => yuan(l.points.keep(fen(v))));

/** A figure that must be whole 分. */
export const wholeRange = (text: string): Ranged => settled(yuan(wholeFen(text)));

/** Yuan as 分. */
export const inFen = (x: Ranged): Ranged => mapEnds(x, (v) => mulValue(v, HUNDRED));
const HUNDRED = constantLeaf(fromInt(100));
