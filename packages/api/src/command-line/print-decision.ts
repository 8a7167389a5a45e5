import {
  baseYear,
  type Dates,
  type ExplainNode,
  explain,
  formatRange,
  type Id,
  type PolicyDoc,
  sentenceOf,
} from '@tidu/rules';
import type { PickedPolicy } from '../evaluations/pick-policy.ts';
import { type ReadFirm, sourcesOf } from '../evaluations/read-firm.ts';
import { type Locale, message, say } from '../messages/say.ts';

interface Printing {
  readonly picked: PickedPolicy;
  readonly dates: Dates;
  readonly locale: Locale;
}

/** The result of one firm as a person reads it: verdict first, then tier by tier and award by award, then what is open. */
export function printDecision(
  firm: Extract<ReadFirm, { ok: true }>,
  { picked, dates, locale }: Printing,
): readonly string[] {
  const { doc } = picked.version;
  const { decision, tree } = explain(doc, dates, firm.facts);
  const word = (key: string, args: Readonly<Record<string, string>> = {}) => say(message(`cli.${key}`, args), locale);
  const tell = (node: ExplainNode) => sentenceOf(node, doc, locale, baseYear(dates));
  const tierName = (id: Id | undefined) => (id === undefined ? word('none') : labelIn(doc.tiers, id, locale));
  const facts = [doc, ...sourcesOf(doc, picked.docs, dates)].flatMap((each) => each.facts);
  const parts = (kind: string) => tree.kids.filter((kid) => kid.kind === kind);
  const open = [...new Set([...decision.tiers, ...decision.awards].flatMap((each) => each.needs))];
  return [
    ...(doc.tiers.length > 0 ? [word('best', { best: tierName(decision.best) })] : []),
    ...(decision.possible.length > 0
      ? [word('possible', { possible: decision.possible.map(tierName).join(word('separator')) })]
      : []),
    ...(parts('tier').length > 0
      ? [
          '',
          word('section', { title: word('tiers') }),
          ...parts('tier').flatMap((tier) => linesOf(tier, tell, locale, 0)),
        ]
      : []),
    ...(decision.awards.length > 0
      ? ['', word('section', { title: word('money') }), ...parts('award').map((award) => `- ${tell(award)}`)]
      : []),
    ...(decision.awards.length > 0 ? [word('total', { total: formatRange(decision.total, 'CNY', locale) })] : []),
    ...section(
      word('section', { title: word('open') }),
      open.map((id) => labelIn(facts, id, locale)),
    ),
    ...section(
      word('section', { title: word('warnings') }),
      firm.warnings.map((warning) => say(warning.msg, locale)),
    ),
    ...firm.derived.map((each) =>
      word('derived', { fact: labelIn(facts, each.fact, locale), from: labelIn(picked.docs, each.from, locale) }),
    ),
  ];
}

const DEEPEST = 3;

/**
 * A node and what lies below it, as far as it bears on the verdict: a gate or veto says all there is in its own line, and
 * vetoes that do not apply are only counted.
 */
function linesOf(node: ExplainNode, tell: Tell, locale: Locale, depth: number): readonly string[] {
  const mark = { yes: '✓', no: '✗', undetermined: '?', judgement: '?', notApplicable: '-' }[
    node.verdict ?? 'notApplicable'
  ];
  const line = `${'  '.repeat(depth)}${mark} ${tell(node)}`;
  if (depth >= DEEPEST || node.kind === 'gate' || node.kind === 'veto') return [line];
  const calm = node.kids.filter((kid) => kid.kind === 'veto' && kid.verdict === 'yes');
  const kids = node.kids.filter((kid) => !calm.includes(kid)).flatMap((kid) => linesOf(kid, tell, locale, depth + 1));
  if (calm.length === 0) return [line, ...kids];
  const counted = say(message('cli.no-veto', { count: String(calm.length) }), locale);
  return [line, `${'  '.repeat(depth + 1)}✓ ${counted}`, ...kids];
}

type Tell = (node: ExplainNode) => string;

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `- ${line}`)];

const labelIn = (named: readonly Pick<PolicyDoc, 'id' | 'label'>[], id: Id, locale: Locale): string => {
  const label = named.find((each) => each.id === id)?.label;
  return label?.[locale] ?? label?.['zh-CN'] ?? id;
};
