import type { CmpOp } from '../../policy/document.ts';
import type { Bool, Int } from './ir.ts';
import { constant, exact, isConst, MAX_EXACT } from './ir-int.ts';

export const YES: Bool = { k: 'const', v: true };
export const NO: Bool = { k: 'const', v: false };
export const OPEN_BOOL: Bool = { k: 'open' };

export function not(a: Bool): Bool {
  switch (a.k) {
    case 'const':
      return a.v ? NO : YES;
    case 'not':
      return a.of;
    case 'all':
      return any(a.of.map(not));
    case 'any':
      return all(a.of.map(not));
    // A word that does not apply is not one of the words: its code −1 belongs to the rest.
    case 'word':
      return { ...a, codes: a.all.filter((c) => !a.codes.includes(c)) };
    case 'open':
      return a;
    default:
      return { k: 'not', of: a };
  }
}

/** Nested conjunctions become one, so that tests of single slots can run together. */
export function all(of: readonly Bool[]): Bool {
  const flat = of.flatMap((x) => (x.k === 'all' ? x.of : [x])).filter((x) => !(x.k === 'const' && x.v));
  if (flat.some((x) => x.k === 'const')) return NO;
  const [first] = flat;
  return first === undefined ? YES : flat.length === 1 ? first : { k: 'all', of: flat };
}

export function any(of: readonly Bool[]): Bool {
  const flat = of.flatMap((x) => (x.k === 'any' ? x.of : [x])).filter((x) => !(x.k === 'const' && !x.v));
  if (flat.some((x) => x.k === 'const')) return YES;
  const [first] = flat;
  return first === undefined ? NO : flat.length === 1 ? first : { k: 'any', of: flat };
}

export function atLeast(n: number, of: readonly Bool[]): Bool {
  const sure = of.filter((x) => x.k === 'const' && x.v).length;
  const rest = of.filter((x) => x.k !== 'const');
  if (n <= sure) return YES;
  if (n - sure > rest.length) return NO;
  if (n - sure === rest.length) return all(rest);
  return n - sure === 1 ? any(rest) : { k: 'atLeast', n: n - sure, of: rest };
}

export function pickBool(c: Bool, a: Bool, b: Bool): Bool {
  if (c.k === 'const') return c.v ? a : b;
  if (a.k === 'const') return a.v ? any([c, b]) : all([not(c), b]);
  if (b.k === 'const') return b.v ? any([not(c), a]) : all([c, a]);
  return { k: 'pick', if: c, then: a, else: b };
}

export const some = (x: Int): Bool => (x.na || x.open ? { k: 'some', of: x } : YES);

/** `a op b` of whole numbers; false where one does not apply. */
export function compareInts(a: Int, op: CmpOp, b: Int): Bool {
  if (op === 'le') return compareInts(b, 'ge', a);
  if (op === 'lt') return compareInts(b, 'gt', a);
  const settled = byBounds(a, op, b);
  if (settled !== undefined) return settled ? all([some(a), some(b)]) : NO;
  if (a.err + b.err === 0) return whole(a, op, b);
  // One factor of safety over the error bound, and one rounding for the difference itself.
  const tol = (a.err + b.err + 2) * Number.EPSILON;
  return { k: 'cmp', op, a, b, tol };
}

/** > becomes ≥ of the next whole number where one side is a constant: one form to run fast. */
function whole(a: Int, op: 'ge' | 'gt' | 'eq' | 'ne', b: Int): Bool {
  if (op === 'gt' && isConst(b) && b.v < MAX_EXACT) return whole(a, 'ge', constant(b.v + 1));
  if (op === 'gt' && isConst(a) && a.v > -MAX_EXACT) return whole(constant(a.v - 1), 'ge', b);
  return { k: 'cmp', op, a: exact(a), b: exact(b), tol: 0 };
}

function byBounds(a: Int, op: 'ge' | 'gt' | 'eq' | 'ne', b: Int): boolean | undefined {
  if (a.open || b.open || a.err + b.err > 0) return undefined;
  if (a.lo > b.hi) return op !== 'eq';
  if (a.hi < b.lo) return op === 'ne';
  if (op === 'ge' && a.lo >= b.hi) return true;
  if (op === 'gt' && a.hi <= b.lo) return false;
  const same = isConst(a) && isConst(b) && a.v === b.v;
  return same ? op === 'ge' || op === 'eq' : undefined;
}
