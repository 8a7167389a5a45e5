import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { READER, TAGS } from '../access.ts';
import { library } from './contract.ts';

export const list = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/library',
  tags: TAGS,
  operationId: 'getStudioLibrary',
  summary: '政策库：全部版本与草案',
  responses: {
    200: json(library, '政策库：全部版本与草案'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});
