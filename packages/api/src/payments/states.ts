import type { Words } from '../applications/states.ts';

interface PaymentState {
  /** What officials read. */
  readonly staff: Words;
  /** What the firm reads: what becomes of its money, in plain words. */
  readonly firm: Words;
}

const state = (staff: [string, string], firm: [string, string]): PaymentState => ({
  staff: { 'zh-CN': staff[0], en: staff[1] },
  firm: { 'zh-CN': firm[0], en: firm[1] },
});

/** Every state of an instalment (分期拨付状态). */
export const PAYMENT_STATES = {
  waiting: state(['待确认条件', 'Condition open'], ['条件满足后拨付', 'Paid once its condition is met']),
  due: state(['可拨付', 'Ready to pay'], ['等待拨付', 'To be paid']),
  prepared: state(['已制单，待复核', 'Prepared, to be released'], ['正在办理拨付', 'Payment under way']),
  released: state(['已复核，待银行结果', 'Released, bank result open'], ['已提交银行', 'With the bank']),
  bounced: state(
    ['银行退票', 'Bounced'],
    ['银行退回，请核对收款账户', 'Sent back by the bank; please check your account'],
  ),
  paid: state(['已拨付', 'Paid'], ['已拨付', 'Paid']),
  stopped: state(['停止拨付', 'Stopped'], ['已停止拨付', 'Payment stopped']),
} as const satisfies Record<string, PaymentState>;

export type PaymentStateId = keyof typeof PAYMENT_STATES;
export const PAYMENT_STATE_IDS = Object.keys(PAYMENT_STATES) as [PaymentStateId, ...PaymentStateId[]];

/** Where a payment order stands (拨付单状态): as a whole, while its rows have states of their own. */
export const ORDER_STATES = {
  prepared: { 'zh-CN': '待复核', en: 'To be released' },
  released: { 'zh-CN': '待银行结果', en: 'Bank result open' },
  settled: { 'zh-CN': '已办结', en: 'Settled' },
  returned: { 'zh-CN': '已退回', en: 'Sent back' },
} as const satisfies Record<string, Words>;
export type OrderStateId = keyof typeof ORDER_STATES;
export const ORDER_STATE_IDS = Object.keys(ORDER_STATES) as [OrderStateId, ...OrderStateId[]];
