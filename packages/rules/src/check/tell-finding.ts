import { describeNode } from '../explain/describe.ts';
import { formatDate, formatQuantity } from '../explain/format.ts';
import { type Describable, nodeAt } from '../explain/node-at.ts';
import { textIn } from '../explain/words.ts';
import { type Locale, renderMessage, say } from '../messages/index.ts';
import type { Message } from '../policy/diagnostic.ts';
import type { Id, PolicyDoc, Text, Unit } from '../policy/document.ts';
import { isNum } from '../policy/leaf.ts';
import { perDoc } from '../policy/per-doc.ts';
import type { Finding } from './finding.ts';

/** A finding in words: what is wrong, and how to put it right. */
export interface ToldFinding {
  readonly text: string;
  readonly fix?: string;
}

const NAMED = new Set(
  'fact param tier award indicator route other gate veto stack pool of clause best policy'.split(' '),
);
const PLACED = new Set(['rule', 'ruleA', 'ruleB']);
const FIGURES = new Set('bound low high full most least mark total value cap at budget amount'.split(' '));
const MONEY = new Set(['before', 'after']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Puts a finding into words (体检说明), with the labels of the document instead of ids and quantities in the units people
 * use.
 *
 * @example tellFinding(found, ladder, 'zh-CN').text
 */
export function tellFinding(found: Finding, doc: PolicyDoc, locale: Locale): ToldFinding {
  const tell = (msg: Message): string => {
    if (!msg.key.startsWith('check.')) return renderMessage(msg, locale);
    const unit = (msg.args.unit ?? 'none') as Unit;
    const args = Object.entries(msg.args).map(([key, value]) => [key, wordsFor(doc, key, value, unit, locale)]);
    return spaced(say(msg.key, Object.fromEntries(args), locale), locale);
  };
  return { text: tell(found.msg), ...(found.fix ? { fix: tell(found.fix.msg) } : {}) };
}

function wordsFor(doc: PolicyDoc, key: string, value: string, unit: Unit, locale: Locale): string {
  if (DAY.test(value)) return formatDate(value, locale);
  if (NAMED.has(key)) return textIn(labelsOf(doc).get(value), locale, value);
  if (PLACED.has(key)) return placeWords(doc, value, locale);
  if (MONEY.has(key) && isNum(value)) return formatQuantity(value, 'CNY', locale, 'exact');
  return FIGURES.has(key) && isNum(value) ? formatQuantity(value, unit, locale, 'exact') : value;
}

/** Every name of a document with its label. */
const labelsOf = perDoc((doc) => {
  const labels = new Map<Id, Text>();
  const look = (here: unknown): void => {
    if (typeof here !== 'object' || here === null) return;
    const { id, label, question, text } = here as { id?: unknown; label?: Text; question?: Text; text?: Text };
    const words = label ?? question ?? text;
    if (typeof id === 'string' && words && !labels.has(id)) labels.set(id, words);
    for (const [key, value] of Object.entries(here)) if (key !== 'cite') look(value);
  };
  look(doc);
  return labels;
});

/** A rule by its label, by the figure it bands, or by the nearest name around it. */
function placeWords(doc: PolicyDoc, path: string, locale: Locale): string {
  const node = nodeAt(doc, path);
  if (typeof node !== 'object' || node === null) return path;
  const own = labelled(node, locale);
  if (own !== undefined) return own;
  if ('k' in node && node.k === 'table') return around(doc, path, locale);
  if ('rows' in node && 'of' in node) return describeNode(doc, node.of as Describable, locale);
  if ('rows' in node && 'by' in node) return describeNode(doc, node.by as Describable, locale);
  return describeNode(doc, node as Describable, locale);
}

function around(doc: PolicyDoc, path: string, locale: Locale): string {
  const keys = path.split('.');
  for (let n = keys.length - 1; n > 0; n--) {
    const name = labelled(nodeAt(doc, keys.slice(0, n).join('.')), locale);
    if (name !== undefined) return name;
  }
  return path;
}

function labelled(node: unknown, locale: Locale): string | undefined {
  const label = (node as { readonly label?: Text } | undefined)?.label;
  return label && textIn(label, locale, '');
}

/** Chinese beside figures takes a space, Chinese beside Chinese none, as everywhere. */
const spaced = (text: string, locale: Locale): string =>
  locale === 'zh-CN'
    ? text
        .replace(/([\u4e00-\u9fff])([A-Za-z0-9−])/g, '$1 $2')
        .replace(/([A-Za-z0-9%])([\u4e00-\u9fff])/g, '$1 $2')
        .replace(/([\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”])/g, '$1')
    : text;
