import {
  baseYear,
  type Dates,
  type ExplainNode,
  type Explanation,
  explain,
  formatRange,
  sentenceOf,
} from '@tidu/rules';
import { nameFacts } from '../evaluations/name-facts.ts';
import type { PickedPolicy } from '../evaluations/pick-policy.ts';
import { factsAround, type ReadFirm } from '../evaluations/read-firm.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { assumptionsOf, openClauses } from './about-sheet.ts';
import { labelIn } from './label-in.ts';
import { bestOf } from './result-columns.ts';

interface Printing {
  readonly picked: PickedPolicy;
  readonly dates: Dates;
  readonly locale: Locale;
}

/** The result of one firm as a person reads it: verdict first, then tier by tier and award by award, then what is open. */
export function printDecision(firm: KnownFirm, printing: Printing): readonly string[] {
  const { picked, dates, locale } = printing;
  const { doc } = picked.version;
  const { decision, tree } = explain(doc, dates, firm.facts);
  const word = (key: string, args: Readonly<Record<string, string>> = {}) => say(message(`cli.${key}`, args), locale);
  const telling = { tell: (node: ExplainNode) => sentenceOf(node, doc, locale, baseYear(dates)), locale };
  const possible = decision.possible.map((id) => labelIn(doc.tiers, id, locale)).join(word('separator'));
  const awards = tree.kids.filter((kid) => kid.kind === 'award').map((award) => `- ${told(award, telling)}`);
  const tiers = tree.kids
    .filter((kid) => kid.kind === 'tier')
    .flatMap((tier) => linesOf(tier, { ...telling, depth: 0, isMarked: false }));
  return [
    ...(doc.tiers.length > 0 ? [word('best', { best: bestOf(decision, doc, locale) })] : []),
    ...(possible === '' ? [] : [word('possible', { possible })]),
    ...section(word('tiers'), tiers, locale),
    ...section(word('money'), awards, locale),
    ...(awards.length > 0 ? [word('total', { total: formatRange(decision.total, 'CNY', locale) })] : []),
    ...notesOn(firm, { decision, tree }, printing),
  ];
}

type KnownFirm = Extract<ReadFirm, { ok: true }>;

/** What is still open, what should be checked, what a person decides, what was assumed, what came from elsewhere. */
function notesOn(
  firm: KnownFirm,
  { decision, tree }: Explanation,
  { picked, dates, locale }: Printing,
): readonly string[] {
  const { doc } = picked.version;
  const facts = factsAround(picked, dates);
  const word = (key: string, args: Readonly<Record<string, string>> = {}) => say(message(`cli.${key}`, args), locale);
  const open = [...new Set([...decision.tiers, ...decision.awards].flatMap((each) => each.needs))];
  const warnings = firm.warnings.map((warning) => say(nameFacts(warning, facts, locale).msg, locale));
  const taken = facts.filter((def) => tree.assumed.includes(def.id));
  const assumed = [...(tree.kids.some(hasAssumed) ? [word('assumed-note')] : []), ...assumptionsOf(taken, locale)];
  const list = (title: string, lines: readonly string[]) =>
    section(
      word(title),
      lines.map((line) => `- ${line}`),
      locale,
    );
  return [
    ...list(
      'open',
      open.map((id) => labelIn(facts, id, locale)),
    ),
    ...list('warnings', warnings),
    ...list('by-person', openClauses(doc, locale)),
    ...list('assumptions', assumed),
    ...firm.derived.map((each) =>
      word('derived', { fact: labelIn(facts, each.fact, locale), from: labelIn(picked.docs, each.from, locale) }),
    ),
  ];
}

/** A titled part with an empty line before it; nothing where there is nothing to say. */
const section = (title: string, lines: readonly string[], locale: Locale): readonly string[] =>
  lines.length === 0 ? [] : ['', say(message('cli.section', { title }), locale), ...lines];

const DEEPEST = 3;

interface Telling {
  readonly tell: (node: ExplainNode) => string;
  readonly locale: Locale;
}

interface Place extends Telling {
  readonly depth: number;
  /** A line above says already that it rests on an assumption. */
  readonly isMarked: boolean;
}

/** The sentence of a node, marked where its figures are assumed. */
const told = (node: ExplainNode, { tell, locale }: Telling): string =>
  node.basis === 'assumed' ? say(message('cli.assumed-line', { line: tell(node) }), locale) : tell(node);

const hasAssumed = (node: ExplainNode): boolean => node.basis === 'assumed' || node.kids.some(hasAssumed);

/**
 * A node and what lies below it, as far as it bears on the verdict: a gate or veto says all there is in its own line, and
 * vetoes that do not apply are only counted.
 */
function linesOf(node: ExplainNode, place: Place): readonly string[] {
  const { tell, depth, isMarked } = place;
  const mark = { yes: '✓', no: '✗', undetermined: '?', judgement: '?', notApplicable: '-' }[
    node.verdict ?? 'notApplicable'
  ];
  const line = `${'  '.repeat(depth)}${mark} ${isMarked ? tell(node) : told(node, place)}`;
  if (depth >= DEEPEST || node.kind === 'gate' || node.kind === 'veto') return [line];
  const below = { ...place, depth: depth + 1, isMarked: isMarked || node.basis === 'assumed' };
  const calm = node.kids.filter((kid) => kid.kind === 'veto' && kid.verdict === 'yes');
  const kids = node.kids.filter((kid) => !calm.includes(kid)).flatMap((kid) => linesOf(kid, below));
  return [line, ...calmVetoes(calm, below), ...kids];
}

/** One line for all vetoes that do not apply, saying how many of them are only taken as not there. */
function calmVetoes(vetoes: readonly ExplainNode[], { locale, depth, isMarked }: Place): readonly string[] {
  if (vetoes.length === 0) return [];
  const assumed = vetoes.filter((veto) => veto.assumed.length > 0).length;
  const args = { count: String(vetoes.length), assumed: String(assumed) };
  const line = say(message(assumed > 0 ? 'cli.no-veto-assumed' : 'cli.no-veto', args), locale);
  const isAssumed = !isMarked && vetoes.some((veto) => veto.basis === 'assumed');
  return [`${'  '.repeat(depth)}✓ ${isAssumed ? say(message('cli.assumed-line', { line }), locale) : line}`];
}
