import * as z from 'zod';
import { secureRoute } from '../http/access.ts';
import { errorResponses, json } from '../http/responses.ts';
import { CASE_READERS, FIRM_ROLES, type StaffRole } from '../identity/roles.ts';
import {
  casePath,
  casePayments,
  confirmBody,
  instalmentPath,
  paymentPage,
  paymentsExportQuery,
  paymentsQuery,
  receiptBody,
  recoverBody,
  recoveryPath,
  stopBody,
  withdrawRecoveryBody,
} from './contract.ts';

const tags = ['拨付 · Payments'];
const READERS: { staff: readonly StaffRole[] } = { staff: ['finance-preparer', 'finance-releaser', 'auditor'] };
const PREPARER: { staff: readonly StaffRole[] } = { staff: ['finance-preparer'] };
const WRITING = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429] as const;
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const answers = { 200: json(casePayments, '拨付计划与进展'), ...errorResponses(WRITING) };

export const list = secureRoute(READERS, {
  method: 'get',
  path: '/api/v1/payments',
  tags,
  operationId: 'listPayments',
  summary: '各期拨付，等得最久的在前，附各状态的笔数和金额',
  request: { query: paymentsQuery },
  responses: { 200: json(paymentPage, '一页'), ...errorResponses([401, 403, 422, 429]) },
});

export const exportAll = secureRoute(READERS, {
  method: 'get',
  path: '/api/v1/payments/export',
  tags,
  operationId: 'exportPayments',
  summary: '导出筛选出的全部各期（流式 XLSX 或 CSV，导出留痕）',
  request: { query: paymentsExportQuery },
  responses: {
    200: { description: '文件', content: { 'application/octet-stream': { schema: z.string() } } },
    ...errorResponses([401, 403, 422, 429]),
  },
});

export const ofCase = secureRoute(
  { firm: FIRM_ROLES, staff: CASE_READERS },
  {
    method: 'get',
    path: '/api/v1/applications/{id}/payments',
    tags,
    operationId: 'getCasePayments',
    summary: '一件申报的拨付计划与进展；没有资金的没有各期',
    request: { params: casePath },
    responses: { 200: json(casePayments, '拨付计划与进展'), ...errorResponses([401, 403, 404, 429]) },
  },
);

export const confirm = secureRoute(PREPARER, {
  method: 'post',
  path: '/api/v1/instalments/{instalmentId}/confirmation',
  tags,
  operationId: 'confirmInstalmentCondition',
  summary: '确认一期的拨付条件已满足，写明依据并附材料',
  request: { params: instalmentPath, ...body(confirmBody) },
  responses: answers,
});

export const stop = secureRoute(PREPARER, {
  method: 'post',
  path: '/api/v1/instalments/{instalmentId}/stop',
  tags,
  operationId: 'stopInstalment',
  summary: '停止拨付尚未制单的一期，金额退回资金池',
  request: { params: instalmentPath, ...body(stopBody) },
  responses: answers,
});

export const resume = secureRoute(PREPARER, {
  method: 'post',
  path: '/api/v1/instalments/{instalmentId}/resumption',
  tags,
  operationId: 'resumeInstalment',
  summary: '恢复拨付；资金池余额不足时 409，条件须重新确认',
  request: { params: instalmentPath, ...body(stopBody) },
  responses: answers,
});

export const recover = secureRoute(PREPARER, {
  method: 'post',
  path: '/api/v1/applications/{id}/recoveries',
  tags,
  operationId: 'claimRecovery',
  summary: '追回已拨付的资金，写明原因和依据',
  request: { params: casePath, ...body(recoverBody) },
  responses: answers,
});

export const receipt = secureRoute(PREPARER, {
  method: 'post',
  path: '/api/v1/recoveries/{recoveryId}/receipts',
  tags,
  operationId: 'recordRecoveryReceipt',
  summary: '登记一笔追回到账',
  request: { params: recoveryPath, ...body(receiptBody) },
  responses: answers,
});

export const withdraw = secureRoute(PREPARER, {
  method: 'post',
  path: '/api/v1/recoveries/{recoveryId}/withdrawal',
  tags,
  operationId: 'withdrawRecovery',
  summary: '撤销追回中尚未到账的部分',
  request: { params: recoveryPath, ...body(withdrawRecoveryBody) },
  responses: answers,
});
