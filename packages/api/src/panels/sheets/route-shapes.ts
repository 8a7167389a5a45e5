import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { savedSheet, sheetDocument, sheetList, sheetPath, sheetVersionPath } from '../contract.ts';

const tags = ['专家评审 · Panels'];

export const list = secureRoute(
  { staff: ['policy-editor', 'policy-approver', 'intake-clerk', 'decision-maker', 'auditor'] },
  {
    method: 'get',
    path: '/api/v1/scoring-sheets',
    tags,
    operationId: 'listScoringSheets',
    summary: '评分表及其版本',
    responses: { 200: json(sheetList, '评分表'), ...errorResponses([401, 403, 429]) },
  },
);

export const save = secureRoute(
  { staff: ['policy-editor'] },
  {
    method: 'post',
    path: '/api/v1/scoring-sheets/{sheetId}',
    tags,
    operationId: 'saveScoringSheet',
    summary: '保存新版评分表（草稿）',
    request: {
      params: sheetPath,
      body: { required: true, content: { 'application/json': { schema: sheetDocument } } },
    },
    responses: { 201: json(savedSheet, '已保存'), ...errorResponses([400, 401, 403, 413, 415, 422, 429]) },
  },
);

export const publish = secureRoute(
  { staff: ['policy-approver'] },
  {
    method: 'post',
    path: '/api/v1/scoring-sheets/{sheetId}/{version}/publish',
    tags,
    operationId: 'publishScoringSheet',
    summary: '启用一版评分表（须由另一人）；此后不可更改',
    request: { params: sheetVersionPath },
    responses: { 200: json(savedSheet, '已启用'), ...errorResponses([401, 403, 404, 409, 412, 422, 429]) },
  },
);
