import {
  type Cell,
  columnsOf,
  type Dates,
  type Diagnostic,
  type MatchedColumn,
  matchHeaders,
  rowToFacts,
  type SheetColumn,
} from '@tidu/rules';
import { compileFirmReader, type DecidedFirm } from '../evaluations/compile-firm.ts';
import type { PickedPolicy } from '../evaluations/pick-policy.ts';
import { factsAround, sourcesOf } from '../evaluations/read-firm.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { CommandError } from './command-error.ts';
import type { SheetRows } from './read-sheet.ts';
import { type DecidedRow, type ResultColumn, resultColumns } from './result-columns.ts';
import { codeWarnings, problemHeaders, problemRow } from './row-problems.ts';
import { whyNot } from './why-not.ts';

/** What comes out of a sheet: a row a firm, and a row for everything that is wrong or should be looked at again. */
export interface SheetResults {
  readonly columns: readonly ResultColumn[];
  readonly results: readonly DecidedRow[];
  readonly problems: readonly (readonly Cell[])[];
}

export interface SheetBatch {
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
 * problems, as is what contradicts itself; a row whose facts are outside their limits gets no result. Throws
 * `CommandError` where the headers are wrong.
 */
export function decideSheet(sheet: SheetRows, { picked, dates, locale, onRow }: SheetBatch): SheetResults {
  const matched = matchHeaders(sheet.headers, sheetColumnsFor(picked, dates));
  const wrong = matched.problems.filter((p) => p.level === 'error');
  if (wrong.length > 0) throw new CommandError(wrong.map((p) => lineOf(p, locale)).join('\n'));
  const facts = factsAround(picked, dates);
  const writing = { columns: matched.columns, facts, locale };
  const decide = compileFirmReader(picked, dates);
  const problems: (readonly Cell[])[] = matched.problems.map((p) => problemRow(1, undefined, p, writing));
  const results = sheet.rows.map((row, i): DecidedRow => {
    const firm = readRow(row.cells, matched.columns, decide);
    problems.push(...firm.found.map((p) => problemRow(row.number, firm.name, p, writing)));
    onRow(i + 1);
    const named = { ...(firm.name ? { name: firm.name } : {}), ...(firm.code ? { code: firm.code } : {}) };
    const note = noteOf(firm.found, firm.read.ok, locale);
    if (!firm.read.ok) return { number: row.number, ...named, reasons: '', note };
    const { decision } = firm.read;
    const reasons = whyNot(picked.version.doc, dates, firm.read.facts, decision, locale);
    return { number: row.number, ...named, decision, reasons, note };
  });
  return {
    columns: resultColumns(picked.version.doc, facts, locale),
    results,
    problems: [problemHeaders(locale), ...problems],
  };
}

interface RowRead {
  readonly name?: string | undefined;
  readonly code?: string | undefined;
  readonly read: DecidedFirm;
  readonly found: readonly Diagnostic[];
}

function readRow(
  cells: readonly Cell[],
  columns: readonly MatchedColumn[],
  decide: (json: unknown) => DecidedFirm,
): RowRead {
  const { name, code, facts, problems } = rowToFacts(cells, columns);
  const read = decide(facts);
  return { name, code, read, found: [...problems, ...(read.ok ? read.warnings : read.errors), ...codeWarnings(code)] };
}

function noteOf(found: readonly Diagnostic[], isDecided: boolean, locale: Locale): string {
  const wrong = found.filter((p) => p.level === 'error').length;
  const check = found.length - wrong;
  const told = (key: string, count: number): readonly string[] =>
    count === 0 ? [] : [say(message(key, { count: String(count) }), locale)];
  return [...told(isDecided ? 'cli.cells-unread' : 'cli.not-decided', wrong), ...told('cli.to-check', check)].join(
    say(message('cli.clause'), locale),
  );
}

const lineOf = (p: Diagnostic, locale: Locale): string =>
  `${say(p.msg, locale)}${p.fix ? `  → ${say(p.fix, locale)}` : ''}`;
