import * as z from 'zod';
import { caseMessage } from '../../applications/contract.ts';
import { answerFinding, findingList } from '../../duplicates/contract.ts';
import { secureRoute } from '../../http/access.ts';
import { strict } from '../../http/contract.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { CASE_READERS, CASE_ROLES, type StaffRole } from '../../identity/roles.ts';
import {
  acceptDeferredRequest,
  acceptRequest,
  intakeResult,
  LETTER_KINDS,
  letter,
  refuseAcceptanceRequest,
  returnRequest,
} from '../intake/contract.ts';
import { endOverrideRequest, overruleRequest } from '../overrides/contract.ts';
import { answerTask, reopenTask } from '../tasks/contract.ts';
import { caseView } from './contract.ts';

const tags = ['办理 · Cases'];
const CASE = '/api/v1/desk/cases/{id}';
const id = z.string().max(64);
const casePath = strict({ id });
const clerks = { staff: ['intake-clerk'] as const satisfies readonly StaffRole[] };
const reviewers = { staff: ['department-reviewer'] as const satisfies readonly StaffRole[] };
const both = { staff: ['intake-clerk', 'department-reviewer'] as const satisfies readonly StaffRole[] };
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const done = { 200: json(intakeResult, '办理后的状态') };
const refusals = errorResponses([400, 401, 403, 404, 409, 412, 415, 422]);

export const one = secureRoute(
  { staff: CASE_READERS },
  {
    method: 'get',
    path: CASE,
    tags,
    operationId: 'readCase',
    summary: '一件的全部：结论、证据、变化、疑点、任务与往来',
    request: { params: casePath },
    responses: { 200: json(caseView, '一件'), ...errorResponses([401, 403, 404]) },
  },
);

export const post = secureRoute(
  { staff: CASE_ROLES },
  {
    method: 'post',
    path: `${CASE}/messages`,
    tags,
    operationId: 'writeOnCase',
    summary: '给企业留言，或写内部备注',
    request: {
      params: casePath,
      ...body(strict({ text: z.string().trim().min(1).max(4000), visibility: z.enum(['shared', 'internal']) })),
    },
    responses: { 200: json(caseMessage, '留言'), ...refusals },
  },
);

export const returning = secureRoute(clerks, {
  method: 'post',
  path: `${CASE}/return`,
  tags,
  operationId: 'returnCase',
  summary: '一次性告知补正',
  request: { params: casePath, ...body(returnRequest) },
  responses: { ...done, ...refusals },
});

export const accepting = secureRoute(clerks, {
  method: 'post',
  path: `${CASE}/accept`,
  tags,
  operationId: 'acceptCase',
  summary: '受理，各部门同时开始审核',
  request: { params: casePath, ...body(acceptRequest) },
  responses: { ...done, ...refusals },
});

export const acceptingDeferred = secureRoute(clerks, {
  method: 'post',
  path: `${CASE}/accept-deferred`,
  tags,
  operationId: 'acceptCaseDeferred',
  summary: '容缺受理',
  request: { params: casePath, ...body(acceptDeferredRequest) },
  responses: { ...done, ...refusals },
});

export const refusing = secureRoute(clerks, {
  method: 'post',
  path: `${CASE}/refuse-acceptance`,
  tags,
  operationId: 'refuseAcceptance',
  summary: '不予受理',
  request: { params: casePath, ...body(refuseAcceptanceRequest) },
  responses: { ...done, ...refusals },
});

export const reading = secureRoute(
  { staff: CASE_READERS },
  {
    method: 'get',
    path: `${CASE}/notices/{kind}`,
    tags,
    operationId: 'readIntakeLetter',
    summary: '告知书的文字',
    request: { params: strict({ id, kind: z.enum(LETTER_KINDS) }) },
    responses: { 200: json(letter, '告知书'), ...errorResponses([401, 403, 404]) },
  },
);

export const answering = secureRoute(reviewers, {
  method: 'post',
  path: '/api/v1/desk/tasks/{id}/answer',
  tags,
  operationId: 'answerReviewTask',
  summary: '提出部门审核意见',
  request: { params: casePath, ...body(answerTask) },
  responses: { ...done, ...refusals },
});

export const reopening = secureRoute(both, {
  method: 'post',
  path: '/api/v1/desk/tasks/{id}/reopen',
  tags,
  operationId: 'reopenReviewTask',
  summary: '请部门重新审核',
  request: { params: casePath, ...body(reopenTask) },
  responses: { ...done, ...refusals },
});

export const overruling = secureRoute(reviewers, {
  method: 'post',
  path: `${CASE}/overrides`,
  tags,
  operationId: 'overruleCriterion',
  summary: '人工改判一项条件',
  request: { params: casePath, ...body(overruleRequest) },
  responses: { ...done, ...refusals },
});

export const endingOverride = secureRoute(reviewers, {
  method: 'post',
  path: `${CASE}/overrides/{overrideId}/end`,
  tags,
  operationId: 'endOverride',
  summary: '撤销人工改判',
  request: { params: strict({ id, overrideId: id }), ...body(endOverrideRequest) },
  responses: { ...done, ...refusals },
});

export const looking = secureRoute(both, {
  method: 'post',
  path: `${CASE}/duplicates`,
  tags,
  operationId: 'findDuplicates',
  summary: '重新查重复与叠加',
  request: { params: casePath },
  responses: { 200: json(findingList, '全部疑点'), ...errorResponses([401, 403, 404, 409]) },
});

export const answeringFinding = secureRoute(both, {
  method: 'post',
  path: `${CASE}/duplicates/{findingId}/answer`,
  tags,
  operationId: 'answerFinding',
  summary: '答复一条疑点',
  request: { params: strict({ id, findingId: id }), ...body(answerFinding) },
  responses: { ...done, ...refusals },
});
