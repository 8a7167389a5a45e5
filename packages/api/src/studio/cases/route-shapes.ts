import * as z from 'zod';
import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { EDITOR, POLICY_STAFF, READER, TAGS } from '../access.ts';
import { draftPath } from '../contract.ts';
import {
  addCases,
  addedCases,
  caseList,
  casePath,
  generateCases,
  generatedCases,
  importedCases,
  importQuery,
  policyCase,
  storedCase,
} from './contract.ts';

export const list = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/cases',
  tags: TAGS,
  operationId: 'listStudioCases',
  summary: '算例、运行结果与覆盖',
  request: { params: draftPath },
  responses: {
    200: json(caseList, '算例、运行结果与覆盖'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const add = secureRoute(EDITOR, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/cases',
  tags: TAGS,
  operationId: 'addStudioCases',
  summary: '加入算例',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: addCases } } } },
  responses: {
    201: json(addedCases, '加入算例'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const save = secureRoute(EDITOR, {
  method: 'put',
  path: '/api/v1/studio/drafts/{draftId}/cases/{caseId}',
  tags: TAGS,
  operationId: 'saveStudioCase',
  summary: '改一个算例',
  request: { params: casePath, body: { required: true, content: { 'application/json': { schema: policyCase } } } },
  responses: {
    200: json(storedCase, '改一个算例'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const remove = secureRoute(EDITOR, {
  method: 'delete',
  path: '/api/v1/studio/drafts/{draftId}/cases/{caseId}',
  tags: TAGS,
  operationId: 'removeStudioCase',
  summary: '删去一个算例',
  request: { params: casePath },
  responses: {
    204: { description: '删去一个算例' },
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const confirm = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/cases/{caseId}/confirm',
  tags: TAGS,
  operationId: 'confirmStudioCase',
  summary: '确认生成的算例',
  request: { params: casePath },
  responses: {
    204: { description: '确认生成的算例' },
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const generate = secureRoute(READER, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/cases/generate',
  tags: TAGS,
  operationId: 'generateStudioCases',
  summary: '生成临界算例（只是建议，不保存）',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: generateCases } } } },
  responses: {
    200: json(generatedCases, '生成临界算例（只是建议，不保存）'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const importSheet = secureRoute(EDITOR, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/cases/import',
  tags: TAGS,
  operationId: 'importStudioCases',
  summary: '从表格导入算例（CSV 或 XLSX）',
  request: {
    params: draftPath,
    query: importQuery,
    body: {
      required: true,
      content: { 'text/csv': { schema: z.string() }, 'application/octet-stream': { schema: z.string() } },
    },
  },
  responses: {
    200: json(importedCases, '从表格导入算例（CSV 或 XLSX）'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});
