import { describeIn } from './describe.ts';
import { describeFloorPay, describeMatch } from './describe-money.ts';
import type { ExplainNode } from './explanation.ts';
import { formatQuantity } from './format.ts';
import { nodeAt } from './node-at.ts';
import { actualOf, clause, needsOf, ruleAt } from './sentence-parts.ts';
import { labelOf, type Wording } from './words.ts';

/** The sentence of an award, a ceiling, an instalment, a stack or a pool. */
export function moneyWords(w: Wording, node: ExplainNode): string {
  const awardName = (id: string | undefined): string =>
    id === undefined ? '' : labelOf(w, w.doc.awards.find((a) => a.id === id) ?? { id });
  const { stackedOut, capped, payer = '', pct, n = '' } = node.msg.args;
  const args = {
    label: node.kind === 'stacked' ? awardName(node.msg.args.award) : labelOf(w, node),
    other: awardName(stackedOut),
    amount: actualOf(w, node),
    actual: actualOf(w, node),
    needs: needsOf(w, node),
    capped: capped === undefined ? '' : clause(w, `award.capped.${capped}`),
    tier: labelOf(w, w.doc.tiers.find((t) => t.id === node.msg.args.tier) ?? {}),
    budget: node.threshold ? formatQuantity(node.threshold.lo, 'CNY', w.locale) : '',
    pct: pct === undefined ? '' : formatQuantity(pct, 'ratio', w.locale, 'exact'),
    rule: moneyRule(w, node),
    when: node.label ? labelOf(w, node) : ruleAt(w, `${node.path}.when`),
    payer,
    n,
  };
  return clause(w, moneyKey(node), args);
}

function moneyKey(node: ExplainNode): string {
  const { kind, verdict, actual } = node;
  const isOpen = actual !== undefined && actual.lo !== actual.hi;
  if (kind === 'stack' || kind === 'share') return kind;
  if (kind === 'match') return verdict === 'undetermined' ? 'match.undetermined' : 'match';
  if (kind === 'pool') return isOpen ? 'pool.undetermined' : 'pool';
  if (kind === 'award' && verdict === 'yes')
    return node.msg.args.stackedOut !== undefined
      ? 'award.yes.stacked'
      : isOpen
        ? 'award.yes.open'
        : actual?.lo === '0'
          ? 'award.yes.zero'
          : 'award.yes';
  if (kind === 'stacked' && verdict === 'no' && node.msg.args.stackedOut !== undefined) return 'stacked.no.other';
  if (kind === 'cap' && verdict === 'undetermined') return node.needs.length > 0 ? 'cap.undetermined' : 'cap.open';
  return `${kind}.${verdict}`;
}

function moneyRule(w: Wording, node: ExplainNode): string {
  const rule = nodeAt(w.doc, node.path);
  if (rule === undefined || rule === null) return '';
  if (node.kind === 'match') return describeMatch(w, rule as Parameters<typeof describeMatch>[1]);
  if (node.kind === 'floorPay') return describeFloorPay(w, rule as Parameters<typeof describeFloorPay>[1]);
  return node.kind === 'cap' || node.kind === 'stack' ? describeIn(w, rule as Parameters<typeof describeIn>[1]) : '';
}
