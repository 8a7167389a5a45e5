import type { Pred } from '../../policy/document.ts';
import { all, any, atLeast, compareRanges, type Kleene, not } from './kleene.ts';
import { slotTruth, wordTruth } from './open-slot.ts';
import type { RangeLowering } from './range-lowering.ts';

/** The lowered form of a condition that may be open; the counterpart of `truthOf` in the reference. */
export function openTruth(l: RangeLowering, p: Pred): Kleene {
  switch (p.k) {
    case 'cmp':
      return compareRanges(l.range(p.a), p.op, l.range(p.b));
    case 'in':
      return wordTruth(l, p.fact, p.values);
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
    case 'provided':
      return slotTruth(l, p);
    case 'judgement':
      return wordTruth(l, p.id ?? '', ['true']);
  }
}
