import { say } from '../messages/index.ts';
import { add, formatNum, num } from '../number/rational.ts';
import type { CmpOp, Expr, Id, Pred, Unit } from '../policy/document.ts';
import { findIndicator } from '../tiers/decide-tier.ts';
import { describeIn } from './describe.ts';
import type { ExplainNode, Margin } from './explanation.ts';
import { formatDate, formatGap, formatQuantity, formatRange } from './format.ts';
import { nodeAt } from './node-at.ts';
import { factDef, factLabel, joinClauses, joinWords, opWord, textIn, type Wording, wordLabel } from './words.ts';

/** The clauses sentences are put together from. */
export const clause = (w: Wording, key: string, args: Readonly<Record<string, string>> = {}): string =>
  say(`sentence.${key}`, args, w.locale);

/** With its label in front, where it has one. */
export const labelled = (w: Wording, node: ExplainNode, text: string): string =>
  node.label ? clause(w, 'labelled', { label: textIn(node.label, w.locale, node.id), text }) : text;

/** The rule at a path of the document in words; nothing where the path leads nowhere. */
export function ruleAt(w: Wording, path: string): string {
  const node = nodeAt(w.doc, path);
  return typeof node === 'object' && node !== null ? describeIn(w, node as Expr | Pred) : '';
}

/** What a figure is: the label of the table it goes through, else the value in words. */
export function subjectOf(w: Wording, node: ExplainNode): string {
  const { pass, floor, of } = node.msg.args;
  if (pass !== undefined) return clause(w, 'subject.total');
  if (floor !== undefined) return clause(w, 'subject.floor', { indicator: indicatorLabel(w, floor) });
  const path = of ?? node.path;
  const table = path.endsWith('.of') ? nodeAt(w.doc, path.slice(0, -3)) : undefined;
  const label = textIn((table as { label?: Readonly<Record<string, string>> } | undefined)?.label, w.locale, '');
  return label !== '' && isTable(table) ? label : ruleAt(w, path);
}

const isTable = (node: unknown): boolean =>
  ['bands', 'marginal', 'linear'].includes((node as { k?: string } | undefined)?.k ?? '');

export function indicatorLabel(w: Wording, id: Id): string {
  for (const tier of w.doc.tiers) {
    for (const route of tier.routes) {
      const found = route.k === 'scored' ? findIndicator(route.score, id) : undefined;
      if (found) return textIn(found.label, w.locale, id);
    }
  }
  return id;
}

/** 尚缺：营业收入（2024 年）. Matters for a person and facts without a definition are told by what they ask. */
export function needsOf(w: Wording, node: ExplainNode): string {
  const parts = node.needs.map((id) => {
    if (!factDef(w, id)) return questionOf(w, id);
    const years = node.msg.args[`years.${id}`];
    const fact = factLabel(w, id);
    if (years === undefined || years === '') return fact;
    const list = joinWords(
      w,
      years.split(',').map((year) => say('date.year', { year }, w.locale)),
    );
    return clause(w, 'need.years', { fact, years: list });
  });
  return parts.length === 0 ? '' : clause(w, 'needs', { needs: parts.join(say('list.comma', {}, w.locale)) });
}

/** The question of a judgement by its id. */
function questionOf(w: Wording, id: Id): string {
  const found = judgementIn(w.doc, id);
  return found === undefined ? clause(w, 'need.judgement') : textIn(found, w.locale, id);
}

function judgementIn(at: unknown, id: Id): Readonly<Record<string, string>> | undefined {
  if (typeof at !== 'object' || at === null) return undefined;
  const node = at as { k?: string; id?: string; question?: Readonly<Record<string, string>> };
  if (node.k === 'judgement' && node.id === id) return node.question;
  for (const part of Object.values(at)) {
    const found = judgementIn(part, id);
    if (found) return found;
  }
  return undefined;
}

/** What is asked: 不低于 60 分. */
export function requirementOf(w: Wording, node: ExplainNode): string {
  const unit = node.unit ?? 'none';
  const { lo, hi } = node.threshold ?? { lo: '-inf', hi: 'inf' };
  const isFixed =
    lo === hi && (node.facts.length === 0 || node.msg.args.bound === undefined || isFigureAt(w, node.msg.args.bound));
  const amount =
    lo === hi
      ? formatQuantity(lo, unit, w.locale, isFixed ? 'exact' : 'nearest')
      : formatRange({ lo, hi }, unit, w.locale);
  const threshold =
    isFixed || node.msg.args.bound === undefined ? amount : ruleAt({ ...w, nested: true }, node.msg.args.bound);
  return clause(w, 'requirement', { op: opWord(node.op ?? 'ge', w.locale), threshold });
}

const isFigureAt = (w: Wording, path: string): boolean =>
  (nodeAt(w.doc, path) as { k?: string } | undefined)?.k === 'lit';

/** What was found, with enough decimals beside its threshold. */
export function actualOf(w: Wording, node: ExplainNode, beside?: string): string {
  return node.actual
    ? formatRange(node.actual, node.unit ?? 'none', w.locale, beside)
    : say('unit.unknown', {}, w.locale);
}

/** Whether anything at all is known of the figure. */
export const isPartlyKnown = (node: ExplainNode): boolean =>
  node.actual !== undefined && (node.actual.lo !== '-inf' || node.actual.hi !== 'inf') && node.actual.hi !== 'inf';

/** The one fact to change, in words; undefined where no single change was found. */
export function changeWords(w: Wording, margin: Margin): string | undefined {
  if (margin.fact === undefined || margin.factBy === undefined) return undefined;
  const isLess = margin.factBy.startsWith('-');
  const by = formatQuantity(margin.factBy.replace('-', ''), margin.factUnit ?? 'none', w.locale, 'up');
  const fact = yearlyLabel(w, margin.fact, margin.year);
  if (factDef(w, margin.fact)?.type === 'list') return clause(w, 'change.item', { fact, by });
  const along = margin.along === undefined ? '' : factLabel(w, margin.along);
  const key = `change.${isLess ? 'less' : 'more'}${margin.along === undefined ? '' : 'Along'}`;
  return clause(w, key, { fact, by, along });
}

function yearlyLabel(w: Wording, fact: Id, year: number | undefined): string {
  const label = factLabel(w, fact);
  return year === undefined ? label : say('rule.fact.year', { fact: label, year: String(year) }, w.locale);
}

/** How a condition that does not hold could be met. */
export function reachOf(w: Wording, up: Margin | undefined, op?: CmpOp): string {
  if (!up) return '';
  if (up.on !== undefined) return clause(w, 'reach.on', { on: formatDate(up.on, w.locale) });
  const change = changeWords(w, up);
  if (change === undefined && up.by === '0') return clause(w, 'reach.edge');
  return change === undefined
    ? clause(w, op === 'le' || op === 'lt' ? 'reach.over' : 'reach.gap', { by: formatGap(up.by, up.unit, w.locale) })
    : clause(w, 'reach.change', { change });
}

/** How the next better row could be reached. */
export function reachRowOf(w: Wording, node: ExplainNode, outUnit: Unit): string {
  const { up, points } = node;
  if (!up?.gain || !points) return '';
  const target = formatQuantity(formatNum(add(num(points.lo), num(up.gain))), outUnit, w.locale);
  const change = changeWords(w, up);
  if (change !== undefined) return clause(w, 'reach.row', { change, points: target });
  return clause(w, 'reach.rowGap', { by: formatGap(up.by, up.unit, w.locale), points: target });
}

/** What there is to lose before a condition that holds no longer does. */
export function keepOf(w: Wording, down: Margin | undefined): string {
  if (!down) return '';
  if (down.on !== undefined) return clause(w, 'keep.on', { on: formatDate(down.on, w.locale) });
  if (down.factBy === '0' || down.by === '0') return clause(w, 'keep.edge');
  if (down.fact === undefined || down.factBy === undefined || (down.along === undefined && down.unit !== 'ratio'))
    return clause(w, 'keep.gap', { by: formatGap(down.by, down.unit, w.locale, 'down') });
  const key = down.factBy.startsWith('-') ? 'less' : 'more';
  const by = formatQuantity(down.factBy.replace('-', ''), down.factUnit ?? 'none', w.locale, 'down');
  return clause(w, `keep.change.${key}`, { fact: yearlyLabel(w, down.fact, down.year), by });
}

/** Facts that were taken from the policy's assumption, with the reason: 暂定：…. */
export function assumedOf(w: Wording, node: ExplainNode): string {
  const parts = node.assumed.flatMap((id, _, all) => {
    const def = factDef(w, id);
    if (!def || typeof def.ifMissing !== 'object') return [];
    const { assume, why } = def.ifMissing;
    const value =
      typeof assume === 'string'
        ? figureOf(w, id, assume)
        : typeof assume === 'boolean'
          ? wordLabel(w, id, String(assume))
          : clause(w, 'assumed.none');
    const args = { fact: factLabel(w, id), value, why: textIn(why, w.locale, '').replace(/[。.]$/, '') };
    return [clause(w, args.why === '' ? 'assumed.fact' : all.length > 1 ? 'assumed.whys' : 'assumed.why', args)];
  });
  return parts.length === 0 ? '' : clause(w, 'assumed', { list: joinClauses(w, parts) });
}

function figureOf(w: Wording, id: Id, text: string): string {
  const def = factDef(w, id);
  if (def?.type === 'date') return formatDate(text, w.locale);
  if (def?.type === 'enum') return wordLabel(w, id, text);
  return formatQuantity(text, def?.unit ?? (def?.type === 'money' ? 'CNY' : 'none'), w.locale, 'exact');
}
