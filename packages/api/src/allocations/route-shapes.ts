import { secureRoute } from '../http/access.ts';
import { errorResponses, json } from '../http/responses.ts';
import type { StaffRole } from '../identity/roles.ts';
import {
  allocationList,
  allocationPath,
  allocationReplay,
  confirmed,
  confirmRequest,
  ledgerPage,
  poolList,
  poolPath,
  previewQuery,
  ranking,
  yearQuery,
} from './contract.ts';

const tags = ['排序与分配 · Allocations'];
const READERS: { staff: readonly StaffRole[] } = {
  staff: ['decision-maker', 'intake-clerk', 'finance-preparer', 'finance-releaser', 'auditor'],
};
const READ = [401, 403, 404, 422, 429] as const;
const POOL = '/api/v1/pools/{policyId}/{poolId}/{year}';

export const pools = secureRoute(READERS, {
  method: 'get',
  path: '/api/v1/pools',
  tags,
  operationId: 'listPools',
  summary: '资金池年度账与待排序件数',
  request: { query: yearQuery },
  responses: { 200: json(poolList, '资金池'), ...errorResponses([401, 403, 422, 429]) },
});

export const ledger = secureRoute(READERS, {
  method: 'get',
  path: `${POOL}/ledger`,
  tags,
  operationId: 'getPoolLedger',
  summary: '资金池流水',
  request: { params: poolPath },
  responses: { 200: json(ledgerPage, '流水'), ...errorResponses(READ) },
});

export const preview = secureRoute(READERS, {
  method: 'get',
  path: `${POOL}/ranking`,
  tags,
  operationId: 'previewRanking',
  summary: '预览排序与分配',
  description: '按资金池规则排序待排序的全部申报，并试算加减若干分的结果；不保存。Nothing is stored.',
  request: { params: poolPath, query: previewQuery },
  responses: { 200: json(ranking, '排序与分配'), ...errorResponses(READ) },
});

export const confirm = secureRoute(
  { staff: ['decision-maker'] },
  {
    method: 'post',
    path: `${POOL}/allocations`,
    tags,
    operationId: 'confirmAllocation',
    summary: '确认排序与分配',
    description: '须带上预览的摘要；名单、得分或余额有变化则 409。确认后不可更改，资金随即预留。',
    request: {
      params: poolPath,
      body: { required: true, content: { 'application/json': { schema: confirmRequest } } },
    },
    responses: {
      201: json(confirmed, '已确认'),
      ...errorResponses([400, 401, 403, 404, 409, 412, 413, 415, 422, 429]),
    },
  },
);

export const past = secureRoute(READERS, {
  method: 'get',
  path: `${POOL}/allocations`,
  tags,
  operationId: 'listAllocations',
  summary: '已确认的分配',
  request: { params: poolPath },
  responses: { 200: json(allocationList, '已确认的分配'), ...errorResponses(READ) },
});

export const replay = secureRoute(READERS, {
  method: 'get',
  path: '/api/v1/allocations/{allocationId}/replay',
  tags,
  operationId: 'replayAllocation',
  summary: '复算一次分配',
  request: { params: allocationPath },
  responses: { 200: json(allocationReplay, '复算结果'), ...errorResponses(READ) },
});
