import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { EDITOR, READER, TAGS } from '../access.ts';
import { draftPath } from '../contract.ts';
import { saved } from '../drafts/contract.ts';
import { applyFixBody, checks, compareQuery, comparison } from './contract.ts';

export const check = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/checks',
  tags: TAGS,
  operationId: 'checkStudioDraft',
  summary: '政策体检',
  request: { params: draftPath },
  responses: {
    200: json(checks, '政策体检'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const fix = secureRoute(EDITOR, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/fixes',
  tags: TAGS,
  operationId: 'applyStudioFix',
  summary: '采用一条改法',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: applyFixBody } } } },
  responses: {
    200: json(saved, '采用一条改法'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const compare = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/compare',
  tags: TAGS,
  operationId: 'compareStudioTexts',
  summary: '对比任意两份文本',
  request: { query: compareQuery },
  responses: {
    200: json(comparison, '对比任意两份文本'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});
