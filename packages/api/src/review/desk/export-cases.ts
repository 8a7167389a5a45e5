import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { Asking } from './case-conditions.ts';
import { statesOf } from './case-conditions.ts';
import type { CaseFilters } from './contract.ts';
import { EXPORT_COLUMNS, exportRows } from './export-rows.ts';
import { countCases } from './queries.ts';

export interface Export {
  readonly body: ReadableStream<Uint8Array>;
  readonly mediaType: string;
  readonly name: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes exactly the filtered set as a workbook or CSV, as a stream (导出). That it was asked for is noted before the first
 * byte goes out, with the filter and how many cases it finds.
 */
export async function exportCases(
  act: PersonalAct & { readonly database: Database },
  { format, ...filters }: CaseFilters & { readonly format: 'xlsx' | 'csv' },
  asking: Asking,
): Promise<Export> {
  const { read } = act.database;
  const counts = await countCases(read, filters, asking);
  const states = statesOf(filters);
  const cases = counts.byState.reduce(
    (sum, { state, count }) => (states.length === 0 || states.includes(state) ? sum + count : sum),
    0,
  );
  await withTransaction(act.database, (tx) =>
    appendAudit(tx, act, {
      action: 'cases.exported',
      subject: { type: 'desk', id: 'cases' },
      details: { format, filters, cases },
    }),
  );
  const rows = exportRows(read, filters, asking);
  const name = `cases-${asking.today}.${format}`;
  if (format === 'xlsx')
    return {
      name,
      mediaType: XLSX,
      body: writeXlsxStream(rows, { name: '申报件', columns: [...EXPORT_COLUMNS], freezePane: { rows: 1 } }),
    };
  const headers = EXPORT_COLUMNS.map(({ header }) => header);
  // A cell that begins like a formula would be run by a spreadsheet: it gets an apostrophe in front.
  const body = writeCsvStream(rows, { headers, bom: true, escapeFormulae: true });
  return { name, mediaType: 'text/csv; charset=utf-8', body };
}
