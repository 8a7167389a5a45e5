import type { Id, Text } from '../policy/document.ts';

/** A named part of a document a change lies in, outermost first. */
export interface ChangedPart {
  readonly id: Id;
  readonly label?: Text;
  /** Path in the newer document, or in the older one for a part that is gone. */
  readonly path: string;
}

/** Where a change lies: the same path in both documents wherever both have it. */
export interface ChangePlace {
  /** Path by ids instead of positions: `tiers.gazelle.gates.gazelle.age-max.when.b.value`. */
  readonly key: string;
  readonly beforePath?: string;
  readonly afterPath?: string;
  /** Tier, gate, veto, route, award, stack, pool, param or fact, and named nodes below them, outermost first. */
  readonly within: readonly ChangedPart[];
}
