import * as z from 'zod';
import { secureRoute } from '../http/access.ts';
import { errorResponses, json } from '../http/responses.ts';
import { CASE_READERS, FIRM_ROLES, type StaffRole } from '../identity/roles.ts';
import {
  appealAnswer,
  appealRequest,
  bulkDecision,
  bulkDecisionRequest,
  bulkPreview,
  bulkQuery,
  caseAfter,
  casePath,
  decisionDesk,
  decisionPath,
  decisionRequest,
  letterView,
  outcome,
  replayResult,
} from './contract.ts';

const tags = ['决定与复核 · Decisions'];
const DECIDER = { staff: ['decision-maker'] } as const;
const READERS: { staff: readonly StaffRole[] } = {
  staff: CASE_READERS.filter((role) => role !== 'department-reviewer'),
};
const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: { 'application/json': { schema } } });
const WRITE = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429] as const;

export const desk = secureRoute(READERS, {
  method: 'get',
  path: '/api/v1/applications/{applicationId}/decision-desk',
  tags,
  operationId: 'getDecisionDesk',
  summary: '作决定所需的一切',
  description: '规则结果与金额上限、决定性的未满足条件、改判、资金池余额、此前的决定与文书、现在可做的事。',
  request: { params: casePath },
  responses: { 200: json(decisionDesk, '决定依据'), ...errorResponses([401, 403, 404, 422, 429]) },
});

export const decide = secureRoute(DECIDER, {
  method: 'post',
  path: '/api/v1/applications/{applicationId}/decisions',
  tags,
  operationId: 'decideCase',
  summary: '拟支持或不予支持',
  description: '金额不得超过规则算出或排序分配的上限；与其不同须说明理由。未满足的条件自动附上。',
  request: { params: casePath, body: body(decisionRequest) },
  responses: { 200: json(caseAfter, '已决定'), ...errorResponses(WRITE) },
});

export const decideMany = secureRoute(DECIDER, {
  method: 'post',
  path: '/api/v1/decisions/bulk',
  tags,
  operationId: 'decideCases',
  summary: '批量决定，逐件给出结果',
  request: { body: body(bulkDecisionRequest) },
  responses: { 200: json(bulkDecision, '逐件结果'), ...errorResponses([400, 401, 403, 413, 415, 422, 429]) },
});

export const previewMany = secureRoute(DECIDER, {
  method: 'get',
  path: '/api/v1/decisions/bulk',
  tags,
  operationId: 'previewDecisions',
  summary: '批量决定之前逐件预览',
  description: '每件拟支持的金额，以及现在不能决定的原因；不保存。Nothing is stored.',
  request: { query: bulkQuery },
  responses: { 200: json(bulkPreview, '逐件预览'), ...errorResponses([401, 403, 404, 422, 429]) },
});

export const replay = secureRoute(READERS, {
  method: 'get',
  path: '/api/v1/decisions/{decisionId}/replay',
  tags,
  operationId: 'replayDecision',
  summary: '复算一次决定',
  description: '用所存的政策版本、日期和指标重新判定，应得到同样的字节。Evaluates again; the same bytes come out.',
  request: { params: decisionPath },
  responses: { 200: json(replayResult, '复算结果'), ...errorResponses([401, 403, 404, 422, 429]) },
});

export const outcomeOf = secureRoute(
  { firm: FIRM_ROLES },
  {
    method: 'get',
    path: '/api/v1/applications/{applicationId}/outcome',
    tags,
    operationId: 'getOutcome',
    summary: '申报结果（企业）',
    request: { params: casePath },
    responses: { 200: json(outcome, '结果'), ...errorResponses([401, 403, 404, 422, 429]) },
  },
);

export const appeal = secureRoute(
  { firm: ['owner', 'certifier'] },
  {
    method: 'post',
    path: '/api/v1/applications/{applicationId}/appeal',
    tags,
    operationId: 'fileAppeal',
    summary: '申请复核',
    request: { params: casePath, body: body(appealRequest) },
    responses: { 200: json(caseAfter, '已提交'), ...errorResponses(WRITE) },
  },
);

export const answer = secureRoute(DECIDER, {
  method: 'post',
  path: '/api/v1/applications/{applicationId}/appeal/answer',
  tags,
  operationId: 'answerAppeal',
  summary: '复核决定（须由原决定人以外的人）',
  request: { params: casePath, body: body(appealAnswer) },
  responses: { 200: json(caseAfter, '已决定'), ...errorResponses(WRITE) },
});

export const lettersOf = secureRoute(
  { firm: FIRM_ROLES, staff: CASE_READERS },
  {
    method: 'get',
    path: '/api/v1/applications/{applicationId}/letters',
    tags,
    operationId: 'listLetters',
    summary: '一件申报的文书',
    request: { params: casePath },
    responses: {
      200: json(z.object({ letters: z.array(letterView) }), '文书'),
      ...errorResponses([401, 403, 404, 422, 429]),
    },
  },
);
