import type { ExplainNode, Text } from '@tidu/rules';
import type { ShownVerdict } from '../../../shared/ui/verdict-badge.tsx';

/** One criterion as a row: the node that says what was found, and the name it goes by. */
export interface CriterionRow {
  readonly node: ExplainNode;
  readonly label: Text | undefined;
  readonly verdict: ShownVerdict;
  /** 0 stands alone; deeper rows belong to the row above them ("any of these"). */
  readonly depth: number;
  /** A row that only joins those below it. */
  readonly isGroup: boolean;
  /** A veto that is met, in seal red. */
  readonly isVeto: boolean;
}

export interface CriteriaSection {
  readonly kind: 'gates' | 'vetoes' | 'route';
  readonly route?: ExplainNode;
  readonly rows: readonly CriterionRow[];
}

/** The criteria of a tier: its conditions, its vetoes, then every way in. */
export function sectionsOf(tier: ExplainNode): readonly CriteriaSection[] {
  const gates = tier.kids.filter((kid) => kid.kind === 'gate').flatMap((kid) => conditionRows(kid, false));
  const vetoes = tier.kids.filter((kid) => kid.kind === 'veto').flatMap((kid) => conditionRows(kid, true));
  const routes = tier.kids
    .filter((kid) => kid.kind === 'route')
    .map((route): CriteriaSection => ({ kind: 'route', route, rows: routeRows(route) }));
  const named: readonly CriteriaSection[] = [
    { kind: 'gates', rows: gates },
    { kind: 'vetoes', rows: vetoes },
  ];
  return [...named.filter((section) => section.rows.length > 0), ...routes];
}

const GROUPS: ReadonlySet<string> = new Set(['all', 'any', 'atLeast']);

export const shownVerdict = (node: ExplainNode): ShownVerdict =>
  node.nearMiss ? 'nearMiss' : (node.verdict ?? 'undetermined');

function conditionRows(condition: ExplainNode, isVeto: boolean): readonly CriterionRow[] {
  const [rule] = condition.kids;
  return rule ? rowsOf(rule, 0, isVeto, condition.label) : [];
}

function routeRows(route: ExplainNode): readonly CriterionRow[] {
  if (route.points)
    return route.kids
      .filter((kid) => kid.kind === 'pass' || kid.kind === 'floor')
      .flatMap((kid) => rowsOf(kid, 0, false));
  const [rule] = route.kids;
  if (!rule) return [];
  // "All of these" under a way in needs no row of its own.
  return rule.kind === 'all'
    ? rule.kids.flatMap((kid) => rowsOf(kid, 0, false))
    : rowsOf(rule, 0, false, rule.label ?? route.label);
}

function rowsOf(node: ExplainNode, depth: number, isVeto: boolean, label = node.label): readonly CriterionRow[] {
  const [only] = node.kids;
  if (node.kind === 'not' && only) return rowsOf(only, depth, isVeto, label ?? only.label);
  const isGroup = GROUPS.has(node.kind);
  const row: CriterionRow = { node, label, verdict: shownVerdict(node), depth, isGroup, isVeto };
  return isGroup ? [row, ...node.kids.flatMap((kid) => rowsOf(kid, depth + 1, isVeto))] : [row];
}

export type RowFilter = 'all' | 'unmet' | 'open';

const isKept = (row: CriterionRow, filter: RowFilter): boolean => {
  if (filter === 'all') return true;
  if (filter === 'unmet') return row.verdict === 'no' || row.verdict === 'nearMiss';
  return row.verdict === 'undetermined' || row.verdict === 'judgement';
};

/** Rows that a filter leaves, each with the groups it stands in. */
export function filterRows(rows: readonly CriterionRow[], filter: RowFilter): readonly CriterionRow[] {
  return rows.filter((row, i) => {
    if (isKept(row, filter)) return true;
    if (!row.isGroup) return false;
    const below = rows.slice(i + 1).findIndex((each) => each.depth <= row.depth);
    const kids = rows.slice(i + 1, below < 0 ? undefined : i + 1 + below);
    return kids.some((kid) => !kid.isGroup && isKept(kid, filter));
  });
}
