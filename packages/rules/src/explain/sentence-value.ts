import type { Unit } from '../policy/document.ts';
import type { ExplainNode } from './explanation.ts';
import { formatQuantity, formatRange } from './format.ts';
import { actualOf, clause, isPartlyKnown, labelled, needsOf, reachRowOf, ruleAt, subjectOf } from './sentence-parts.ts';
import { labelOf, type Wording } from './words.ts';

/** The sentence of a value. */
export function valueWords(w: Wording, node: ExplainNode): string {
  const args = { subject: ruleAt(w, node.path), actual: actualOf(w, node), needs: needsOf(w, node) };
  if (node.verdict === 'notApplicable') return clause(w, 'value.notApplicable', args);
  if (node.verdict !== 'undetermined') return clause(w, 'value', args);
  return clause(w, isPartlyKnown(node) ? 'value.range' : 'value.undetermined', args);
}

/** （满分 20 分） */
export const fullOf = (w: Wording, node: ExplainNode): string =>
  node.full === undefined ? '' : clause(w, 'score.full', { full: formatQuantity(node.full, 'points', w.locale) });

/** The sentence of a score. */
export function scoreWords(w: Wording, node: ExplainNode): string {
  const outUnit = (node.msg.args.outUnit ?? 'points') as Unit;
  const isPoints = outUnit === 'points';
  const found = node.actual !== undefined;
  const args = {
    subject: found ? subjectOf(w, node) : node.label ? labelOf(w, node) : ruleAt({ ...w, nested: true }, node.path),
    actual: actualOf(w, node, node.up?.bound ?? node.down?.bound),
    points: node.points ? formatRange(node.points, outUnit, w.locale) : '',
    full: isPoints ? fullOf(w, node) : '',
    needs: needsOf(w, node),
    reach: reachRowOf(w, node, outUnit),
  };
  const isTop = isPoints && node.full !== undefined && node.points?.lo === node.full;
  const text = clause(w, scoreKey(node, isPoints, isTop, found), args);
  return found && node.kind === 'indicator' ? labelled(w, node, text) : text;
}

function scoreKey(node: ExplainNode, isPoints: boolean, isTop: boolean, found: boolean): string {
  if (node.verdict === 'undetermined') return isPoints ? 'score.undetermined' : 'score.undetermined.money';
  if (node.verdict === 'notApplicable') return 'score.notApplicable';
  if (!isPoints) return 'score.money';
  if (found) return isTop ? 'score.top' : 'score.found';
  return isTop ? 'score.plainTop' : 'score.plain';
}
