import type { PatchOp } from '@tidu/api/studio/contract';
import { type Expr, type FactDef, type PolicyDoc, type Unit, unitOf } from '@tidu/rules';
import { applyOps, join, setOps, splitLast, valueAt } from './json-path.ts';
import { isJson, kindOf } from './shape-of.ts';

/**
 * The figure on the right of a comparison is in the unit of what stands on its left (右边的单位随左边): money beside revenue,
 * per cent beside a share. What follows from `ops` at `path`, to be made after them; the number itself stays.
 */
export function unitOps(
  doc: PolicyDoc,
  ops: readonly PatchOp[],
  path: string,
  listFields: readonly FactDef[] = [],
): readonly PatchOp[] {
  const compared = comparisonAround(doc, path);
  if (compared === undefined) return [];
  const after = applyOps(doc as never, ops) as unknown as PolicyDoc;
  const right = valueAt(after, join(compared, 'b'));
  if (!isJson(right) || kindOf(right) !== 'lit') return [];
  const unit = unitAt(after, join(compared, 'a'), listFields);
  if (unit === undefined || unit === right.unit) return [];
  return setOps(after, join(compared, 'b.unit'), unit);
}

/** The comparison whose left side is or holds `path`. */
function comparisonAround(doc: PolicyDoc, path: string): string | undefined {
  for (let at = path; at.includes('.'); ) {
    const [above, key] = splitLast(at);
    if (key === 'a' && kindOf(valueAt(doc, above)) === 'cmp') return above;
    at = above;
  }
  return undefined;
}

function unitAt(doc: PolicyDoc, path: string, listFields: readonly FactDef[]): Unit | undefined {
  try {
    return unitOf(valueAt(doc, path) as Expr, doc, listFields);
  } catch {
    // What is being put together may name what is not there yet.
    return undefined;
  }
}
