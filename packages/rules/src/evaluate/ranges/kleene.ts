import type { CmpOp } from '../../policy/document.ts';
import type { Bool } from '../lower/ir.ts';
import * as two from '../lower/ir-bool.ts';
import { compareValues } from '../lower/lower-compare.ts';
import { type End, hull, pickRange, type Ranged } from './ranged.ts';

/** A condition worked out while running: certainly met, certainly not met, or neither. */
export interface Kleene {
  readonly yes: Bool;
  readonly no: Bool;
}

export const certain = (b: Bool): Kleene => ({ yes: b, no: two.not(b) });
export const NEVER: Kleene = certain(two.NO);
export const not = ({ yes, no }: Kleene): Kleene => ({ yes: no, no: yes });
export const all = (of: readonly Kleene[]): Kleene => ({
  yes: two.all(of.map((x) => x.yes)),
  no: two.any(of.map((x) => x.no)),
});
export const any = (of: readonly Kleene[]): Kleene => not(all(of.map(not)));
/** Of so many it is settled that n hold where n certainly do, and that they do not where too few may. */
export const atLeast = (n: number, of: readonly Kleene[]): Kleene => ({
  yes: two.atLeast(
    n,
    of.map((x) => x.yes),
  ),
  no: two.not(
    two.atLeast(
      n,
      of.map((x) => two.not(x.no)),
    ),
  ),
});

const ends = (x: End, op: CmpOp, y: End): Bool =>
  two.all([two.not(x.inf), two.not(y.inf), compareValues(x.at, op, y.at)]);

/** `a op b` for the numbers alone, leaving "does not apply" aside; the counterpart of `test` in the reference. */
export function test(a: Ranged, op: CmpOp, b: Ranged): Kleene {
  switch (op) {
    case 'ge':
      return { yes: ends(a.lo, 'ge', b.hi), no: ends(a.hi, 'lt', b.lo) };
    case 'gt':
      return { yes: ends(a.lo, 'gt', b.hi), no: ends(a.hi, 'le', b.lo) };
    case 'le':
      return { yes: ends(a.hi, 'le', b.lo), no: ends(a.lo, 'gt', b.hi) };
    case 'lt':
      return { yes: ends(a.hi, 'lt', b.lo), no: ends(a.lo, 'ge', b.hi) };
    default: {
      const same = two.all([ends(a.lo, 'eq', b.hi), ends(a.hi, 'eq', b.lo)]);
      const apart = two.any([ends(a.lo, 'gt', b.hi), ends(a.hi, 'lt', b.lo)]);
      return op === 'eq' ? { yes: same, no: apart } : { yes: apart, no: same };
    }
  }
}

/** `a op b`: a comparison with something that does not apply does not hold. */
export function compareRanges(a: Ranged, op: CmpOp, b: Ranged): Kleene {
  const { yes, no } = test(a, op, b);
  return {
    yes: two.all([a.some, b.some, two.not(a.na), two.not(b.na), yes]),
    no: two.any([two.not(a.some), two.not(b.some), no]),
  };
}

/** What one condition chooses, and both where it is open. */
export function branch(t: Kleene, yes: Ranged, no: Ranged): Ranged {
  return pickRange(t.yes, yes, pickRange(t.no, no, hull(yes, no)));
}
