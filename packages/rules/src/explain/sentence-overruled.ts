import { say } from '../messages/index.ts';
import type { ExplainNode, OverruledMark, Verdict } from './explanation.ts';
import { formatRange } from './format.ts';
import { clause, ruleAt } from './sentence-parts.ts';
import { fullOf } from './sentence-value.ts';
import { textIn, type Wording } from './words.ts';

/** What was computed, what a person decided instead, and why. */
export function overruledWords(w: Wording, node: ExplainNode, { computed, reason }: OverruledMark): string {
  const label = textIn(node.label, w.locale, '') || ruleAt({ ...w, nested: true }, node.path) || node.id;
  const args = { label, reason: reason.trim().replace(/[。.]$/, '') };
  if (!node.points)
    return clause(w, 'overruled', {
      ...args,
      was: verdictWord(w, node, computed.verdict),
      now: verdictWord(w, node, node.verdict),
    });
  const was = computed.points
    ? formatRange(computed.points, 'points', w.locale)
    : verdictWord(w, node, computed.verdict);
  return clause(w, 'overruled.points', {
    ...args,
    was,
    now: formatRange(node.points, 'points', w.locale),
    full: fullOf(w, node),
  });
}

/** A veto is told by whether it applies. */
function verdictWord(w: Wording, { kind }: ExplainNode, verdict: Verdict | undefined): string {
  if (kind === 'veto' && (verdict === 'yes' || verdict === 'no')) return clause(w, `overruled.veto.${verdict}`);
  return say(`verdict.${verdict ?? 'undetermined'}`, {}, w.locale);
}
