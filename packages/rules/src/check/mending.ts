import { nodeAt } from '../explain/node-at.ts';
import { add, compare, formatNum, num, ONE, sign, subtract, ZERO } from '../number/rational.ts';
import type { Diagnostic, Message } from '../policy/diagnostic.ts';
import type { PolicyDoc } from '../policy/document.ts';
import { finiteNum } from '../policy/leaf.ts';
import type { PatchOp } from './finding.ts';

interface Row {
  readonly ge?: string;
  readonly gt?: string;
}

/** The change that puts an error of reading right, where there is exactly one sensible one. */
export function mendingOf(
  doc: PolicyDoc,
  problem: Pick<Diagnostic, 'code' | 'path'>,
  fix: Message | undefined,
): readonly PatchOp[] | undefined {
  if (fix?.key === 'fix.did-you-mean' && fix.args.suggestion !== undefined)
    return [{ op: 'replace', path: problem.path, value: fix.args.suggestion }];
  if (problem.code === 'year-on-single') return [{ op: 'remove', path: problem.path }];
  if (problem.code === 'series-without-year') return [{ op: 'add', path: problem.path, value: 'T' }];
  if (problem.code === 'rows-not-descending') return orderedRows(doc, problem.path);
  return problem.code === 'tranches-not-whole' ? lastTranche(doc, problem.path) : undefined;
}

/** The same rows from the highest bound down; none where two have the same one. */
function orderedRows(doc: PolicyDoc, path: string): readonly PatchOp[] | undefined {
  const at = path.split('.').slice(0, -2).join('.');
  const rows = nodeAt(doc, at) as readonly Row[];
  const boundOf = (row: Row) => finiteNum(row.ge ?? row.gt ?? '');
  const bounded = rows.filter((row) => row.ge !== undefined || row.gt !== undefined);
  const sorted = bounded.toSorted((a, b) => compare(boundOf(b) ?? ZERO, boundOf(a) ?? ZERO));
  const isDouble = sorted.some(
    (row, i) => i > 0 && compare(boundOf(row) ?? ZERO, boundOf(sorted[i - 1] ?? {}) ?? ZERO) === 0,
  );
  if (isDouble) return undefined;
  return [{ op: 'replace', path: at, value: [...sorted, ...rows.filter((row) => !bounded.includes(row))] }];
}

/** The last instalment takes what the others leave. */
function lastTranche(doc: PolicyDoc, path: string): readonly PatchOp[] | undefined {
  const at = path.endsWith('tranches') ? path : path.split('.').slice(0, 3).join('.');
  const parts = nodeAt(doc, at) as readonly { readonly pct: string }[];
  if (!Array.isArray(parts) || parts.length === 0) return undefined;
  const rest = subtract(
    ONE,
    parts
      .slice(0, -1)
      .map((x) => num(x.pct))
      .reduce(add, ZERO),
  );
  if (sign(rest) <= 0) return undefined;
  return [{ op: 'replace', path: `${at}.${parts.length - 1}.pct`, value: formatNum(rest) }];
}
