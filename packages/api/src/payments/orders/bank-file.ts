import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import { readApplications } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { SealingKey } from '../../firms/bank/sealing-key.ts';
import { ApiError } from '../../http/api-error.ts';
import { yuanText } from '../../money-text.ts';
import { listRows, readOrder } from '../queries.ts';
import { frozenNumber } from './freeze-account.ts';

export interface SheetFile {
  readonly body: ReadableStream<Uint8Array>;
  readonly mediaType: string;
  readonly name: string;
}

const COLUMNS = [
  { header: '序号', width: 6 },
  { header: '收款人户名', width: 34 },
  { header: '收款人账号', width: 28 },
  { header: '开户银行', width: 30 },
  { header: '联行号', width: 16 },
  { header: '金额（元）', width: 16 },
  { header: '用途', width: 34 },
  { header: '拨付单号', width: 16 },
  { header: '受理编号', width: 18 },
  { header: '明细编号', width: 38 },
] as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The payment file for the bank (银行拨付文件), with full account numbers: rows of a released order that wait for its answer.
 * Numbers and amounts go out as text, so that no spreadsheet rounds them. The download is noted before the first byte.
 */
export async function bankFile(
  act: PersonalAct,
  sealingKey: SealingKey,
  { orderId, format }: { orderId: string; format: 'xlsx' | 'csv' },
): Promise<SheetFile> {
  const { number, rows } = await withTransaction(act.database, async (tx) => {
    const order = await readOrder(tx, orderId);
    if (!order) throw new ApiError(404, 'not-found');
    if (order.state !== 'released') throw new ApiError(409, 'order-not-released');
    const open = (await listRows(tx, [orderId])).filter(({ state }) => state === 'released');
    const cases = await readApplications(tx, [...new Set(open.map(({ applicationId }) => applicationId))]);
    const byId = new Map(cases.map((each) => [each.id, each]));
    const subject = { type: 'payment-order', id: orderId };
    const details = { number: order.number, format, rows: open.length };
    await appendAudit(tx, act, { action: 'payment-order.bank-file-downloaded', subject, details });
    const lines = open.map((row, i) => {
      const found = byId.get(row.applicationId);
      return [
        i + 1,
        row.holder,
        frozenNumber(sealingKey, row) ?? '',
        row.bankName,
        row.bankCode ?? '',
        yuanText(row.amountFen),
        `奖补资金：${found?.projectName ?? ''}`.slice(0, 60),
        order.number,
        found?.number ?? '',
        row.id,
      ];
    });
    return { number: order.number, rows: lines };
  });
  const name = `${number}.${format}`;
  if (format === 'xlsx')
    return {
      name,
      mediaType: XLSX,
      body: writeXlsxStream(rows, { name: '拨付明细', columns: [...COLUMNS], freezePane: { rows: 1 } }),
    };
  const headers = COLUMNS.map(({ header }) => header);
  const body = writeCsvStream(rows, { headers, bom: true, escapeFormulae: true });
  return { name, mediaType: 'text/csv; charset=utf-8', body };
}
