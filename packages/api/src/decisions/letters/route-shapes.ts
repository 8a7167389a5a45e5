import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { CASE_READERS, FIRM_ROLES } from '../../identity/roles.ts';
import { letterPath } from '../contract.ts';
import {
  letterTemplate,
  previewTemplate,
  savedTemplate,
  templateList,
  templatePath,
  templatePreview,
  templateVersionPath,
} from './contract.ts';

const tags = ['文书 · Letters'];
const EITHER = { firm: FIRM_ROLES, staff: CASE_READERS } as const;
const bytes = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: { type: 'string', format: 'binary' } as const } },
});

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const asDocx = secureRoute(EITHER, {
  method: 'get',
  path: '/api/v1/letters/{letterId}/docx',
  tags,
  operationId: 'getLetterDocx',
  summary: '文书（Word）',
  request: { params: letterPath },
  responses: { 200: bytes(DOCX, 'Word 文件'), ...errorResponses([401, 403, 404, 422, 429]) },
});

export const asPdf = secureRoute(EITHER, {
  method: 'get',
  path: '/api/v1/letters/{letterId}/pdf',
  tags,
  operationId: 'getLetterPdf',
  summary: '文书（PDF）',
  request: { params: letterPath },
  responses: { 200: bytes('application/pdf', 'PDF 文件'), ...errorResponses([401, 403, 404, 422, 429]) },
});

const READERS = { staff: ['policy-editor', 'policy-approver', 'decision-maker', 'auditor'] } as const;

export const preview = secureRoute(READERS, {
  method: 'post',
  path: '/api/v1/letter-templates/{kind}/preview',
  tags,
  operationId: 'previewLetterTemplate',
  summary: '预览一段模板做成的文书；不保存',
  request: {
    params: templatePath,
    body: { required: true, content: { 'application/json': { schema: previewTemplate } } },
  },
  responses: { 200: json(templatePreview, '预览'), ...errorResponses([400, 401, 403, 404, 413, 415, 422, 429]) },
});

export const templates = secureRoute(READERS, {
  method: 'get',
  path: '/api/v1/letter-templates',
  tags,
  operationId: 'listLetterTemplates',
  summary: '文书模板及其版本',
  responses: { 200: json(templateList, '模板'), ...errorResponses([401, 403, 429]) },
});

export const save = secureRoute(
  { staff: ['policy-editor'] },
  {
    method: 'post',
    path: '/api/v1/letter-templates/{kind}',
    tags,
    operationId: 'saveLetterTemplate',
    summary: '保存新版模板（草稿）',
    request: {
      params: templatePath,
      body: { required: true, content: { 'application/json': { schema: letterTemplate } } },
    },
    responses: { 201: json(savedTemplate, '已保存'), ...errorResponses([400, 401, 403, 413, 415, 422, 429]) },
  },
);

export const publish = secureRoute(
  { staff: ['policy-approver'] },
  {
    method: 'post',
    path: '/api/v1/letter-templates/{kind}/{version}/publish',
    tags,
    operationId: 'publishLetterTemplate',
    summary: '启用一版模板（须由另一人）',
    request: { params: templateVersionPath },
    responses: { 200: json(savedTemplate, '已启用'), ...errorResponses([401, 403, 404, 409, 412, 422, 429]) },
  },
);
