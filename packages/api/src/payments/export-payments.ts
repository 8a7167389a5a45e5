import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Database, Reader } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import type { PaymentLine } from './contract.ts';
import type { Reading } from './describe-instalment.ts';
import { describeLine, statesAsked } from './list-payments.ts';
import type { SheetFile } from './orders/bank-file.ts';
import { listInStates } from './queries.ts';
import type { PaymentStateId } from './states.ts';

const PAGE = 200;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const COLUMNS = [
  { header: '受理编号', width: 18 },
  { header: '企业名称', width: 34 },
  { header: '项目名称', width: 34 },
  { header: '申报事项', width: 26 },
  { header: '期次', width: 8 },
  { header: '拨付条件', width: 34 },
  { header: '金额（元）', width: 16 },
  { header: '状态', width: 18 },
  { header: '批准日', width: 12 },
  { header: '已等天数', width: 10 },
  { header: '拨付单号', width: 16 },
  { header: '到账日', width: 12 },
  { header: '银行流水号', width: 24 },
] as const;

/** Writes exactly the filtered instalments as a stream; that it was asked for is noted before the first byte goes out. */
export async function exportPayments(
  act: PersonalAct & { readonly database: Database },
  { state, format }: { state?: string | undefined; format: 'xlsx' | 'csv' },
  reading: Reading & { readonly now: Date },
): Promise<SheetFile> {
  const states = statesAsked(state);
  await withTransaction(act.database, (tx) =>
    appendAudit(tx, act, {
      action: 'payments.exported',
      subject: { type: 'desk', id: 'payments' },
      details: { format, states },
    }),
  );
  const rows = exportRows(act.database.read, states, reading);
  const name = `payments-${dayInChina(act.now)}.${format}`;
  if (format === 'xlsx')
    return {
      name,
      mediaType: XLSX,
      body: writeXlsxStream(rows, { name: '拨付', columns: [...COLUMNS], freezePane: { rows: 1 } }),
    };
  const headers = COLUMNS.map(({ header }) => header);
  const body = writeCsvStream(rows, { headers, bom: true, escapeFormulae: true });
  return { name, mediaType: 'text/csv; charset=utf-8', body };
}

async function* exportRows(
  db: Reader,
  states: readonly PaymentStateId[],
  reading: Reading & { readonly now: Date },
): AsyncGenerator<(string | number | null)[]> {
  for (let after: string | undefined; ; ) {
    const rows = await listInStates(db, { states, after, limit: PAGE });
    for (const row of rows) yield cellsOf(await describeLine(db, row, reading));
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id;
    // The driver is synchronous: others get their turn between two pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const cellsOf = (line: PaymentLine): (string | number | null)[] => [
  line.number,
  line.firmName,
  line.projectName,
  line.schemeLabel['zh-CN'],
  `${line.seq}/${line.of}`,
  line.condition?.['zh-CN'] ?? null,
  Number(line.amount),
  line.stateLabel['zh-CN'],
  line.plannedOn,
  line.waitingDays,
  line.order?.number ?? null,
  line.paidOn,
  line.bankReference,
];
