import * as z from 'zod';
import { secureRoute } from '../../http/access.ts';
import { strict } from '../../http/contract.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { CASE_READERS, CASE_ROLES } from '../../identity/roles.ts';
import {
  assignment,
  assignRequest,
  bulkRequest,
  bulkResult,
  caseCounts,
  caseExportQuery,
  caseFilters,
  caseList,
  caseListQuery,
  deskOverview,
  savedViewList,
  saveViewRequest,
} from './contract.ts';

const tags = ['工作台 · Desk'];
const readers = { staff: CASE_READERS };
const workers = { staff: CASE_ROLES };
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
export const idPath = strict({ id: z.string().max(60) });

export const list = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/desk/cases',
  tags,
  operationId: 'listCases',
  summary: '件的队列，按剩余工作日排序',
  description: '不计时的排在最后。部门审核人员只看到本部门有任务的件。Sorted by working days left.',
  request: { query: caseListQuery },
  responses: { 200: json(caseList, '一页'), ...errorResponses([401, 403, 422]) },
});

export const counts = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/desk/counts',
  tags,
  operationId: 'countCases',
  summary: '同样筛选下各状态的件数',
  request: { query: caseFilters },
  responses: { 200: json(caseCounts, '各状态件数'), ...errorResponses([401, 403, 422]) },
});

export const overview = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/desk/overview',
  tags,
  operationId: 'readDeskOverview',
  summary: '超期、本周到期、等企业办理与平均用时',
  responses: { 200: json(deskOverview, '概览'), ...errorResponses([401, 403]) },
});

export const exportAll = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/desk/export',
  tags,
  operationId: 'exportCases',
  summary: '导出筛选出的全部件（流式 XLSX 或 CSV）',
  description: '导出的正是筛选出的全部，不只是当前一页；导出留痕。Exactly the filtered set, as a stream.',
  request: { query: caseExportQuery },
  responses: {
    200: { description: '文件', content: { 'application/octet-stream': { schema: z.string() } } },
    ...errorResponses([401, 403, 422]),
  },
});

export const bulk = secureRoute(workers, {
  method: 'post',
  path: '/api/v1/desk/bulk',
  tags,
  operationId: 'actOnManyCases',
  summary: '批量受理或指派，逐件给出结果',
  request: body(bulkRequest),
  responses: { 200: json(bulkResult, '逐件结果'), ...errorResponses([400, 401, 403, 415, 422]) },
});

export const assign = secureRoute(workers, {
  method: 'put',
  path: '/api/v1/desk/cases/{id}/assignee',
  tags,
  operationId: 'assignCase',
  summary: '指派或接手',
  request: { params: idPath, ...body(assignRequest) },
  responses: { 200: json(assignment, '经办人'), ...errorResponses([401, 403, 404, 412, 422]) },
});

export const views = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/desk/views',
  tags,
  operationId: 'listSavedViews',
  summary: '常用视图',
  responses: { 200: json(savedViewList, '本人的与共享的'), ...errorResponses([401, 403]) },
});

export const keepView = secureRoute(workers, {
  method: 'post',
  path: '/api/v1/desk/views',
  tags,
  operationId: 'saveView',
  summary: '保存视图',
  request: body(saveViewRequest),
  responses: { 200: json(savedViewList, '保存后的全部'), ...errorResponses([401, 403, 422]) },
});

export const dropView = secureRoute(workers, {
  method: 'delete',
  path: '/api/v1/desk/views/{id}',
  tags,
  operationId: 'deleteView',
  summary: '删除本人的视图',
  request: { params: idPath },
  responses: { 200: json(savedViewList, '余下的'), ...errorResponses([401, 403, 404]) },
});
