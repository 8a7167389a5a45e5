import type { ExplainNode } from '@tidu/rules';

/** The node of a reason tree at a path. */
export function findNode(tree: ExplainNode, path: string): ExplainNode | undefined {
  if (tree.path === path) return tree;
  for (const kid of tree.kids) {
    const found = findNode(kid, path);
    if (found) return found;
  }
  return undefined;
}
