import type { Expr, Id, PolicyDoc, Pred } from '../../policy/document.ts';
import type { Bool, Int, Step } from './ir.ts';
import type { Leaf, Value } from './lower-value.ts';
import type { SlotTable } from './slot-table.ts';

/** A lowering under way: what was lowered already, the slots in use, and the steps so far. */
export interface Lowering {
  readonly doc: PolicyDoc;
  readonly asOfDay: number;
  readonly slots: SlotTable;
  number(e: Expr): Value;
  truth(p: Pred): Bool;
  /** The words any condition asks about a fact. */
  spoken(fact: Id): readonly string[];
  /** Works a number out once, here, for every later use. */
  named(e: Expr): Leaf;
  keep(x: Int): Int;
  keepBool(x: Bool): Bool;
  /** Stores a result at a fixed place. */
  store(at: number, of: Step['of']): void;
  reserve(count: number): number;
  /** Takes the steps gathered since the last call. */
  takeSteps(): readonly Step[];
  readonly size: () => number;
}
