import type { Locale } from '../messages/index.ts';
import type { PolicyDoc, Pred, Text } from '../policy/document.ts';
import { describeIn, wordingOf } from './describe.ts';
import type { ExplainNode } from './explanation.ts';
import { formatRange } from './format.ts';
import { nodeAt } from './node-at.ts';
import { moneyWords } from './sentence-money.ts';
import { overruledWords } from './sentence-overruled.ts';
import {
  actualOf,
  assumedOf,
  clause,
  isPartlyKnown,
  keepOf,
  labelled,
  needsOf,
  reachOf,
  requirementOf,
  ruleAt,
  subjectOf,
} from './sentence-parts.ts';
import { fullOf, scoreWords, valueWords } from './sentence-value.ts';
import { factDef, factLabel, joinWords, labelOf, textIn, type Wording, wordLabel } from './words.ts';

/**
 * One plain sentence for a node of the reason tree (理由说明): what was found, what is asked, how far it is, what is
 * missing, what was assumed. `year` is the base fiscal year T; left out, it is the one the tree was made for.
 *
 * @example sentenceOf(explain(doc, dates, facts).tree, doc, 'en') // 'Technology-based SME: you are at “Technology-based SME”.'
 */
export function sentenceOf(node: ExplainNode, doc: PolicyDoc, locale: Locale, year?: number): string {
  const w: Wording = { ...wordingOf(doc, locale, year ?? Number(node.msg.args.year)), short: true };
  const text = clause(w, 'end', { text: firstUpper(tell(w, node), locale) });
  return node.kids.length === 0 ? (text + assumedOf(w, node)).trim() : text;
}

const firstUpper = (text: string, locale: Locale): string =>
  locale === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;

function tell(w: Wording, node: ExplainNode, name?: string): string {
  if (node.overruled) return overruledWords(w, node, node.overruled);
  switch (node.kind) {
    case 'policy':
      return policyWords(w, node);
    case 'tier':
    case 'route':
      return wayWords(w, node);
    case 'gate':
      return gateWords(w, node);
    case 'veto':
      return clause(w, `veto.${node.verdict}`, { label: labelWords(w, node), needs: needsOf(w, node) });
    case 'cmp':
    case 'pass':
    case 'floor':
      return comparisonWords(w, node);
    case 'exists':
      return comparisonWords(w, node);
    case 'in':
    case 'provided':
    case 'judgement':
      return answerWords(w, node, name);
    case 'all':
    case 'any':
    case 'atLeast':
      return severalWords(w, node);
    case 'not':
      return node.kids[0] ? labelled(w, node, tell(w, node.kids[0])) : '';
    default:
      return moneyOrValue(w, node);
  }
}

const MONEY = new Set(['award', 'holds', 'match', 'cap', 'floorPay', 'share', 'tranche', 'stack', 'stacked', 'pool']);
const moneyOrValue = (w: Wording, node: ExplainNode): string =>
  MONEY.has(node.kind) ? moneyWords(w, node) : node.points ? scoreWords(w, node) : valueWords(w, node);

/** The label and what was found, unless what was found begins with the same words. */
function gateWords(w: Wording, node: ExplainNode): string {
  const label = labelWords(w, node);
  const [kid] = node.kids;
  // A plain yes-or-no answer is told under the gate's own name instead of naming the fact beside it again.
  const isAnswer = kid?.kind === 'in' && !kid.flipped && factDef(w, kid.facts[0] ?? '')?.type === 'bool';
  const text = kid ? tell(w, kid, isAnswer ? label : undefined) : '';
  return text.startsWith(label) ? text : clause(w, 'gate', { label, text });
}

/** The label of a node, else its rule in words. */
const labelWords = (w: Wording, node: ExplainNode): string => {
  if (node.label) return labelOf(w, node);
  const rule = nodeAt(w.doc, node.path) as { when?: Pred } | undefined;
  return rule?.when ? describeIn(w, rule.when) : node.id;
};

// ── the ladder ───────────────────────────────────────────────────────────────────────────────────────────────────

function policyWords(w: Wording, node: ExplainNode): string {
  const label = labelOf(w, node);
  const name = (id: string): string => labelOf(w, w.doc.tiers.find((t) => t.id === id) ?? { id });
  const best = node.msg.args.best ?? '';
  const possible = (node.msg.args.possible ?? '').split(',').filter((id) => id !== '');
  const args = { label, best: name(best), possible: joinWords(w, possible.map(name)) };
  if (w.doc.tiers.length === 0) {
    const awards = node.kids.filter((kid) => kid.kind === 'award');
    const good = awards.filter((kid) => kid.verdict === 'yes').length;
    return clause(w, 'policy.money', { label, n: String(awards.length), good: String(good) });
  }
  if (best !== '') return clause(w, possible.length > 0 ? 'policy.bestOpen' : 'policy.best', args);
  return clause(w, possible.length > 0 ? 'policy.open' : 'policy.none', args);
}

function wayWords(w: Wording, node: ExplainNode): string {
  const args = { label: labelWords(w, node), needs: needsOf(w, node), failing: failingOf(w, node) };
  if (node.kind === 'tier') {
    const route = node.kids.find((kid) => kid.kind === 'route' && kid.verdict === 'yes');
    if (node.verdict === 'yes' && route) return clause(w, 'tier.yes.route', { ...args, route: labelWords(w, route) });
    return clause(w, `tier.${node.verdict}`, args);
  }
  if (!node.points) return clause(w, `route.${node.verdict}`, args);
  const floors = node.kids
    .filter((kid) => kid.kind === 'floor' && kid.verdict === 'no')
    .map((kid) => subjectOf(w, kid));
  return clause(w, `route.scored.${node.verdict}`, {
    ...args,
    points: formatRange(node.points, 'points', w.locale),
    full: fullOf(w, node),
    requirement: requirementOf(w, { ...node, unit: 'points' }),
    floors: floors.length === 0 ? '' : clause(w, 'route.floors', { list: joinWords(w, floors) }),
  });
}

/** What stands in the way, by name: failing gates and triggered vetoes, then ways in. */
function failingOf(w: Wording, node: ExplainNode): string {
  const failing = node.kids.filter((kid) => kid.verdict === 'no');
  const hard = failing.filter((kid) => kid.kind !== 'route');
  const anyRoute = node.kids.some((kid) => kid.kind === 'route' && kid.verdict !== 'no');
  const [only, ...more] = failing;
  if (only && more.length === 0 && node.kind === 'route' && only.kind !== 'all') return tell(w, only);
  const names = (shown: readonly ExplainNode[]): readonly string[] =>
    shown.flatMap((kid) => (kid.kind === 'all' && !kid.label ? failingNames(w, kid) : [nameOf(w, kid)]));
  const routes = failing.filter((kid) => kid.kind === 'route');
  const noWay = anyRoute ? [] : routes.length > 1 ? [clause(w, 'failing.routes')] : names(routes);
  return joinWords(w, [...names(hard), ...noWay]);
}

const failingNames = (w: Wording, node: ExplainNode): readonly string[] =>
  node.kids.filter((kid) => kid.verdict === 'no').map((kid) => nameOf(w, kid));

const nameOf = (w: Wording, node: ExplainNode): string =>
  node.kind === 'pass' || node.kind === 'floor'
    ? subjectOf(w, node)
    : node.label || node.kind === 'gate' || node.kind === 'veto' || node.kind === 'route'
      ? labelWords(w, node)
      : ruleAt({ ...w, nested: true }, node.path);

// ── conditions ───────────────────────────────────────────────────────────────────────────────────────────────────

function comparisonWords(w: Wording, node: ExplainNode): string {
  const args = {
    subject:
      node.kind === 'exists'
        ? clause(w, 'subject.count', { list: factLabel(w, node.facts[0] ?? '') })
        : subjectOf(w, node),
    requirement: requirementOf(w, node),
    actual: actualOf(w, node, node.threshold?.lo === node.threshold?.hi ? node.threshold?.lo : undefined),
    needs: needsOf(w, node),
    reach: reachOf(w, node.up, node.op),
    keep: keepOf(w, node.down),
  };
  if (node.msg.key.includes('notApplicable')) return clause(w, `cmp.notApplicable.${node.verdict}`, args);
  if (node.verdict === 'undetermined' && isPartlyKnown(node)) return clause(w, 'cmp.range', args);
  const text = clause(w, `cmp.${node.verdict}`, args);
  return node.nearMiss ? clause(w, 'near', { text }) : text;
}

function answerWords(w: Wording, node: ExplainNode, name?: string): string {
  const rule = nodeAt(w.doc, node.path) as { readonly question?: Text } | undefined;
  const fact = node.facts[0] ?? '';
  const args = {
    fact: name ?? factLabel(w, fact),
    words: joinWords(
      w,
      (node.words ?? []).map((word) => wordLabel(w, fact, word)),
      'or',
    ),
    needs: needsOf(w, node),
    question: textIn(rule?.question, w.locale, node.id),
    rule: ruleAt(w, node.path),
  };
  if (node.msg.key.includes('notApplicable')) return clause(w, `in.notApplicable.${node.verdict}`, args);
  const asks = node.kind === 'in' && node.verdict === 'no' && !node.flipped && factDef(w, fact)?.type === 'enum';
  return clause(w, `${node.kind}.${node.verdict}${asks ? '.asked' : ''}`, args);
}

function severalWords(w: Wording, node: ExplainNode): string {
  const count = (...verdicts: readonly (string | undefined)[]): string =>
    String(node.kids.filter((kid) => verdicts.includes(kid.verdict)).length);
  const n = node.kids.length;
  const asked =
    node.kind === 'atLeast' ? ((nodeAt(w.doc, node.path) as { readonly n?: number } | undefined)?.n ?? 1) : 1;
  // Read the other way round, "all" of the bad things must fail in one place only, "any" in all of them.
  const way = node.kind === 'atLeast' ? 'count' : (node.kind === 'all') === !node.flipped ? 'every' : 'some';
  const text = clause(w, `${way}.${node.verdict}`, {
    n: String(n),
    least: String(node.flipped ? n - asked + 1 : asked),
    good: count('yes'),
    bad: count('no'),
    open: count('undetermined', 'judgement'),
    needs: needsOf(w, node),
  });
  return labelled(w, node, text);
}
