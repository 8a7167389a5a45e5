import type { ExplainNode } from '@tidu/rules';

export type CriteriaFilter = 'all' | 'unmet' | 'open';

export interface CriterionRow {
  readonly node: ExplainNode;
  readonly depth: number;
}

const MATTERS: ReadonlySet<string> = new Set([
  'tier',
  'gate',
  'veto',
  'route',
  'pass',
  'floor',
  'award',
  'holds',
  'cmp',
  'in',
  'exists',
  'provided',
  'judgement',
  'all',
  'any',
  'atLeast',
  'not',
  'indicator',
  'cap',
]);

/** What the scheme is about: the tiers it recognises and the awards that are claimed; all of them where it names none. */
export function rootsOf(
  tree: ExplainNode,
  tiers: readonly string[],
  awards: readonly string[],
): readonly ExplainNode[] {
  const asked = tree.kids.filter(
    ({ kind, id }) => (kind === 'tier' && tiers.includes(id)) || (kind === 'award' && awards.includes(id)),
  );
  return asked.length > 0 ? asked : tree.kids.filter(({ kind }) => kind === 'tier' || kind === 'award');
}

/** The criteria below a node, in the order of the text. A group whose only part says the same is left out. */
export function rowsBelow(node: ExplainNode, depth = 0): readonly CriterionRow[] {
  return node.kids.flatMap((kid): readonly CriterionRow[] => {
    const isShell = SHELLS.has(kid.kind) && kid.kids.length > 0 && isBareChain(kid);
    // A nameless "all of these" at the top or alone says what its parent says.
    const isRepeat = kid.kind === 'all' && !kid.label && (depth === 0 || node.kids.length === 1);
    if (isRepeat || !MATTERS.has(kid.kind)) return rowsBelow(kid, depth);
    return isShell ? [{ node: kid, depth }] : [{ node: kid, depth }, ...rowsBelow(kid, depth + 1)];
  });
}

/** What only wraps the one condition below it says the same in the same words. */
const SHELLS: ReadonlySet<string> = new Set(['gate', 'veto', 'not']);

const isBareChain = ({ kids }: ExplainNode): boolean => {
  const [only, ...more] = kids;
  return only === undefined || (more.length === 0 && (only.kids.length === 0 || (!only.label && isBareChain(only))));
};

const WANTED: Readonly<Record<CriteriaFilter, (node: ExplainNode) => boolean>> = {
  all: () => true,
  unmet: ({ verdict }) => verdict === 'no',
  open: ({ verdict }) => verdict === 'undetermined' || verdict === 'judgement',
};

export const filtered = (rows: readonly CriterionRow[], filter: CriteriaFilter): readonly CriterionRow[] =>
  rows.filter(({ node }) => WANTED[filter](node));

const OVERRULABLE: ReadonlySet<string> = new Set([
  'gate',
  'veto',
  'cmp',
  'in',
  'exists',
  'provided',
  'all',
  'any',
  'atLeast',
  'not',
]);

/** Whether a person may decide this node; totals and whole awards follow from what is below them. */
export const isOverrulable = ({ kind, verdict, points }: ExplainNode): boolean =>
  (OVERRULABLE.has(kind) && verdict !== undefined) || (kind === 'indicator' && points !== undefined);

/** The node at a place of a tree. */
export function nodeAt(tree: ExplainNode, path: string): ExplainNode | undefined {
  if (tree.path === path) return tree;
  for (const kid of tree.kids) {
    const found = nodeAt(kid, path);
    if (found) return found;
  }
  return undefined;
}
