import * as z from 'zod';
import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { POLICY_STAFF, TAGS } from '../access.ts';
import { populationList, populationPath, populationQuery, uploadedPopulation } from './contract.ts';

const PATH = '/api/v1/studio/populations';

export const list = secureRoute(POLICY_STAFF, {
  method: 'get',
  path: PATH,
  tags: TAGS,
  operationId: 'listStudioPopulations',
  summary: '上传过的试算名单',
  responses: { 200: json(populationList, '试算名单'), ...errorResponses([401, 403, 404, 422, 429]) },
});

export const upload = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: PATH,
  tags: TAGS,
  operationId: 'uploadStudioPopulation',
  summary: '上传一批企业用于试算',
  request: {
    query: populationQuery,
    body: {
      required: true,
      content: {
        'application/x-ndjson': { schema: z.string() },
        'text/csv': { schema: z.string() },
        'application/octet-stream': { schema: z.string() },
      },
    },
  },
  responses: {
    201: json(uploadedPopulation, '上传一批企业用于试算'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const remove = secureRoute(POLICY_STAFF, {
  method: 'delete',
  path: `${PATH}/{populationId}`,
  tags: TAGS,
  operationId: 'deleteStudioPopulation',
  summary: '删除一份试算名单',
  request: { params: populationPath },
  responses: { 204: { description: '已删除' }, ...errorResponses([401, 403, 404, 409, 422, 429]) },
});
