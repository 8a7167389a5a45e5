import type { Range, Truth } from '../evaluate/decision.ts';
import type { Message } from '../policy/diagnostic.ts';
import type { Cite, CmpOp, Id, Num, Text, Unit } from '../policy/document.ts';

/**
 * How far a figure is from the next better row or from passing (`up`), and how much it may lose (`down`).
 * `by` is in `unit`; `fact` is what to change by `factBy` with everything else fixed — where it is part of a whole,
 * the whole moves along and `along` names it.
 */
export interface Margin {
  readonly by: Num;
  readonly unit: Unit;
  /** Points or money gained or lost when the margin is used up. */
  readonly gain?: Num;
  readonly fact?: Id;
  readonly factBy?: Num;
  readonly factUnit?: Unit;
  readonly along?: Id;
}

export type Verdict = Truth | 'notApplicable' | 'judgement';

/** One node of the reason tree (理由树). */
export interface ExplainNode {
  /** The node's own id, or its path in the document, e.g. `tiers.1.routes.0.when.of.1`. */
  readonly id: Id;
  readonly path: string;
  /** `policy`, `tier`, `gates`, `gate`, `veto`, `route`, `award`, `stack`, `pool`, `cap`, `tranche`, or a node kind. */
  readonly kind: string;
  readonly label?: Text;
  readonly verdict?: Verdict;
  /** What was found, with its unit: the left side of a comparison, the banded value, the points. */
  readonly actual?: Range;
  readonly unit?: Unit;
  readonly op?: CmpOp;
  readonly threshold?: Range;
  /** Points and full marks of score nodes. */
  readonly points?: Range;
  readonly full?: Num;
  /** Index of the row that was hit in a band or table, where known. */
  readonly row?: number;
  readonly up?: Margin;
  readonly down?: Margin;
  /** Not satisfied, but within reach (差一点): the gap is at most a tenth of the threshold. */
  readonly nearMiss: boolean;
  /** The verdict of the parent would be another without this node. */
  readonly decisive: boolean;
  readonly msg: Message;
  readonly cite: readonly Cite[];
  /** Open facts under this node, and facts taken by assumption. */
  readonly needs: readonly Id[];
  readonly assumed: readonly Id[];
  readonly kids: readonly ExplainNode[];
}
