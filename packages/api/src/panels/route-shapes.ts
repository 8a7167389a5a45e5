import * as z from 'zod';
import { secureRoute } from '../http/access.ts';
import { errorResponses, json } from '../http/responses.ts';
import { CASE_READERS, type StaffRole } from '../identity/roles.ts';
import {
  assignExpert,
  caseMaterial,
  casePanels,
  casePath,
  closePanel,
  createdPanel,
  createPanel,
  declareConflict,
  declareFirms,
  expertList,
  expertPath,
  firmsToDeclare,
  panel,
  panelCasePath,
  panelFilePath,
  panelList,
  panelPath,
  panelResults,
  saveScore,
  startRound,
} from './contract.ts';

const tags = ['专家评审 · Panels'];
const KEEPER = { staff: ['intake-clerk', 'decision-maker'] } as const;
const EXPERT = { staff: ['panel-expert'] } as const;
const ANY: { staff: readonly StaffRole[] } = { staff: ['intake-clerk', 'decision-maker', 'panel-expert', 'auditor'] };
const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: { 'application/json': { schema } } });
const READ = [401, 403, 404, 422, 429] as const;
const WRITE = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429] as const;
const ONE = '/api/v1/panels/{panelId}';
const CASE = `${ONE}/cases/{applicationId}` as const;

export const list = secureRoute(ANY, {
  method: 'get',
  path: '/api/v1/panels',
  tags,
  operationId: 'listPanels',
  summary: '评审组清单；专家只看到自己的',
  responses: { 200: json(panelList, '评审组'), ...errorResponses([401, 403, 429]) },
});

export const create = secureRoute(KEEPER, {
  method: 'post',
  path: '/api/v1/panels',
  tags,
  operationId: 'createPanel',
  summary: '组建评审组',
  request: { body: body(createPanel) },
  responses: { 201: json(createdPanel, '已组建'), ...errorResponses([400, 401, 403, 413, 415, 422, 429]) },
});

export const one = secureRoute(ANY, {
  method: 'get',
  path: ONE,
  tags,
  operationId: 'getPanel',
  summary: '一个评审组：进度，不含任何人的评分',
  request: { params: panelPath },
  responses: { 200: json(panel, '评审组'), ...errorResponses(READ) },
});

export const experts = secureRoute(KEEPER, {
  method: 'get',
  path: '/api/v1/panel-experts',
  tags,
  operationId: 'listPanelExperts',
  summary: '可指派的专家',
  responses: { 200: json(expertList, '专家'), ...errorResponses([401, 403, 429]) },
});

export const assign = secureRoute(KEEPER, {
  method: 'post',
  path: `${ONE}/experts`,
  tags,
  operationId: 'assignExpert',
  summary: '指派专家',
  request: { params: panelPath, body: body(assignExpert) },
  responses: { 204: { description: '已指派' }, ...errorResponses(WRITE) },
});

export const remove = secureRoute(KEEPER, {
  method: 'delete',
  path: `${ONE}/experts/{userId}`,
  tags,
  operationId: 'removeExpert',
  summary: '撤下尚未提交评分的专家',
  request: { params: expertPath },
  responses: { 204: { description: '已撤下' }, ...errorResponses([401, 403, 404, 409, 422, 429]) },
});

export const declare = secureRoute(EXPERT, {
  method: 'post',
  path: `${CASE}/declaration`,
  tags,
  operationId: 'declareConflict',
  summary: '申报有无利益冲突',
  request: { params: panelCasePath, body: body(declareConflict) },
  responses: { 200: json(z.object({ hasConflict: z.boolean() }), '已申报'), ...errorResponses(WRITE) },
});

export const firms = secureRoute(EXPERT, {
  method: 'get',
  path: `${ONE}/declarations`,
  tags,
  operationId: 'listFirmsToDeclare',
  summary: '本人还须申报回避的企业名单；盲评时不与材料对应',
  request: { params: panelPath },
  responses: { 200: json(firmsToDeclare, '名单'), ...errorResponses(READ) },
});

export const declareAll = secureRoute(EXPERT, {
  method: 'post',
  path: `${ONE}/declarations`,
  tags,
  operationId: 'declareOnFirms',
  summary: '对照企业名单申报有无利益冲突',
  request: { params: panelPath, body: body(declareFirms) },
  responses: { 200: json(z.object({ conflicts: z.int() }), '已申报'), ...errorResponses(WRITE) },
});

export const material = secureRoute(EXPERT, {
  method: 'get',
  path: CASE,
  tags,
  operationId: 'getCaseMaterial',
  summary: '一件的材料与本人评分；有利益冲突的一律 403',
  request: { params: panelCasePath },
  responses: { 200: json(caseMaterial, '材料'), ...errorResponses(READ) },
});

export const file = secureRoute(EXPERT, {
  method: 'get',
  path: `${CASE}/files/{fileId}`,
  tags,
  operationId: 'getCaseFile',
  summary: '一份证明材料；盲评时不提供',
  request: { params: panelFilePath },
  responses: {
    200: {
      description: '文件',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    ...errorResponses([401, 403, 404, 409, 422, 429]),
  },
});

export const score = secureRoute(EXPERT, {
  method: 'put',
  path: `${CASE}/score`,
  tags,
  operationId: 'saveScore',
  summary: '保存或提交评分',
  request: { params: panelCasePath, body: body(saveScore) },
  responses: {
    200: json(z.object({ total: z.string().nullable(), isHandedIn: z.boolean() }), '已保存'),
    ...errorResponses(WRITE),
  },
});

export const results = secureRoute(ANY, {
  method: 'get',
  path: `${ONE}/results`,
  tags,
  operationId: 'getPanelResults',
  summary: '启封后的评分、均值与离散',
  description: '全部专家提交之前，任何人都看不到，返回 409 still-sealed。',
  request: { params: panelPath },
  responses: { 200: json(panelResults, '结果'), ...errorResponses([401, 403, 404, 409, 422, 429]) },
});

export const rescore = secureRoute(ANY, {
  method: 'post',
  path: `${ONE}/rounds`,
  tags,
  operationId: 'startRound',
  summary: '对部分申报复评，须说明理由',
  request: { params: panelPath, body: body(startRound) },
  responses: { 204: { description: '已开始' }, ...errorResponses(WRITE) },
});

export const close = secureRoute(EXPERT, {
  method: 'post',
  path: `${ONE}/close`,
  tags,
  operationId: 'closePanel',
  summary: '组长签署评审纪要，结束评审',
  request: { params: panelPath, body: body(closePanel) },
  responses: { 204: { description: '已结束' }, ...errorResponses(WRITE) },
});

export const ofCase = secureRoute(
  { staff: CASE_READERS },
  {
    method: 'get',
    path: '/api/v1/applications/{applicationId}/panels',
    tags,
    operationId: 'getCasePanels',
    summary: '一件申报的评审组',
    request: { params: casePath },
    responses: { 200: json(casePanels, '评审组'), ...errorResponses(READ) },
  },
);
