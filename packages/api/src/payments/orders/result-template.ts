import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import { readApplications } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { yuanText } from '../../money-text.ts';
import { listRows, readOrder } from '../queries.ts';
import type { SheetFile } from './bank-file.ts';
import { RESULT_COLUMNS } from './result-columns.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheet to note the bank's results in: the rows it has not answered, without account numbers. */
export async function resultTemplate(
  act: PersonalAct,
  { orderId, format }: { orderId: string; format: 'xlsx' | 'csv' },
): Promise<SheetFile> {
  const { number, rows } = await withTransaction(act.database, async (tx) => {
    const order = await readOrder(tx, orderId);
    if (!order) throw new ApiError(404, 'not-found');
    if (order.state !== 'released') throw new ApiError(409, 'order-not-released');
    const open = (await listRows(tx, [orderId])).filter(({ state }) => state === 'released');
    const cases = await readApplications(tx, [...new Set(open.map(({ applicationId }) => applicationId))]);
    const numbers = new Map(cases.map((each) => [each.id, each.number]));
    const subject = { type: 'payment-order', id: orderId };
    const details = { number: order.number, format, rows: open.length };
    await appendAudit(tx, act, { action: 'payment-order.result-template-downloaded', subject, details });
    return {
      number: order.number,
      rows: open.map((row) => [
        row.id,
        order.number,
        numbers.get(row.applicationId) ?? '',
        row.holder,
        yuanText(row.amountFen),
        ...['', '', '', ''],
      ]),
    };
  });
  const name = `${number}-results.${format}`;
  const columns = RESULT_COLUMNS.map(({ header, width }) => ({ header, width }));
  if (format === 'xlsx')
    return {
      name,
      mediaType: XLSX,
      body: writeXlsxStream(rows, { name: '银行结果', columns, freezePane: { rows: 1 } }),
    };
  const headers = columns.map(({ header }) => header);
  const body = writeCsvStream(rows, { headers, bom: true, escapeFormulae: true });
  return { name, mediaType: 'text/csv; charset=utf-8', body };
}
