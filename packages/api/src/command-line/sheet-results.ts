import {
  type Cell,
  columnsOf,
  type Dates,
  type Decision,
  type Diagnostic,
  formatRange,
  type Id,
  type MatchedColumn,
  matchHeaders,
  type PolicyDoc,
  type Range,
  rowToFacts,
  type SheetColumn,
  type Text,
  type Unit,
} from '@tidu/rules';
import { compileFirmReader } from '../evaluations/compile-firm.ts';
import type { PickedPolicy } from '../evaluations/pick-policy.ts';
import { sourcesOf } from '../evaluations/read-firm.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { CommandError } from './command-error.ts';
import type { SheetRows } from './read-sheet.ts';

/** The sheets of a results workbook: one row a firm, and one row for every cell that could not be read. */
export interface SheetResults {
  readonly results: readonly (readonly Cell[])[];
  readonly problems: readonly (readonly Cell[])[];
  readonly decided: number;
}

interface Batch {
  readonly picked: PickedPolicy;
  readonly dates: Dates;
  readonly locale: Locale;
  readonly onRow: (done: number) => void;
}

/** Columns of a sheet of firms for a policy and those that fill its facts. */
export const sheetColumnsFor = ({ version, docs }: PickedPolicy, dates: Dates): readonly SheetColumn[] =>
  columnsOf([version.doc, ...sourcesOf(version.doc, docs, dates)], dates);

/**
 * Decides every firm of a sheet (整表判定). A cell that cannot be read leaves its fact unknown and is told in the list of
 * problems; a row whose facts contradict their limits gets no result. Throws `CommandError` where the headers are wrong.
 */
export function decideSheet(sheet: SheetRows, { picked, dates, locale, onRow }: Batch): SheetResults {
  const columns = sheetColumnsFor(picked, dates);
  const matched = matchHeaders(sheet.headers, columns);
  const wrong = matched.problems.filter((p) => p.level === 'error');
  if (wrong.length > 0) throw new CommandError(wrong.map((p) => lineOf(p, locale)).join('\n'));
  const { doc } = picked.version;
  const decide = compileFirmReader(picked, dates);
  const results: (readonly Cell[])[] = [headersOf(doc, locale)];
  const problems: (readonly Cell[])[] = [words('cli.problems', locale)];
  problems.push(...matched.problems.map((p) => [1, '', '', say(p.msg, locale), p.fix ? say(p.fix, locale) : '']));
  let decided = 0;
  sheet.rows.forEach((row, i) => {
    const firm = rowToFacts(row.cells, matched.columns);
    const read = decide(firm.facts);
    const found = read.ok ? firm.problems : [...firm.problems, ...read.errors];
    problems.push(...found.map((p) => problemRow(row.number, firm.name, p, matched.columns, locale)));
    const state =
      found.length > 0
        ? say(message(read.ok ? 'cli.cells-unread' : 'cli.not-decided', { count: String(found.length) }), locale)
        : '';
    if (read.ok) decided++;
    results.push([
      row.number,
      firm.name ?? '',
      firm.code ?? '',
      ...(read.ok ? resultCells(doc, read.decision, columns, locale) : []),
      ...(read.ok ? [state] : padded(doc, state)),
    ]);
    onRow(i + 1);
  });
  return { results, problems, decided };
}

const lineOf = (p: Diagnostic, locale: Locale): string =>
  `${say(p.msg, locale)}${p.fix ? `  → ${say(p.fix, locale)}` : ''}`;

const words = (key: string, locale: Locale): readonly string[] => say(message(key), locale).split('|');

const labelOf = (named: { readonly id: string; readonly label?: Text } | undefined, id: Id, locale: Locale): string =>
  named?.label?.[locale] ?? named?.label?.['zh-CN'] ?? id;

const scoredRoutes = (doc: PolicyDoc) =>
  doc.tiers.flatMap((tier) => tier.routes.filter((route) => route.k === 'scored'));

function headersOf(doc: PolicyDoc, locale: Locale): readonly Cell[] {
  const [row, name, code, best, possible, total, open, note] = words('cli.results', locale);
  const points = say(message('cli.points'), locale);
  return [
    row,
    name,
    code,
    best,
    possible,
    ...doc.tiers.map((tier) => labelOf(tier, tier.id, locale)),
    ...scoredRoutes(doc).map((route) => `${labelOf(route, route.id, locale)} ${points}`),
    ...doc.awards.map((award) => `${labelOf(award, award.id, locale)} (CNY)`),
    ...(doc.awards.length > 0 ? [total] : []),
    open,
    note,
  ];
}

function resultCells(doc: PolicyDoc, d: Decision, columns: readonly SheetColumn[], locale: Locale): readonly Cell[] {
  const tierLabel = (id: Id) =>
    labelOf(
      doc.tiers.find((tier) => tier.id === id),
      id,
      locale,
    );
  const points = new Map(d.tiers.flatMap((tier) => tier.routes).map((route) => [route.route, route.points]));
  const needs = new Set([...d.tiers, ...d.awards].flatMap((each) => each.needs));
  const factLabel = (id: Id) =>
    labelOf(doc.facts.find((fact) => fact.id === id) ?? columns.find((c) => c.fact === id)?.def, id, locale);
  return [
    d.best === undefined ? say(message('cli.none'), locale) : tierLabel(d.best),
    d.possible.map(tierLabel).join(say(message('cli.separator'), locale)),
    ...d.tiers.map((tier) => say(message(`verdict.${tier.outcome}`), locale)),
    ...scoredRoutes(doc).map((route) => cellOf(points.get(route.id), 'points', locale)),
    ...d.awards.map((award) => cellOf(award.amount, 'CNY', locale)),
    ...(d.awards.length > 0 ? [cellOf(d.total, 'CNY', locale)] : []),
    [...needs].map(factLabel).join(say(message('cli.separator'), locale)),
  ];
}

/** Cells of a firm without result, so that its note stands in the last column. */
const padded = (doc: PolicyDoc, note: string): readonly Cell[] => {
  const between = doc.tiers.length + scoredRoutes(doc).length + doc.awards.length + (doc.awards.length > 0 ? 1 : 0);
  return [...Array.from({ length: between + 3 }, () => ''), note];
};

/** A settled amount is a number to count with; an open one is told as a range. */
function cellOf(range: Range | undefined, unit: Unit, locale: Locale): Cell {
  if (range === undefined) return '';
  const value = Number(range.lo);
  return range.lo === range.hi && Number.isFinite(value) ? value : formatRange(range, unit, locale);
}

function problemRow(
  row: number,
  name: string | undefined,
  p: Diagnostic,
  columns: readonly MatchedColumn[],
  locale: Locale,
): readonly Cell[] {
  const fact = p.path.split('.')[0];
  const column = columns.find((c) => c.column.key === p.path) ?? columns.find((c) => c.column.fact === fact);
  return [row, name ?? '', column?.header ?? p.path, say(p.msg, locale), p.fix ? say(p.fix, locale) : ''];
}
