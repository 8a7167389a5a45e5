import * as z from 'zod';
import { secureRoute } from '../http/access.ts';
import { errorResponses, json } from '../http/responses.ts';
import { CASE_ROLES, FIRM_ROLES } from '../identity/roles.ts';
import {
  application,
  applicationPage,
  applicationPath,
  applicationsQuery,
  caseMessage,
  deliverBody,
  firmPath,
  materialPath,
  messageBody,
  overrunBody,
  overrunList,
  promiseBody,
  roundPath,
  withdrawBody,
} from './contract.ts';
import { draft, draftEvaluation, saveDraftBody, savedDraft, startDraftBody } from './drafts/contract.ts';
import { submission, submitBody, submitted } from './submissions/contract.ts';

const tags = ['申报 · Applications'];
const FIRM = { firm: FIRM_ROLES } as const;
const CERTIFIER = { firm: ['owner', 'certifier'] } as const;
const WRITING = [400, 401, 403, 404, 409, 413, 415, 422, 429] as const;
const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: { 'application/json': { schema } } });
const ONE = '/api/v1/applications/{id}';

export const start = secureRoute(FIRM, {
  method: 'post',
  path: '/api/v1/applications',
  tags,
  operationId: 'startApplication',
  summary: '新建申报草稿',
  description: '用企业档案预填；可带上自测的数据，或复制以前的申报。Prefilled from the profile.',
  request: { body: body(startDraftBody) },
  responses: { 201: json(z.object({ id: z.string() }), '已新建'), ...errorResponses(WRITING) },
});

export const list = secureRoute(FIRM, {
  method: 'get',
  path: '/api/v1/firms/{firmId}/applications',
  tags,
  operationId: 'listApplications',
  summary: '本企业的申报',
  request: { params: firmPath, query: applicationsQuery },
  responses: { 200: json(applicationPage, '申报'), ...errorResponses([401, 403, 404, 422, 429]) },
});

export const one = secureRoute(FIRM, {
  method: 'get',
  path: ONE,
  tags,
  operationId: 'getApplication',
  summary: '一件申报：状态、进度、清单、留言',
  request: { params: applicationPath },
  responses: { 200: json(application, '一件申报'), ...errorResponses([401, 403, 404, 422, 429]) },
});

export const readOne = secureRoute(FIRM, {
  method: 'get',
  path: `${ONE}/draft`,
  tags,
  operationId: 'getDraft',
  summary: '草稿，或退回补正中的内容',
  description: '政策或事项在草稿打开后有变化的，`changed` 写明差别。',
  request: { params: applicationPath },
  responses: { 200: json(draft, '草稿'), ...errorResponses([401, 403, 404, 409, 422, 429]) },
});

export const save = secureRoute(FIRM, {
  method: 'put',
  path: `${ONE}/draft`,
  tags,
  operationId: 'saveDraft',
  summary: '保存草稿',
  description: '必填项可以为空。页面落后于最新草稿、或本件已提交时为 409，不覆盖任何内容。',
  request: { params: applicationPath, body: body(saveDraftBody) },
  responses: { 200: json(savedDraft, '已保存'), ...errorResponses(WRITING) },
});

export const adopt = secureRoute(FIRM, {
  method: 'post',
  path: `${ONE}/draft/adopt`,
  tags,
  operationId: 'adoptRules',
  summary: '看过变化，按新规定继续',
  request: { params: applicationPath, body: body(z.strictObject({ draftVersion: z.int() })) },
  responses: { 200: json(z.object({ draftVersion: z.int() }), '已改用新规定'), ...errorResponses(WRITING) },
});

export const check = secureRoute(FIRM, {
  method: 'get',
  path: `${ONE}/draft/evaluation`,
  tags,
  operationId: 'evaluateDraft',
  summary: '由服务器判定草稿，并列出还缺什么',
  request: { params: applicationPath },
  responses: { 200: json(draftEvaluation, '判定'), ...errorResponses([401, 403, 404, 409, 422, 429]) },
});

export const submit = secureRoute(CERTIFIER, {
  method: 'post',
  path: `${ONE}/submit`,
  tags,
  operationId: 'submitApplication',
  summary: '签署并提交',
  description: '缺少的材料和指标一次列出（422）。按所填数据肯定不符合条件的，须再次确认（412）。',
  request: { params: applicationPath, body: body(submitBody) },
  responses: { 200: json(submitted, '已提交'), ...errorResponses([...WRITING, 412]) },
});

export const resubmit = secureRoute(CERTIFIER, {
  method: 'post',
  path: `${ONE}/resubmit`,
  tags,
  operationId: 'resubmitApplication',
  summary: '提交补正',
  request: { params: applicationPath, body: body(submitBody) },
  responses: { 200: json(submitted, '已提交'), ...errorResponses([...WRITING, 412]) },
});

export const withdraw = secureRoute(CERTIFIER, {
  method: 'post',
  path: `${ONE}/withdraw`,
  tags,
  operationId: 'withdrawApplication',
  summary: '撤回',
  request: { params: applicationPath, body: body(withdrawBody) },
  responses: { 200: json(application, '已撤回'), ...errorResponses(WRITING) },
});

export const promise = secureRoute(CERTIFIER, {
  method: 'post',
  path: `${ONE}/deferrals`,
  tags,
  operationId: 'promiseDeferred',
  summary: '签署容缺承诺',
  request: { params: applicationPath, body: body(promiseBody) },
  responses: { 200: json(application, '已承诺'), ...errorResponses(WRITING) },
});

export const deliver = secureRoute(FIRM, {
  method: 'post',
  path: `${ONE}/deferrals/{materialId}/deliver`,
  tags,
  operationId: 'deliverDeferred',
  summary: '补交容缺材料',
  request: { params: materialPath, body: body(deliverBody) },
  responses: { 200: json(application, '已补交'), ...errorResponses([...WRITING, 412]) },
});

export const post = secureRoute(FIRM, {
  method: 'post',
  path: `${ONE}/messages`,
  tags,
  operationId: 'postMessage',
  summary: '留言',
  request: { params: applicationPath, body: body(messageBody) },
  responses: { 201: json(caseMessage, '已留言'), ...errorResponses(WRITING) },
});

export const round = secureRoute('signed-in', {
  method: 'get',
  path: `${ONE}/submissions/{round}`,
  tags,
  operationId: 'getSubmission',
  summary: '某次提交的原样内容',
  request: { params: roundPath },
  responses: { 200: json(submission, '提交件'), ...errorResponses([401, 403, 404, 422, 429]) },
});

export const paper = secureRoute('signed-in', {
  method: 'get',
  path: `${ONE}/submissions/{round}/pdf`,
  tags,
  operationId: 'getSubmissionPdf',
  summary: '某次提交的 PDF',
  request: { params: roundPath },
  responses: {
    200: { description: 'PDF', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const explain = secureRoute(
  { staff: CASE_ROLES },
  {
    method: 'post',
    path: `${ONE}/overrun-reason`,
    tags,
    operationId: 'giveOverrunReason',
    summary: '写明超时原因（公开）',
    request: { params: applicationPath, body: body(overrunBody) },
    responses: { 204: { description: '已写明' }, ...errorResponses(WRITING) },
  },
);

export const overruns = secureRoute('public', {
  method: 'get',
  path: '/api/v1/overruns',
  tags,
  operationId: 'listOverruns',
  summary: '超过承诺时限的环节与原因',
  responses: { 200: json(overrunList, '超时环节'), ...errorResponses([429]) },
});
