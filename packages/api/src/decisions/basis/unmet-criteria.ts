import { baseYear, type Dates, type ExplainNode, type PolicyDoc, sentenceOf } from '@tidu/rules';
import type { SchemeDocument } from '../../schemes/scheme.ts';

/** One criterion that decided against the firm, in words and with its clause. */
export interface UnmetCriterion {
  readonly path: string;
  readonly text: { readonly 'zh-CN': string; readonly en: string };
  readonly clause?: string;
}

const MOST = 30;

/**
 * What stood in the way (未满足的决定性条件): the last unmet conditions below the tier or award of the scheme that came
 * nearest. Empty where one of them holds or may still hold.
 */
export function unmetCriteria(
  doc: PolicyDoc,
  dates: Dates,
  tree: ExplainNode,
  { tiers, awards }: Pick<SchemeDocument, 'tiers' | 'awards'>,
): readonly UnmetCriterion[] {
  const asked = tree.kids.filter(
    ({ kind, id }) => (kind === 'tier' && tiers.includes(id)) || (kind === 'award' && awards.includes(id)),
  );
  if (asked.length === 0 || asked.some(({ verdict }) => verdict !== 'no')) return [];
  const [nearest] = asked.map(leavesUnmet).toSorted((a, b) => a.length - b.length);
  const year = baseYear(dates);
  return (nearest ?? []).slice(0, MOST).map((node) => ({
    path: node.path,
    text: { 'zh-CN': sentenceOf(node, doc, 'zh-CN', year), en: sentenceOf(node, doc, 'en', year) },
    ...clauseOf(node),
  }));
}

/** A way into a tier that does not hold is no reason where another one does: then the gates and vetoes are. */
function inTheWay({ kids }: ExplainNode): readonly ExplainNode[] {
  const hasWayIn = kids.some(({ kind, verdict }) => kind === 'route' && verdict === 'yes');
  return kids.filter(({ kind, verdict }) => verdict === 'no' && !(hasWayIn && kind === 'route'));
}

function leavesUnmet(node: ExplainNode): readonly ExplainNode[] {
  const unmet = inTheWay(node);
  return unmet.length === 0 ? [node] : unmet.flatMap(leavesUnmet);
}

function clauseOf({ cite }: ExplainNode): { clause?: string } {
  const [first] = cite;
  return first?.clause === undefined ? {} : { clause: first.clause };
}
