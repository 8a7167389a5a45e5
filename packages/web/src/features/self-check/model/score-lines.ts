import type { ExplainNode, PolicyDoc } from '@tidu/rules';
import type { PolicyResult } from './evaluate-firm.ts';
import { tableDocOf } from './outline.ts';

/** The score table of one way in: its lines, total and pass mark. */
export interface ScoreTable {
  readonly route: ExplainNode;
  readonly lines: readonly ExplainNode[];
  readonly pass: ExplainNode | undefined;
  readonly floors: readonly ExplainNode[];
}

/** Every scored way into a tier. */
export const scoreTablesOf = (tier: ExplainNode): readonly ScoreTable[] =>
  tier.kids.filter((kid) => kid.kind === 'route' && kid.points !== undefined).map(tableOf);

/** The table beside the form. */
export function shownTableOf(
  results: readonly PolicyResult[],
): { readonly policy: PolicyDoc; readonly table: ScoreTable } | undefined {
  const policy = tableDocOf(results.map(({ doc }) => doc));
  const shown = results.find(({ doc }) => doc === policy);
  const tiers = shown?.outline.tree.kids.filter((kid) => kid.kind === 'tier') ?? [];
  const [table] = tiers.flatMap(scoreTablesOf);
  return policy && table && { policy, table };
}

function tableOf(route: ExplainNode): ScoreTable {
  const score = route.kids.find((kid) => kid.kind !== 'pass' && kid.kind !== 'floor');
  return {
    route,
    lines: score ? linesOf(score) : [],
    pass: route.kids.find((kid) => kid.kind === 'pass'),
    floors: route.kids.filter((kid) => kid.kind === 'floor'),
  };
}

/** Lines of a table: indicators, and whatever else is added up beside them. */
function linesOf(score: ExplainNode): readonly ExplainNode[] {
  return score.kind === 'sum' ? score.kids.flatMap(linesOf) : [score];
}
