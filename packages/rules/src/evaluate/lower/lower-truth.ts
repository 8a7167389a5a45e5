import type { Pred } from '../../policy/document.ts';
import type { Bool } from './ir.ts';
import { all, any, atLeast, not } from './ir-bool.ts';
import { compareValues } from './lower-compare.ts';
import type { Lowering } from './lowering.ts';

/** The lowered form of a condition; the counterpart of `truthOf` in the reference. */
export function lowerTruth(l: Lowering, p: Pred): Bool {
  switch (p.k) {
    case 'cmp':
      return compareValues(l.number(p.a), p.op, l.number(p.b));
    case 'in':
      return l.slots.word(p.fact, p.values, l.spoken(p.fact));
    case 'all':
      return all(p.of.map((x) => l.truth(x)));
    case 'any':
      return any(p.of.map((x) => l.truth(x)));
    case 'not':
      return not(l.truth(p.of));
    case 'atLeast':
      return atLeast(
        p.n,
        p.of.map((x) => l.truth(x)),
      );
    case 'exists':
      return l.slots.exists(p);
    case 'provided':
      return l.slots.provided(p.fact);
    case 'judgement':
      return l.slots.word(p.id ?? '', ['true'], l.spoken(p.id ?? ''));
  }
}
