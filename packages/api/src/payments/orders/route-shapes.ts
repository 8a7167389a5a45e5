import * as z from 'zod';
import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import type { StaffRole } from '../../identity/roles.ts';
import {
  bankFileQuery,
  order,
  orderPage,
  orderPath,
  ordersQuery,
  prepareBody,
  prepared,
  releaseBody,
  resultFileQuery,
  resultsBody,
  returnBody,
  rowPath,
} from './contract.ts';

const tags = ['拨付 · Payments'];
const READERS: { staff: readonly StaffRole[] } = { staff: ['finance-preparer', 'finance-releaser', 'auditor'] };
const PREPARER: { staff: readonly StaffRole[] } = { staff: ['finance-preparer'] };
const RELEASER: { staff: readonly StaffRole[] } = { staff: ['finance-releaser'] };
const ORDERS = '/api/v1/payment-orders';
const ORDER = `${ORDERS}/{orderId}`;
const WRITING = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429] as const;
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

export const list = secureRoute(READERS, {
  method: 'get',
  path: ORDERS,
  tags,
  operationId: 'listPaymentOrders',
  summary: '拨付单，最近的在前',
  request: { query: ordersQuery },
  responses: { 200: json(orderPage, '一页'), ...errorResponses([401, 403, 422, 429]) },
});

export const one = secureRoute(READERS, {
  method: 'get',
  path: ORDER,
  tags,
  operationId: 'getPaymentOrder',
  summary: '一份拨付单及其明细（账号只显示末四位）',
  request: { params: orderPath },
  responses: { 200: json(order, '拨付单'), ...errorResponses([401, 403, 404, 429]) },
});

export const prepare = secureRoute(PREPARER, {
  method: 'post',
  path: ORDERS,
  tags,
  operationId: 'preparePaymentOrder',
  summary: '制单：把可拨付的各期列成一份拨付单',
  description: '不能列入的逐条写明原因，其余照列；一条都不能列入时 412，什么也不写。收款账户在此时固定。',
  request: body(prepareBody),
  responses: { 201: json(prepared, '已制单'), ...errorResponses([...WRITING, 503]) },
});

export const release = secureRoute(RELEASER, {
  method: 'post',
  path: `${ORDER}/release`,
  tags,
  operationId: 'releasePaymentOrder',
  summary: '复核放行，须由制单人以外、且未参与本件其他环节的人办理',
  request: { params: orderPath, ...body(releaseBody) },
  responses: { 200: json(order, '已复核'), ...errorResponses(WRITING) },
});

export const sendBack = secureRoute(RELEASER, {
  method: 'post',
  path: `${ORDER}/return`,
  tags,
  operationId: 'returnPaymentOrder',
  summary: '退回整份拨付单或其中几条，写明原因',
  request: { params: orderPath, ...body(returnBody) },
  responses: { 200: json(order, '已退回'), ...errorResponses(WRITING) },
});

export const bank = secureRoute(RELEASER, {
  method: 'get',
  path: `${ORDER}/bank-file`,
  tags,
  operationId: 'downloadBankFile',
  summary: '下载银行拨付文件（含完整账号，下载留痕）',
  request: { params: orderPath, query: bankFileQuery },
  responses: {
    200: { description: '文件', content: { 'application/octet-stream': { schema: z.string() } } },
    ...errorResponses([401, 403, 404, 409, 422, 429, 503]),
  },
});

export const view = secureRoute(
  { staff: ['finance-preparer', 'finance-releaser'] },
  {
    method: 'get',
    path: `${ORDER}/rows/{rowId}/number`,
    tags,
    operationId: 'viewPaymentAccountNumber',
    summary: '查看明细中的完整账号（记入操作留痕）',
    request: { params: rowPath },
    responses: {
      200: json(z.object({ number: z.string() }), '账号'),
      ...errorResponses([401, 403, 404, 429, 503]),
    },
  },
);

export const results = secureRoute(RELEASER, {
  method: 'post',
  path: `${ORDER}/results`,
  tags,
  operationId: 'recordBankResults',
  summary: '逐条登记银行结果：已到账或退票',
  request: { params: orderPath, ...body(resultsBody) },
  responses: { 200: json(order, '已登记'), ...errorResponses(WRITING) },
});

export const resultTemplate = secureRoute(RELEASER, {
  method: 'get',
  path: `${ORDER}/result-template`,
  tags,
  operationId: 'downloadResultTemplate',
  summary: '下载银行结果登记表：尚无回单的明细，不含账号（下载留痕）',
  request: { params: orderPath, query: bankFileQuery },
  responses: {
    200: { description: '文件', content: { 'application/octet-stream': { schema: z.string() } } },
    ...errorResponses([401, 403, 404, 409, 422, 429]),
  },
});

export const resultFile = secureRoute(RELEASER, {
  method: 'post',
  path: `${ORDER}/result-file`,
  tags,
  operationId: 'importBankResults',
  summary: '从表格登记银行结果（CSV 或 XLSX）',
  description: '按“明细编号”逐行对应；“结果”留空的行不登记。有一处不对就全部不登记，并一次列出所有问题。',
  request: {
    params: orderPath,
    query: resultFileQuery,
    body: {
      required: true,
      content: { 'text/csv': { schema: z.string() }, 'application/octet-stream': { schema: z.string() } },
    },
  },
  responses: { 200: json(order, '已登记'), ...errorResponses(WRITING) },
});
