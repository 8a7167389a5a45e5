import * as z from 'zod';
import { isoDate, strict } from '../http/contract.ts';
import { PAYMENT_EVENTS } from './lifecycle.ts';
import { PAYMENT_STATE_IDS } from './states.ts';

const id = z.string().min(1).max(60);
const words = z.object({ 'zh-CN': z.string(), en: z.string() });
const yuan = z.string().meta({ description: '元 · CNY', examples: ['1200000'] });
export const yuanInput = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,2})?$/)
  .refine((text) => Number(text) > 0)
  .meta({ description: '元 · CNY', examples: ['1200000'] });
const reason = z.string().trim().min(1).max(2000);
const version = z.int();

export const instalmentPath = z.object({ instalmentId: id });
export const recoveryPath = z.object({ recoveryId: id });
export const casePath = z.object({ id });

const STATES = new Set<string>(PAYMENT_STATE_IDS);
const state = z
  .string()
  .max(100)
  .refine((list) => list.split(',').every((each) => STATES.has(each)), { params: { problem: 'bad-word' } })
  .optional()
  .meta({ description: '状态，可多个，逗号分隔；不填为待拨付的' });
export const paymentsQuery = strict({
  state,
  after: z.string().max(100).optional(),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
});
export const paymentsExportQuery = strict({ state, format: z.enum(['xlsx', 'csv']) });

export const permittedPayment = z
  .object({
    event: z.enum(PAYMENT_EVENTS),
    label: words,
    permitted: z.boolean(),
    blockedBy: z.array(z.object({ key: z.string(), message: z.string() })),
  })
  .meta({ id: 'PermittedPayment' });

/** Where money went, or is to go: never the whole number. */
export const maskedAccount = z
  .object({ holder: z.string(), bankName: z.string(), maskedNumber: z.string(), isHolderFirm: z.boolean() })
  .meta({ id: 'MaskedAccount', description: '收款账户，账号只显示末四位' });

export const instalment = z
  .object({
    id: z.string(),
    applicationId: z.string(),
    seq: z.int(),
    of: z.int().meta({ description: '共几期' }),
    label: words,
    condition: words.nullable().meta({ description: '拨付条件；没有则为空' }),
    amount: yuan,
    state: z.enum(PAYMENT_STATE_IDS),
    stateLabel: words,
    stateSince: z.string(),
    version,
    confirmed: z
      .object({
        at: z.string(),
        byName: z.string().optional(),
        reason: z.string(),
        files: z.array(z.object({ id: z.string(), name: z.string() })),
      })
      .nullable(),
    stopReason: z.string().nullable(),
    paidOn: isoDate.nullable(),
    bankReference: z.string().nullable(),
    bounceReason: z.string().nullable().meta({ description: '最近一次退票的原因' }),
    account: maskedAccount.nullable().meta({ description: '制单时的收款账户' }),
    order: z.object({ id: z.string(), number: z.string() }).nullable(),
    permitted: z.array(permittedPayment).meta({ description: '您现在能办的；不能办的写明原因' }),
  })
  .meta({ id: 'Instalment', description: '拨付计划中的一期' });

/** An instalment in the queue of the finance people, with what names it. */
export const paymentLine = z
  .object({
    ...instalment.shape,
    number: z.string(),
    firmId: z.string(),
    firmName: z.string(),
    projectName: z.string(),
    schemeLabel: words,
    plannedOn: isoDate,
    waitingDays: z.int().meta({ description: '批准后的自然日' }),
    payTo: maskedAccount.nullable().meta({ description: '企业现用的收款账户' }),
  })
  .meta({ id: 'PaymentLine' });
export const paymentPage = z
  .object({
    payments: z.array(paymentLine),
    next: z.string().nullable(),
    counts: z.array(z.object({ state: z.enum(PAYMENT_STATE_IDS), label: words, count: z.int(), amount: yuan })),
  })
  .meta({ id: 'PaymentPage' });

export const recovery = z
  .object({
    id: z.string(),
    state: z.enum(['open', 'settled', 'withdrawn']),
    version,
    amount: yuan,
    received: yuan,
    left: yuan,
    reason: z.string(),
    clause: z.string(),
    dueOn: isoDate,
    claimedAt: z.string(),
    withdrawReason: z.string().nullable(),
    receipts: z.array(z.object({ amount: yuan, receivedOn: isoDate, bankReference: z.string() })),
  })
  .meta({ id: 'Recovery', description: '追回' });

export const casePayments = z
  .object({
    applicationId: z.string(),
    total: yuan.meta({ description: '核定金额；各期之和正好等于它' }),
    ordered: yuan,
    paid: yuan,
    recovered: yuan,
    stopped: yuan,
    payTo: maskedAccount.nullable(),
    instalments: z.array(instalment),
    recoveries: z.array(recovery),
    mayRecover: yuan.nullable().meta({ description: '您还可以要求追回的金额；不归您办的为空' }),
  })
  .meta({ id: 'CasePayments', description: '一件申报的拨付计划与进展' });

export const confirmBody = strict({ version, reason, evidence: z.array(id).max(20).default([]) }).meta({
  id: 'ConfirmCondition',
});
export const stopBody = strict({ version, reason }).meta({ id: 'StopInstalment' });
export const recoverBody = strict({
  amount: yuanInput,
  reason,
  clause: z.string().trim().min(1).max(500),
  dueOn: isoDate,
}).meta({ id: 'ClaimRecovery' });
export const receiptBody = strict({
  version,
  amount: yuanInput,
  receivedOn: isoDate,
  bankReference: z.string().trim().min(1).max(100),
}).meta({ id: 'RecordReceipt' });
export const withdrawRecoveryBody = strict({ version, reason }).meta({ id: 'WithdrawRecovery' });

export type Instalment = z.infer<typeof instalment>;
export type PaymentLine = z.infer<typeof paymentLine>;
export type PaymentPage = z.infer<typeof paymentPage>;
export type PermittedPayment = z.infer<typeof permittedPayment>;
export type CasePayments = z.infer<typeof casePayments>;
export type Recovery = z.infer<typeof recovery>;
export type MaskedAccount = z.infer<typeof maskedAccount>;
