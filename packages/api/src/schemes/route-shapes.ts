import * as z from 'zod';
import { secureRoute } from '../http/access.ts';
import { errorResponses, json } from '../http/responses.ts';
import {
  closeSchemeBody,
  publishSchemeBody,
  revisionList,
  revisionPath,
  saveSchemeBody,
  schemeGuide,
  schemeList,
  schemePath,
  stepTimes,
} from './contract.ts';

const tags = ['申报事项 · Schemes'];
const EDITOR = { staff: ['policy-editor'] } as const;
const APPROVER = { staff: ['policy-approver'] } as const;

export const list = secureRoute('public', {
  method: 'get',
  path: '/api/v1/schemes',
  tags,
  operationId: 'listSchemes',
  summary: '申报事项清单',
  description: '可申报的在前。Schemes, open ones first.',
  responses: { 200: json(schemeList, '申报事项'), ...errorResponses([429]) },
});

export const guide = secureRoute('public', {
  method: 'get',
  path: '/api/v1/schemes/{id}',
  tags,
  operationId: 'getScheme',
  summary: '申报指南',
  description: '材料（哪些可以后补）、步骤与时限、依据、逾期怎么办、公示天数、咨询方式，以及各步骤实际平均用时。',
  request: { params: schemePath },
  responses: { 200: json(schemeGuide, '申报指南'), ...errorResponses([404, 422, 429]) },
});

export const revision = secureRoute('public', {
  method: 'get',
  path: '/api/v1/schemes/{id}/revisions/{revision}',
  tags,
  operationId: 'getSchemeRevision',
  summary: '申报指南的某次修订',
  request: { params: revisionPath },
  responses: { 200: json(schemeGuide, '申报指南'), ...errorResponses([404, 422, 429]) },
});

export const times = secureRoute('public', {
  method: 'get',
  path: '/api/v1/schemes/{id}/step-times',
  tags,
  operationId: 'getStepTimes',
  summary: '各步骤实际平均用时（工作日）',
  request: { params: schemePath },
  responses: { 200: json(stepTimes, '各步骤用时'), ...errorResponses([404, 422, 429]) },
});

export const revisions = secureRoute(
  { staff: ['policy-editor', 'policy-approver', 'auditor'] },
  {
    method: 'get',
    path: '/api/v1/scheme-revisions',
    tags,
    operationId: 'listSchemeRevisions',
    summary: '全部修订，含草稿',
    responses: { 200: json(revisionList, '全部修订'), ...errorResponses([401, 403, 429]) },
  },
);

export const save = secureRoute(EDITOR, {
  method: 'put',
  path: '/api/v1/schemes/{id}/draft',
  tags,
  operationId: 'saveScheme',
  summary: '保存草稿',
  request: {
    params: schemePath,
    body: { required: true, content: { 'application/json': { schema: saveSchemeBody } } },
  },
  responses: {
    200: json(z.object({ revision: z.int(), hash: z.string() }), '已保存'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const publish = secureRoute(APPROVER, {
  method: 'post',
  path: '/api/v1/schemes/{id}/publish',
  tags,
  operationId: 'publishScheme',
  summary: '发布草稿（须由另一人）',
  request: {
    params: schemePath,
    body: { required: true, content: { 'application/json': { schema: publishSchemeBody } } },
  },
  responses: {
    200: json(z.object({ revision: z.int() }), '已发布'),
    ...errorResponses([400, 401, 403, 404, 409, 412, 413, 415, 422, 429]),
  },
});

export const close = secureRoute(APPROVER, {
  method: 'post',
  path: '/api/v1/schemes/{id}/close',
  tags,
  operationId: 'closeScheme',
  summary: '停止申报',
  request: {
    params: schemePath,
    body: { required: true, content: { 'application/json': { schema: closeSchemeBody } } },
  },
  responses: { 204: { description: '已停止' }, ...errorResponses([400, 401, 403, 404, 413, 415, 422, 429]) },
});
