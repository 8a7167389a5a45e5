import type { Decision, Range, Truth } from '../evaluate/decision.ts';
import type { Message } from '../policy/diagnostic.ts';
import type { Basis, Cite, CmpOp, Id, IsoDate, Num, Text, Unit } from '../policy/document.ts';

/**
 * How far a figure is from the next better row or from passing (`up`), and how much it may lose (`down`).
 * `by` is the distance from the figure to the threshold, in `unit`, never negative; `fact` is what to change by
 * `factBy` with everything else fixed — where it is part of a whole, the whole moves along and `along` names it.
 * `factBy` has a sign: in `up` the smallest change that is enough (`"-3"`: three fewer), in `down` the largest change
 * that still keeps the verdict or the row (`"0"`: none to spare). Both were tried on the firm before they are given.
 */
export interface Margin {
  readonly by: Num;
  readonly unit: Unit;
  /** The figure the margin leads to (`up`) or that must be kept (`down`): a threshold or the bound of a row. */
  readonly bound?: Num;
  /** Points or money gained or lost when the margin is used up. */
  readonly gain?: Num;
  readonly fact?: Id;
  readonly factBy?: Num;
  readonly factUnit?: Unit;
  readonly along?: Id;
  /** Fiscal year of the series figure to change. */
  readonly year?: number;
  /** For ages: the first day on which it is reached (`up`), the last day on which it still holds (`down`). */
  readonly on?: IsoDate;
}

/** A criterion that a person decided otherwise: what was computed, who decided, and why. */
export interface OverruledMark {
  readonly computed: { readonly verdict?: Verdict | undefined; readonly points?: Range | undefined };
  readonly by: string;
  readonly reason: string;
}

export type Verdict = Truth | 'notApplicable' | 'judgement';

/** One node of the reason tree (理由树). */
export interface ExplainNode {
  /** The node's own id, or its path in the document, e.g. `tiers.1.routes.0.when.of.1`. */
  readonly id: Id;
  readonly path: string;
  /**
   * `policy`, `tier`, `gate`, `veto`, `route`, `pass` and `floor` (lines of a scored route), `award`, `holds` (the tier
   * an award asks for), `match`, `cap`, `floorPay`, `share`, `tranche`, `stack`, `stacked` (an award in a stack), `pool`,
   * or the kind of a rule node.
   */
  readonly kind: string;
  readonly label?: Text;
  /** `yes` is always in the firm's favour: below a veto or a `not` it means that the condition does not hold. */
  readonly verdict?: Verdict;
  /** The node stands below a veto or a `not` and is read the other way round; `op` is already turned. */
  readonly flipped?: true;
  /** What was found, with its unit: the left side of a comparison, the banded value, the points. */
  readonly actual?: Range;
  /** What was found where it is a word: the words the fact may be. */
  readonly words?: readonly string[];
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
  /**
   * Which case of a sentence this is, with raw values that are not in the node itself (years, ids, paths). `sentenceOf`
   * makes the words.
   */
  readonly msg: Message;
  /** Its own citations, else those of the nearest node above that has any. */
  readonly cite: readonly Cite[];
  /** The weakest basis among the citations. */
  readonly basis?: Basis;
  /** Facts and judgements it reads. */
  readonly facts: readonly Id[];
  /** Open facts under this node, and facts taken by assumption. */
  readonly needs: readonly Id[];
  readonly assumed: readonly Id[];
  /** A person decided it otherwise than it was computed; `verdict` or `points` are what counts. */
  readonly overruled?: OverruledMark;
  readonly kids: readonly ExplainNode[];
}

/** The result for one firm with the reasons for it. */
export interface Explanation {
  readonly decision: Decision;
  readonly tree: ExplainNode;
}
