import type { ColumnBackend } from '../../evaluate/columns/column-backend.ts';
import { type ColumnStore, columnPlans } from '../../evaluate/columns/column-store.ts';
import { markOpen } from '../../evaluate/columns/compile-columns.ts';
import { NotLowerable } from '../../evaluate/lower/ir.ts';
import { constant, exact, NA_INT, ONE_INT } from '../../evaluate/lower/ir-int.ts';
import { RATIO, toInt } from '../../evaluate/lower/lower-value.ts';
import { startLowering } from '../../evaluate/lower/start-lowering.ts';
import { createReference } from '../../evaluate/reference.ts';
import { isKnown, type Val } from '../../evaluate/value.ts';
import { add, compare, ONE, power, type Rational, sign } from '../../number/rational.ts';
import type { Expr, PolicyDoc } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';

/**
 * The value of one firm that a figure is compared with, kept exact: the figure meets it at `of`, the ratio r where the
 * value is r^(1/root) − 1, and r − 1 where the root is `RATIO`.
 */
export interface Critical {
  readonly root: number;
  readonly of: Rational;
}

/** The critical value of every firm (临界值): `none` does not apply, a `Val` is not settled. */
export interface CriticalValues {
  of(firm: number): Critical | 'none' | Val;
  /** Whether the value is certainly settled; false where only the reference can tell. */
  isSettled(firm: number): boolean;
}

/** Works out one value of every firm, exactly. */
export function criticalValues(
  doc: PolicyDoc,
  dates: Dates,
  e: Expr,
  store: ColumnStore,
  target: ColumnBackend,
): CriticalValues {
  const fast = tryColumns(doc, dates, e, store, target);
  const byReference = (firm: number): Critical | 'none' | Val => {
    const v = createReference(doc, dates, store.facts(firm)).number(e);
    if (!isKnown(v)) return v;
    return v.some ? { root: v.root, of: v.lo } : 'none';
  };
  if (!fast) return { of: byReference, isSettled: () => false };
  const { n, d, root, open } = fast;
  return {
    isSettled: (firm) => open[firm] === 0,
    of: (firm) => {
      if (open[firm] !== 0) return byReference(firm);
      if (Number.isNaN(n[firm])) return 'none';
      return { root: root[firm] as number, of: { n: BigInt(n[firm] as number), d: BigInt(d[firm] as number) } };
    },
  };
}

function tryColumns(doc: PolicyDoc, dates: Dates, e: Expr, store: ColumnStore, target: ColumnBackend) {
  try {
    const l = startLowering(doc, dates);
    const value = l.number(e);
    const at = l.reserve(3);
    l.store(at, { int: toInt(value, (x) => exact(x.n), NA_INT) });
    l.store(at + 1, { int: toInt(value, (x) => exact(x.d), ONE_INT) });
    l.store(at + 2, { int: toInt(value, (x) => constant(x.root), ONE_INT) });
    const outputs = [{ at }, { at: at + 1 }, { at: at + 2 }];
    const { kernel } = target.build({ steps: l.takeSteps(), outputs });
    const columns = store.columns(columnPlans(doc, dates, l.slots.plans));
    const [n, d, root] = [0, 1, 2].map(() => new Float64Array(store.size)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const open = new Uint8Array(store.size);
    kernel(
      columns.map((c) => c.values),
      [n, d, root],
      open,
      0,
      store.size,
    );
    markOpen(columns, open);
    return { n, d, root, open };
  } catch (error) {
    if (error instanceof NotLowerable) return undefined;
    throw error;
  }
}

/** Below, at or above: how a critical value stands to a figure, without taking roots. */
export function compareCritical({ root, of }: Critical, figure: Rational): -1 | 0 | 1 {
  if (root === 1) return compare(of, figure);
  const base = add(ONE, figure);
  return sign(base) < 0 ? 1 : compare(of, power(base, root === RATIO ? 1 : root));
}
