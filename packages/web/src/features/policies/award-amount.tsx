import type { Expr } from '@tidu/rules';
import { usePolicyWords } from './policy-words.tsx';
import { ScoreView } from './score-view.tsx';

const TABLES: ReadonlySet<string> = new Set(['bands', 'table', 'marginal', 'linear', 'milestone']);
const isExpr = (part: unknown): part is Expr => typeof part === 'object' && part !== null && 'k' in part;

/**
 * The outermost step tables of an amount, and the amount with each of them replaced by its name: a fact the document
 * does not know is told by its id, so the sentence says “… × 补助比例” and the table stands below it.
 */
function splitTables(
  pay: Expr,
  nameOf: (node: Expr) => string,
): { readonly tables: readonly Expr[]; readonly formula: Expr } {
  const tables: Expr[] = [];
  const swap = (part: unknown): unknown => {
    if (isExpr(part) && TABLES.has(part.k) && nameOf(part)) {
      tables.push(part);
      return { k: 'fact', fact: nameOf(part) } satisfies Expr;
    }
    if (Array.isArray(part)) return part.map(swap);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, swap(value)]));
  };
  return { formula: swap(pay) as Expr, tables };
}

/** How an amount is worked out: the formula in words, and its tables. */
export function AwardAmount({ pay }: { readonly pay: Expr }) {
  const { say, text } = usePolicyWords();
  if (TABLES.has(pay.k)) return <ScoreView node={pay} />;
  const { tables, formula } = splitTables(pay, (node) => ('label' in node ? text(node.label) : ''));
  return (
    <>
      <p>{say(formula)}</p>
      {tables.map((node, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tables of a published award never move
        <div key={i} className="mt-3">
          <ScoreView node={node} />
        </div>
      ))}
    </>
  );
}
