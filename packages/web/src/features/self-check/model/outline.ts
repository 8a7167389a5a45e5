import type { ExplainNode, PolicyDoc } from '@tidu/rules';
import { isLadder } from './standing.ts';

/** What is read of a reason tree. */
type Wants = (node: ExplainNode) => boolean;

/**
 * What the panel beside the form reads of a policy's reasons: of a ladder what keeps the firm from a rung (`countUnmet`,
 * `isClosed`), of the policy with the table that is shown its lines (`shownTableOf`). The result page reads everything.
 */
export function outlineOf(docs: readonly PolicyDoc[], doc: PolicyDoc): Wants {
  const hasTable = doc === tableDocOf(docs);
  return (node) => (isLadder(doc) && keepsOut(node)) || (hasTable && leadsToLines(node));
}

/** The policy whose score table is shown: of several that use the same one, the policy made for it. */
export function tableDocOf(docs: readonly PolicyDoc[]): PolicyDoc | undefined {
  const scored = docs.filter((doc) => doc.tiers.some((tier) => tier.routes.some((route) => route.k === 'scored')));
  return scored.toSorted((a, b) => a.tiers.length - b.tiers.length)[0];
}

const CONDITIONS_OF_WAY = /^tiers\.\d+\.routes\.\d+\.when$/;

function keepsOut({ kind, verdict, path }: ExplainNode): boolean {
  if (verdict !== 'no') return false;
  return kind === 'tier' || kind === 'gate' || kind === 'route' || (kind === 'all' && CONDITIONS_OF_WAY.test(path));
}

const leadsToLines = ({ kind, points }: ExplainNode): boolean =>
  kind === 'tier' || kind === 'sum' || (kind === 'route' && points !== undefined);
