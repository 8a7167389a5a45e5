import { describeNode } from '../explain/describe.ts';
import { formatDate, formatQuantity } from '../explain/format.ts';
import type { Describable } from '../explain/node-at.ts';
import { valueAtPath } from '../impact/sweep/figure-at.ts';
import { type Locale, say } from '../messages/index.ts';
import type { PolicyDoc, Text } from '../policy/document.ts';
import type { FairnessChange } from './compare-fairness.ts';
import type { PolicyChange } from './compare-policies.ts';

/**
 * One difference as a sentence (变动说明): where it lies, the figure before and after in the units people use, and the rule
 * in words where it can be told.
 *
 * @example changeSentence(change, v2018, v2020, 'zh-CN') // '瞪羚企业 › 年限：10 年 改为 15 年（…）'
 */
export function changeSentence(change: PolicyChange, before: PolicyDoc, after: PolicyDoc, locale: Locale): string {
  const fairness = 'fairness' in change ? change.fairness : undefined;
  if (fairness) return fairnessSentence(fairness, placeOf(change, locale), locale);
  const acceptance = acceptanceSentence(change, after, locale);
  if (acceptance !== undefined) return acceptance;
  const was = change.type === 'added' ? undefined : ruleAt(before, change.beforePath, locale);
  const is = change.type === 'removed' ? undefined : ruleAt(after, change.afterPath, locale);
  const figures: Readonly<Record<string, string>> =
    change.type === 'figure'
      ? {
          before: formatQuantity(change.before, change.unit, locale, 'exact'),
          after: formatQuantity(change.after, change.unit, locale, 'exact'),
        }
      : {};
  const kind = change.type === 'structure' && change.moved ? 'moved' : change.type;
  const wanted = { added: is, removed: was, figure: was && is, structure: was && is }[kind as string];
  const isTold = wanted !== undefined && was !== is;
  const args = { place: placeOf(change, locale), ...figures, was: was ?? '', is: is ?? '' };
  return say(`change.${kind}${isTold ? '.rule' : ''}`, args, locale);
}

/** A recorded exception: what was put on record, or what of it is another. */
function fairnessSentence(change: FairnessChange, place: string, locale: Locale): string {
  const words = (text: Text): string => text[locale] ?? text['zh-CN'] ?? '';
  switch (change.what) {
    case 'recorded':
    case 'removed':
      return say(
        `change.fairness.${change.what}`,
        { place, reason: words(change.reason), until: formatDate(change.until, locale) },
        locale,
      );
    case 'reason':
      return say('change.fairness.reason', { place, was: words(change.before), is: words(change.after) }, locale);
    case 'until': {
      const [was, is] = [formatDate(change.before, locale), formatDate(change.after, locale)];
      return say('change.fairness.until', { place, was, is }, locale);
    }
  }
}

/** A person has taken it upon them that a clause stays text, or nobody does any more. */
function acceptanceSentence(change: PolicyChange, after: PolicyDoc, locale: Locale): string | undefined {
  const [part, at, field] = (change.afterPath ?? change.beforePath ?? '').split('.');
  if (part !== 'untranslatable' || field !== 'accepted') return undefined;
  const accepted = after.untranslatable?.[Number(at)]?.accepted;
  const place = placeOf(change, locale);
  if (!accepted) return say('change.acceptance.gone', { place }, locale);
  return say('change.acceptance', { place, by: accepted.by, on: formatDate(accepted.on, locale) }, locale);
}

function placeOf({ within }: PolicyChange, locale: Locale): string {
  const names = within.map((part) => part.label?.[locale] ?? part.label?.['zh-CN'] ?? part.id);
  const [first, ...rest] = names;
  return rest.reduce(
    (outer, inner) => say('change.within', { outer, inner }, locale),
    first ?? say('change.policy', {}, locale),
  );
}

/** The rule a path lies in, in words: the nearest condition, value, award, stack or pool around it. */
function ruleAt(doc: PolicyDoc, path: string | undefined, locale: Locale): string | undefined {
  const keys = path?.split('.') ?? [];
  for (let length = keys.length; length > 1; length--) {
    const at = keys.slice(0, length).join('.');
    const node = valueAtPath(doc, at);
    if (isRule(node, keys.slice(0, length))) return describeNode(doc, node, locale);
  }
  return undefined;
}

const BARE = new Set(['lit', 'fact', 'param']);

/** Figures and facts alone say nothing; whole tiers say too much. */
function isRule(node: unknown, keys: readonly string[]): node is Describable {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return false;
  if ('k' in node) return !BARE.has(String(node.k));
  const parts: readonly (string | undefined)[] = ['awards', 'stacks', 'pools'];
  return keys.length === 2 ? parts.includes(keys[0]) : keys[0] === 'tiers' && keys.length === 4;
}
