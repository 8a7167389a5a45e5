import type { ExplainNode, Id } from '@tidu/rules';

/**
 * How many conditions of a tier are surely unmet: its gates and vetoes, and of its ways in those of the nearest one, where
 * every way is closed. This is what "还差 n 项" counts.
 */
export function countUnmet(tier: ExplainNode): number {
  const hard = tier.kids.filter((kid) => kid.kind !== 'route' && kid.verdict === 'no').length;
  const ways = tier.kids.filter((kid) => kid.kind === 'route');
  if (ways.length === 0 || ways.some((way) => way.verdict !== 'no')) return hard;
  return hard + Math.min(...ways.map(unmetInWay));
}

function unmetInWay(way: ExplainNode): number {
  const [rule] = way.kids;
  if (!rule || way.points) return way.kids.filter((kid) => kid.kind !== 'sum' && kid.verdict === 'no').length || 1;
  if (rule.kind !== 'all') return 1;
  return Math.max(1, rule.kids.filter((kid) => kid.verdict === 'no').length);
}

const TIMES: readonly (string | undefined)[] = ['years', 'months', 'days'];

/** Whether a tier is behind the firm for good: an age it has passed, which no waiting brings back. */
export const isClosed = (tier: ExplainNode): boolean =>
  tier.kids.some((gate) => gate.kind === 'gate' && gate.verdict === 'no' && gate.kids.some(isPassed));

const isPassed = (node: ExplainNode): boolean =>
  node.kind === 'cmp' && node.verdict === 'no' && TIMES.includes(node.unit) && !node.up?.on && !node.up?.fact;

/** The node of a tier in the reason tree of its policy. */
export const tierNode = (tree: ExplainNode, tier: Id): ExplainNode | undefined =>
  tree.kids.find((kid) => kid.kind === 'tier' && kid.id === tier);
