import type { ExplainNode, OverruledMark } from '../explain/explanation.ts';

/** Who decided a criterion otherwise, why, and what was computed, by its place. */
export interface OverruledAt extends OverruledMark {
  readonly path: string;
}

/**
 * The reason tree with what was overruled named where it stands. INVARIANT (both-values-stay): the node says what was
 * computed beside what counts; nothing else of the tree changes.
 */
export function markOverruled(tree: ExplainNode, marks: readonly OverruledAt[]): ExplainNode {
  if (marks.length === 0) return tree;
  const found = marks.find(({ path }) => path === tree.path);
  const kids = tree.kids.map((kid) => markOverruled(kid, marks));
  if (!found) return { ...tree, kids };
  const { path: _path, ...overruled } = found;
  return { ...tree, overruled, kids };
}
