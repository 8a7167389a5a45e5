import * as z from 'zod';
import { errorDetail, isoDate, strict } from '../../http/contract.ts';
import { maskedAccount, permittedPayment } from '../contract.ts';
import { ORDER_STATE_IDS } from '../states.ts';

const id = z.string().min(1).max(60);
const words = z.object({ 'zh-CN': z.string(), en: z.string() });
const yuan = z.string().meta({ description: '元 · CNY' });
const reason = z.string().trim().min(1).max(2000);
const version = z.int();

export const orderPath = z.object({ orderId: id });
export const rowPath = orderPath.extend({ rowId: id });
export const ordersQuery = strict({
  state: z.enum(ORDER_STATE_IDS).optional(),
  before: z.string().max(100).optional(),
  limit: z.coerce.number<string>().int().min(1).max(100).default(20),
});
export const bankFileQuery = strict({ format: z.enum(['xlsx', 'csv']) });

export const orderLine = z
  .object({
    id: z.string(),
    number: z.string().meta({ examples: ['BF-2026-0001'] }),
    state: z.enum(ORDER_STATE_IDS),
    stateLabel: words,
    version,
    count: z.int(),
    total: yuan,
    preparedAt: z.string(),
    preparedByName: z.string(),
    releasedAt: z.string().nullable(),
    releasedByName: z.string().nullable(),
  })
  .meta({ id: 'PaymentOrderLine' });
export const orderPage = z.object({ orders: z.array(orderLine), next: z.string().nullable() }).meta({
  id: 'PaymentOrderPage',
});

export const orderRow = z
  .object({
    id: z.string(),
    instalmentId: z.string(),
    applicationId: z.string(),
    caseNumber: z.string(),
    firmName: z.string(),
    projectName: z.string(),
    seq: z.int(),
    of: z.int(),
    label: words,
    condition: words.nullable(),
    confirmReason: z.string().nullable(),
    amount: yuan,
    state: z.enum(['prepared', 'released', 'paid', 'bounced', 'returned']),
    stateLabel: words,
    account: maskedAccount,
    holderReason: z.string().nullable(),
    hasNumber: z.boolean(),
    paidOn: isoDate.nullable(),
    bankReference: z.string().nullable(),
    bounceReason: z.string().nullable(),
    returnReason: z.string().nullable(),
    /** What stands against releasing this row. */
    blockedBy: z.array(z.object({ key: z.string(), message: z.string() })),
  })
  .meta({ id: 'PaymentOrderRow' });

export const order = z
  .object({
    ...orderLine.shape,
    note: z.string().nullable(),
    returnReason: z.string().nullable(),
    rows: z.array(orderRow),
    permitted: z.array(permittedPayment),
    mayDownload: z.boolean().meta({ description: '您可以下载银行拨付文件' }),
  })
  .meta({ id: 'PaymentOrder', description: '拨付单' });

export const prepareBody = strict({
  instalments: z
    .array(strict({ id, version, holderReason: reason.optional() }))
    .min(1)
    .max(200)
    .refine((list) => new Set(list.map((each) => each.id)).size === list.length),
  note: z.string().trim().max(500).optional(),
}).meta({ id: 'PrepareOrder' });
export const prepared = z
  .object({
    order: orderLine,
    leftOut: z
      .array(z.object({ instalmentId: z.string(), details: z.array(errorDetail) }))
      .meta({ description: '未能列入的，逐条写明原因；其余已列入' }),
  })
  .meta({ id: 'PreparedOrder' });
export const releaseBody = strict({ version }).meta({ id: 'ReleaseOrder' });
export const returnBody = strict({ version, reason, rowIds: z.array(id).min(1).max(200).optional() }).meta({
  id: 'ReturnOrder',
});

const result = z.discriminatedUnion('outcome', [
  strict({
    rowId: id,
    outcome: z.literal('paid'),
    paidOn: isoDate,
    bankReference: z.string().trim().min(1).max(100),
  }),
  strict({ rowId: id, outcome: z.literal('bounced'), reason }),
]);
export const resultsBody = strict({
  version,
  results: z
    .array(result)
    .min(1)
    .max(200)
    .refine((list) => new Set(list.map((each) => each.rowId)).size === list.length),
}).meta({ id: 'RecordResults' });

export const resultFileQuery = strict({ version: z.coerce.number<string>().int() });

export type OrderPage = z.infer<typeof orderPage>;
export type OrderLine = z.infer<typeof orderLine>;
export type Order = z.infer<typeof order>;
export type OrderRowView = z.infer<typeof orderRow>;
export type PreparedOrder = z.infer<typeof prepared>;
export type ResultsRequest = z.infer<typeof resultsBody>;
