import { changeState } from '../src/applications/change-state.ts';
import { withTransaction } from '../src/db/with-transaction.ts';
import { CONSENT } from '../src/firms/bank/consent-text.ts';
import { type NewCase, openOffice } from './open-office.ts';
import { NOW } from './open-test-app.ts';

export const ACCOUNT_NUMBER = '33010402000000012345';
const placed = { isPlaced: true, amountFen: 24_000_000 };
type Part = { id: string; version: number; state: string; amount: string; permitted: never[] };
type Row = { id: string; state: string };

/** The office with both finance people, and cases that were approved after their notice and so have a payment plan. */
export async function openPayments(opened?: Awaited<ReturnType<typeof openOffice>>) {
  const now = { at: NOW };
  const office = opened ?? (await openOffice({ clock: () => now.at }));
  const { ask, newCase, newFirm, newStaff, database } = office;
  const firm = await newFirm('宁波甬拨有限公司', 'owner');
  const maker = await newStaff('decision-maker', '俞正');
  const preparer = await newStaff('finance-preparer', '金制单');
  const releaser = await newStaff('finance-releaser', '银复核');
  const auditor = await newStaff('auditor');

  const giveAccount = (of = firm, more: object = {}) =>
    ask(of.userId, 'PUT', `/api/v1/firms/${of.firmId}/bank-account`, {
      holder: of.name,
      bankName: '宁波银行高新区支行',
      number: ACCOUNT_NUMBER,
      consentVersion: CONSENT.version,
      ...more,
    });
  /** Decided by `maker` and approved when its notice was over. */
  const approved = async (wanted: Partial<NewCase> = {}, of = firm): Promise<string> => {
    const id = await newCase(of, { state: 'in-decision', panelScore: 8800, set: placed, ...wanted });
    const body = { outcome: 'approve', version: 3, reason: '符合条件' };
    const decided = await ask(maker, 'POST', `/api/v1/applications/${id}/decisions`, body);
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
    const later = new Date('2026-06-01T00:00:00Z');
    await withTransaction(database, (tx) =>
      changeState(tx, { actor: 'system', now: later, requestId: 't' }, { applicationId: id, event: 'approve' }),
    );
    return id;
  };
  const see = async (id: string, who = preparer) => (await ask(who, 'GET', `/api/v1/applications/${id}/payments`)).body;
  const part = async (id: string, n = 0): Promise<Part> => (await see(id)).instalments[n];
  const confirm = async (id: string, n = 0, who = preparer) => {
    const { id: instalment, version } = await part(id, n);
    const body = { version, reason: '合同已签订，见附件' };
    return ask(who, 'POST', `/api/v1/instalments/${instalment}/confirmation`, body);
  };
  const prepare = async (parts: readonly Pick<Part, 'id' | 'version'>[], who = preparer, more: object = {}) =>
    ask(who, 'POST', '/api/v1/payment-orders', {
      instalments: parts.map(({ id, version }) => ({ id, version, ...more })),
    });
  const seeOrder = async (id: string, who = releaser) => (await ask(who, 'GET', `/api/v1/payment-orders/${id}`)).body;
  const release = (id: string, version = 1, who = releaser) =>
    ask(who, 'POST', `/api/v1/payment-orders/${id}/release`, { version });
  /** An approved case whose first instalment stands in an order of its own. */
  const ordered = async (id?: string) => {
    const applicationId = id ?? (await approved());
    await confirm(applicationId);
    const { status, body } = await prepare([await part(applicationId)]);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return { applicationId, orderId: body.order.id as string };
  };
  const results = async (orderId: string, outcome: 'paid' | 'bounced' = 'paid', who = releaser) => {
    const { version, rows } = await seeOrder(orderId);
    const said =
      outcome === 'paid' ? { paidOn: '2026-04-01', bankReference: 'YH20260331' } : { reason: '户名与账号不符' };
    const open = (rows as Row[]).filter(({ state }) => state === 'released');
    return ask(who, 'POST', `/api/v1/payment-orders/${orderId}/results`, {
      version,
      results: open.map(({ id: rowId }) => ({ rowId, outcome, ...said })),
    });
  };
  /** An approved case whose first instalment was paid. */
  const paid = async () => {
    const { applicationId, orderId } = await ordered();
    await release(orderId);
    const answer = await results(orderId);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return { applicationId, orderId };
  };
  return {
    ...office,
    now,
    firm,
    maker,
    preparer,
    releaser,
    auditor,
    giveAccount,
    approved,
    see,
    part,
    confirm,
    prepare,
    seeOrder,
    release,
    ordered,
    results,
    paid,
  };
}
