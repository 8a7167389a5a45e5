import { type Cell, columnsOf, type Dates, type FactDef, matchHeaders, rowToFacts } from '@tidu/rules';
import type { PersonalAct } from '../../audit/act.ts';
import type { Database } from '../../db/open-database.ts';
import { type Detail, detailsOf, refuseAll } from '../../http/api-error.ts';
import { type Locale, message, say } from '../../messages/say.ts';
import { readSheetPages } from '../../sheets/read-sheet-pages.ts';
import type { SheetRow } from '../../sheets/sheet-rows.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { readableDoc } from '../readable-doc.ts';
import { tellRow } from '../tell-row.ts';
import { trialDates } from '../trial-dates.ts';
import { addCases } from './change-cases.ts';
import type { ImportedCases, WorkedCase } from './contract.ts';
import { listCaseRows } from './queries.ts';

type WholeAct = PersonalAct & { readonly database: Database };

const EXPECTED = /^(预期|预期层级|预期结论|expected|expected tier)$/i;
const NONE = /^(无|不符合|未达到|none|no)$/i;

/**
 * Makes worked cases of the rows of a sheet (表格导入算例): firms by the headers the self-check knows, and one column that says
 * which tier must come out. Rows that cannot be read are named and left out.
 */
export async function importCases(
  act: WholeAct,
  draftId: string,
  bytes: Uint8Array,
  given: { readonly decision?: string | undefined; readonly fiscalYearEnd?: string | undefined },
  locale: Locale = 'zh-CN',
): Promise<ImportedCases> {
  const doc = readableDoc(await findDraft(act.database.read, draftId));
  const sheet = await readSheetPages(bytes);
  if (typeof sheet === 'string') throw refuseAll('studio.sheet', [wrong(`sheet-${sheet}`)]);
  const dates = datesFrom(trialDates(doc), given);
  const { columns, problems } = matchHeaders(sheet.headers, columnsOf([doc], dates));
  const at = sheet.headers.findIndex((header) => EXPECTED.test(String(header ?? '').trim()));
  const errors = problems.filter(({ level, path }) => level === 'error' && path !== `header.${at + 1}`);
  if (errors.length > 0) throw refuseAll('studio.sheet', detailsOf(errors, 'sheet'));
  if (at < 0) throw refuseAll('studio.sheet', [wrong('no-expected-column')]);
  const tiers = new Map(doc.tiers.flatMap(({ id, label }) => [id, ...Object.values(label ?? {})].map((w) => [w, id])));
  const read: ReadRow[] = [];
  for await (const rows of sheet.pages())
    read.push(...rows.map((row) => readRow(row, { columns, at, tiers, dates, facts: doc.facts, locale })));
  const cases = read.flatMap((each) => ('case' in each ? [each.case] : []));
  // A sheet that is sent again once its errors are put right must not bring the other rows twice.
  const known = new Set((await listCaseRows(act.database.read, draftId)).map(({ content }) => content));
  const added = cases.filter((each) => !known.has(JSON.stringify(each)));
  const ids = added.length === 0 ? [] : await addCases(act, draftId, added, false);
  return {
    ids,
    skipped: read.flatMap((each) => ('problems' in each ? [each] : [])),
    unknownHeaders: sheet.headers.flatMap((header, i) =>
      i === at || columns.some((column) => column.at === i) ? [] : [String(header ?? '')],
    ),
  };
}

const wrong = (what: string): Detail => ({
  path: 'sheet',
  message: message(`api.studio.${what}`),
  fix: message(`api.fix.studio.${what}`),
});

const datesFrom = (
  dates: Dates,
  given: { readonly decision?: string | undefined; readonly fiscalYearEnd?: string | undefined },
): Dates => ({
  ...dates,
  ...(given.decision === undefined ? {} : { decision: given.decision, filing: given.decision }),
  ...(given.fiscalYearEnd === undefined ? {} : { fiscalYearEnd: given.fiscalYearEnd }),
});

interface Reading {
  readonly columns: ReturnType<typeof matchHeaders>['columns'];
  readonly at: number;
  readonly tiers: ReadonlyMap<string, string>;
  readonly dates: Dates;
  readonly facts: readonly FactDef[];
  readonly locale: Locale;
}

type ReadRow = { readonly case: WorkedCase } | { readonly row: number; readonly problems: string[] };

function readRow({ number, cells }: SheetRow, reading: Reading): ReadRow {
  const { columns, at, tiers, dates, locale } = reading;
  const { name, code, facts, problems } = rowToFacts(cells, columns);
  const best = expectedTier(cells[at], tiers);
  const wrongs = tellRow(problems, reading);
  const tell = (key: string, args: Record<string, string>) => say(message(`api.studio.${key}`, args), locale);
  const given = String(cells[at] ?? '').trim();
  if (best === undefined) wrongs.push(given === '' ? tell('no-tier', {}) : tell('unknown-tier', { given }));
  if (wrongs.length > 0) return { row: number, problems: wrongs };
  const label = name ?? code ?? tell('row-named', { row: String(number) });
  return { case: { name: label, facts, dates: { ...dates }, expect: { best: best ?? null } } };
}

function expectedTier(cell: Cell | undefined, tiers: ReadonlyMap<string, string>): string | null | undefined {
  const text = String(cell ?? '').trim();
  return NONE.test(text) ? null : tiers.get(text);
}
