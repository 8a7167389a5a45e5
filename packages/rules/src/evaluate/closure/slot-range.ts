import type { Bool, Int } from '../lower/ir.ts';
import { isConst } from '../lower/ir-int.ts';

/** A test of a single slot: its value lies within closed ends. NaN lies nowhere. */
export interface SlotRange {
  readonly at: number;
  readonly lo: number;
  readonly hi: number;
}

/** The condition as a test of a single slot, where it is one. Such tests run together in one tight loop. */
export function rangeOf(b: Bool): SlotRange | undefined {
  if (b.k === 'word') return wordRange(b.at, b.codes, b.all);
  if (b.k !== 'cmp' || b.tol > 0) return undefined;
  if (b.a.k === 'slot' && isConst(b.b)) return within(b.op, b.a, b.b.v, Number.POSITIVE_INFINITY);
  if (b.b.k === 'slot' && isConst(b.a)) return within(b.op, b.b, Number.NEGATIVE_INFINITY, b.a.v);
  return undefined;
}

function within(op: string, slot: Int & { k: 'slot' }, lo: number, hi: number): SlotRange | undefined {
  if (op === 'ge') return { at: slot.at, lo, hi };
  const same = Number.isFinite(lo) ? lo : hi;
  return op === 'eq' ? { at: slot.at, lo: same, hi: same } : undefined;
}

/** Codes without a gap; an end that is the last code of all needs no test. */
function wordRange(at: number, codes: readonly number[], all: readonly number[]): SlotRange | undefined {
  const [lo, hi] = [Math.min(...codes), Math.max(...codes)];
  if (codes.length === 0 || hi - lo + 1 !== codes.length) return undefined;
  if (lo === hi) return { at, lo, hi };
  return {
    at,
    lo: lo === Math.min(...all) ? Number.NEGATIVE_INFINITY : lo,
    hi: hi === Math.max(...all) ? Number.POSITIVE_INFINITY : hi,
  };
}
