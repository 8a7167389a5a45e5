import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { hasStaffRole } from '../../identity/actor.ts';
import { yuanText } from '../../money-text.ts';
import { maskedRow, permittedOf, type Reading, sayGuards } from '../describe-instalment.ts';
import type { PaymentGuardKey } from '../guards.ts';
import { listInstalments, listOrders, listRows, type OrderRow, type PaymentRow, readOrder } from '../queries.ts';
import { paymentView, readCaseAround } from '../read-view.ts';
import { ORDER_STATES, PAYMENT_STATES } from '../states.ts';
import { permittedPayments } from '../transition.ts';
import type { Order, OrderLine, OrderPage, OrderRowView } from './contract.ts';

const RETURNED = { 'zh-CN': '已退回', en: 'Sent back' };

export function describeOrderLine(row: OrderRow, rows: readonly PaymentRow[]): OrderLine {
  const mine = rows.filter(({ orderId }) => orderId === row.id);
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    stateLabel: ORDER_STATES[row.state],
    version: row.version,
    count: mine.length,
    total: yuanText(mine.reduce((sum, { amountFen }) => sum + amountFen, 0)),
    preparedAt: row.preparedAt,
    preparedByName: row.preparedByName,
    releasedAt: row.releasedAt,
    releasedByName: row.releasedByName,
  };
}

export async function describeOrders(
  db: Reader,
  { limit, ...asked }: { state?: OrderRow['state'] | undefined; before?: string | undefined; limit: number },
): Promise<OrderPage> {
  const found = await listOrders(db, { ...asked, limit: limit + 1 });
  const page = found.slice(0, limit);
  const rows = await listRows(
    db,
    page.map(({ id }) => id),
  );
  const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { orders: page.map((each) => describeOrderLine(each, rows)), next };
}

/** An order with its rows, and what the person may do with it: only what may be done with every row. */
export async function describeOrder(db: Reader, orderId: string, reading: Reading): Promise<Order> {
  const order = await readOrder(db, orderId);
  if (!order) throw new ApiError(404, 'not-found');
  const rows = await listRows(db, [orderId]);
  const seen = [];
  for (const row of rows) seen.push(await lookAt(db, row, reading));
  return {
    ...describeOrderLine(order, rows),
    note: order.note,
    returnReason: order.returnReason,
    rows: seen.map(({ view }) => view),
    permitted: permittedFor(
      order,
      seen.map(({ permitted }) => permitted),
      reading,
    ),
    mayDownload: order.state === 'released' && hasStaffRole(reading.actor, ['finance-releaser']),
  };
}

type Permitted = ReturnType<typeof permittedPayments>;

async function lookAt(
  db: Reader,
  row: PaymentRow,
  reading: Reading,
): Promise<{ view: OrderRowView; permitted: Permitted }> {
  const around = await readCaseAround(db, row.applicationId);
  const parts = await listInstalments(db, row.applicationId);
  const part = parts.find(({ id }) => id === row.instalmentId);
  if (!part) throw new Error(`payment row ${row.id} has no instalment`);
  const isOpen = row.state === 'prepared' || row.state === 'released';
  const view = paymentView(around, part, reading.actor, { accountId: row.accountId });
  const permitted = isOpen ? permittedPayments(part.state, view) : [];
  const against = permitted.find(({ event }) => event === 'release')?.blockedBy ?? [];
  return {
    permitted,
    view: viewOf(row, part, { of: parts.length, around, blockedBy: sayGuards(against, reading.locale) }),
  };
}

interface Beside {
  readonly of: number;
  readonly around: Awaited<ReturnType<typeof readCaseAround>>;
  readonly blockedBy: OrderRowView['blockedBy'];
}

type Part = Awaited<ReturnType<typeof listInstalments>>[number];

const viewOf = (row: PaymentRow, part: Part, { of, around, blockedBy }: Beside): OrderRowView => ({
  id: row.id,
  instalmentId: row.instalmentId,
  applicationId: row.applicationId,
  caseNumber: around.application.number ?? '',
  firmName: around.firmName,
  projectName: around.application.projectName,
  seq: part.seq,
  of,
  label: { 'zh-CN': part.label, en: part.labelEn },
  condition: part.condition === null ? null : { 'zh-CN': part.condition, en: part.conditionEn ?? part.condition },
  confirmReason: part.confirmReason,
  amount: yuanText(row.amountFen),
  state: row.state,
  stateLabel: row.state === 'returned' ? RETURNED : PAYMENT_STATES[row.state].staff,
  account: maskedRow(row, around.firmName),
  holderReason: row.holderReason,
  hasNumber: row.sealedNumber !== null,
  paidOn: row.paidOn,
  bankReference: row.bankReference,
  bounceReason: row.bounceReason,
  returnReason: row.returnReason,
  blockedBy,
});

const ON_AN_ORDER = ['release', 'return', 'note-paid', 'note-bounced'] as const;

function permittedFor(order: OrderRow, rows: readonly Permitted[], { locale }: Reading): Order['permitted'] {
  if (order.state !== 'prepared' && order.state !== 'released') return [];
  return ON_AN_ORDER.flatMap((event) => {
    const all = rows.flatMap((row) => row.filter((each) => each.event === event));
    if (all.length === 0) return [];
    const blockedBy = [...new Set<PaymentGuardKey>(all.flatMap((each) => each.blockedBy))];
    return [permittedOf({ event, permitted: blockedBy.length === 0, blockedBy }, locale)];
  });
}
