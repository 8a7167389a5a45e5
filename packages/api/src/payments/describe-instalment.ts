import type { Reader } from '../db/open-database.ts';
import { filesByIds } from '../files/queries.ts';
import type { BankAccountRow } from '../firms/bank/queries.ts';
import type { Actor } from '../identity/actor.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { yuanText } from '../money-text.ts';
import type { Instalment, MaskedAccount, PermittedPayment } from './contract.ts';
import type { PaymentGuardKey } from './guards.ts';
import { PAYMENT_TRANSITIONS } from './lifecycle.ts';
import { type InstalmentRow, type OrderRow, type PaymentRow, readOrder } from './queries.ts';
import { type CaseAround, paymentView } from './read-view.ts';
import { PAYMENT_STATES } from './states.ts';
import { type PermittedPayment as Permitted, permittedPayments } from './transition.ts';

export interface Reading {
  readonly actor: Actor;
  readonly locale: Locale;
}

/** Everything about one instalment that is shown; people of the firm read their own words and no names of officials. */
export async function describeInstalment(
  db: Reader,
  row: InstalmentRow,
  around: CaseAround,
  { of, rows, reading }: { of: number; rows: readonly PaymentRow[]; reading: Reading },
): Promise<Instalment> {
  const isOffice = reading.actor.kind === 'staff';
  const mine = rows.filter(({ instalmentId }) => instalmentId === row.id);
  const last = mine.findLast(({ state }) => state !== 'returned');
  const order = last && isOffice ? await readOrder(db, last.orderId) : undefined;
  const { staff, firm } = PAYMENT_STATES[row.state];
  const view = paymentView(around, row, reading.actor, last ? { accountId: last.accountId } : {});
  return {
    id: row.id,
    applicationId: row.applicationId,
    seq: row.seq,
    of,
    label: { 'zh-CN': row.label, en: row.labelEn },
    condition: row.condition === null ? null : { 'zh-CN': row.condition, en: row.conditionEn ?? row.condition },
    amount: yuanText(row.amountFen),
    state: row.state,
    stateLabel: isOffice ? staff : firm,
    stateSince: row.stateSince,
    version: row.version,
    confirmed: await confirmedOf(db, row, around, isOffice),
    stopReason: row.stopReason,
    paidOn: last?.paidOn ?? null,
    bankReference: last?.bankReference ?? null,
    bounceReason: last?.bounceReason ?? null,
    account: last ? maskedRow(last, around.firmName) : null,
    order: orderOf(order),
    permitted: isOffice ? permittedPayments(row.state, view).map((each) => permittedOf(each, reading.locale)) : [],
  };
}

const orderOf = (order: OrderRow | undefined) => (order ? { id: order.id, number: order.number } : null);

async function confirmedOf(
  db: Reader,
  { confirmedAt, confirmedByName, confirmReason, evidence }: InstalmentRow,
  { application: { firmId } }: CaseAround,
  isOffice: boolean,
): Promise<Instalment['confirmed']> {
  if (confirmedAt === null) return null;
  const files = await filesByIds(db, firmId, JSON.parse(evidence) as string[]);
  return {
    at: confirmedAt,
    ...(isOffice && confirmedByName !== null ? { byName: confirmedByName } : {}),
    reason: confirmReason ?? '',
    files: files.map(({ id, name }) => ({ id, name })),
  };
}

export const permittedOf = ({ event, permitted, blockedBy }: Permitted, locale: Locale): PermittedPayment => ({
  event,
  label: PAYMENT_TRANSITIONS.find((each) => each.event === event)?.label ?? { 'zh-CN': event, en: event },
  permitted,
  blockedBy: sayGuards(blockedBy, locale),
});

export const sayGuards = (keys: readonly PaymentGuardKey[], locale: Locale) =>
  keys.map((key) => ({ key, message: say(message(`api.guard.${key}`), locale) }));

export const maskedRow = (row: PaymentRow, firmName: string): MaskedAccount => ({
  holder: row.holder,
  bankName: row.bankName,
  maskedNumber: `**** ${row.lastDigits}`,
  isHolderFirm: row.holder === firmName,
});

export const maskedAccountOf = (account: BankAccountRow | undefined, firmName: string): MaskedAccount | null =>
  account
    ? {
        holder: account.holder,
        bankName: account.bankName,
        maskedNumber: `**** ${account.lastDigits}`,
        isHolderFirm: account.holder === firmName,
      }
    : null;
