import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { POLICY_STAFF, READER, TAGS } from '../access.ts';
import { draftPath } from '../contract.ts';
import { reality, startedTrial, startTrial, sweepBody, sweepResult, trial, trialList, trialPath } from './contract.ts';

export const start = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/trials',
  tags: TAGS,
  operationId: 'startStudioTrial',
  summary: '开始试算',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: startTrial } } } },
  responses: {
    202: json(startedTrial, '开始试算'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const list = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/trials',
  tags: TAGS,
  operationId: 'listStudioTrials',
  summary: '这份草案的试算记录',
  request: { params: draftPath },
  responses: {
    200: json(trialList, '这份草案的试算记录'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const one = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/trials/{trialId}',
  tags: TAGS,
  operationId: 'getStudioTrial',
  summary: '一次试算：进度或结果',
  request: { params: trialPath },
  responses: {
    200: json(trial, '一次试算：进度或结果'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const sweepFigure = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/sweeps',
  tags: TAGS,
  operationId: 'sweepStudioFigure',
  summary: '滑动一个数字',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: sweepBody } } } },
  responses: {
    200: json(sweepResult, '滑动一个数字'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const realityOf = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/reality',
  tags: TAGS,
  operationId: 'getPolicyReality',
  summary: '试算时说的与实际发生的',
  request: { params: draftPath },
  responses: {
    200: json(reality, '试算时说的与实际发生的'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});
