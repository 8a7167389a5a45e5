import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { isNumberKept } from '../../firms/bank/queries.ts';
import { ApiError, type Detail, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { yuanText } from '../../money-text.ts';
import { moveInstalment } from '../move-instalment.ts';
import { listRows, type PaymentRow, readOrder } from '../queries.ts';
import { paymentRows } from '../table.ts';
import { tellFinance, tellFirm } from '../tell-payment.ts';
import type { ResultsRequest } from './contract.ts';
import { moveOrder } from './move-order.ts';

type Result = ResultsRequest['results'][number];

/** Where results that came in a file stood in it, and what could not be read of it. */
export interface ResultFile {
  readonly places: readonly string[];
  readonly wrong: readonly Detail[];
  readonly sha256: string;
}

/**
 * Records what the bank told of each row (登记银行结果): paid on a day under its reference, or bounced with its reason and then
 * to be prepared again. An order of which every row has its result is settled.
 */
export const recordResults = (
  act: PersonalAct,
  orderId: string,
  { version, results }: ResultsRequest,
  file?: ResultFile,
): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const rows = await listRows(tx, [orderId]);
    const open = new Map(rows.filter(({ state }) => state === 'released').map((row) => [row.id, row]));
    const { releasedAt } = (await readOrder(tx, orderId)) ?? {};
    const days = { from: releasedAt ? dayInChina(new Date(releasedAt)) : '', to: dayInChina(act.now) };
    const wrong = results.flatMap((result, i) => problemsOf(result, file?.places[i] ?? `results.${i}`, rows, days));
    if (file) wrong.push(...file.wrong, ...answeredAlready(results, file, rows));
    if (wrong.length > 0) throw refuseAll('invalid-request', wrong);
    const isLast = new Set(results.map(({ rowId }) => rowId)).size === open.size;
    const set = isLast ? { state: 'settled' as const } : {};
    const order = await moveOrder(tx, { id: orderId, version, from: 'released', set });
    for (const result of results) {
      const row = open.get(result.rowId);
      // A row that has its result already was recorded by somebody else meanwhile.
      if (!row) throw new ApiError(409, 'changed-meanwhile');
      await recordOne(tx, act, row, result, order.number);
    }
    const paid = results.filter(({ outcome }) => outcome === 'paid').length;
    await appendAudit(tx, act, {
      action: 'payment-order.results-recorded',
      subject: { type: 'payment-order', id: orderId },
      details: { number: order.number, paid, bounced: results.length - paid, ...(file && { file: file.sha256 }) },
    });
  });

/** A row that is not of this order, one named twice, a day before the release or still to come. */
function problemsOf(
  result: Result,
  place: string,
  rows: readonly PaymentRow[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly Detail[] {
  const at = (field: string, key: string): Detail => ({
    path: `${place}.${field}`,
    message: message(`api.detail.${key}`),
    fix: message(`api.fix.${key}`),
  });
  return [
    ...(rows.some(({ id }) => id === result.rowId) ? [] : [at('rowId', 'no-such-payment')]),
    ...(result.outcome === 'paid' && result.paidOn > to ? [at('paidOn', 'paid-in-future')] : []),
    ...(result.outcome === 'paid' && result.paidOn < from ? [at('paidOn', 'paid-before-release')] : []),
  ];
}

/** A person who types sees what is still open; a file may come a second time, and must then say which rows were known. */
const answeredAlready = (
  results: readonly Result[],
  { places }: ResultFile,
  rows: readonly PaymentRow[],
): readonly Detail[] =>
  results.flatMap(({ rowId }, i) => {
    const row = rows.find(({ id }) => id === rowId);
    if (!row || row.state === 'released') return [];
    const path = `${places[i]}.rowId`;
    return [{ path, message: message('api.detail.payment-answered'), fix: message('api.fix.payment-answered') }];
  });

async function recordOne(tx: Transaction, act: PersonalAct, row: PaymentRow, result: Result, order: string) {
  const amount = yuanText(row.amountFen);
  const noted = { resultAt: act.now.toISOString(), resultByName: act.actor.name };
  // The number was only kept for the bank where the firm has withdrawn its consent meanwhile.
  const wiped = (await isNumberKept(tx, row.accountId)) ? {} : { sealedNumber: null };
  const told =
    result.outcome === 'paid'
      ? ({ state: 'paid', paidOn: result.paidOn, bankReference: result.bankReference } as const)
      : ({ state: 'bounced', bounceReason: result.reason } as const);
  await tx
    .update(paymentRows)
    .set({ ...noted, ...wiped, ...told })
    .where(eq(paymentRows.id, row.id));
  const { outcome: _outcome, rowId: _rowId, ...details } = result;
  const { around } = await moveInstalment(tx, act, {
    instalmentId: row.instalmentId,
    event: result.outcome === 'paid' ? 'note-paid' : 'note-bounced',
    ...(result.outcome === 'bounced' ? { reason: result.reason } : {}),
    details: { order, ...details },
  });
  if (result.outcome === 'paid') {
    await tellFirm(tx, act, around.application, 'paid', { amount, day: result.paidOn });
    return;
  }
  const { number, firmName: firm, id } = around.application;
  await tellFirm(tx, act, around.application, 'bounced', { amount, reason: result.reason });
  await tellFinance(tx, act, {
    role: 'finance-preparer',
    key: 'payment-bounced',
    args: { number: number ?? '', firm, amount, reason: result.reason },
    link: `/desk/cases/${id}?tab=payment`,
  });
}
