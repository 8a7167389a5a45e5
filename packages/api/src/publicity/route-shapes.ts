import { contentQuery, uploadQuery } from '../files/contract.ts';
import { OCTETS } from '../files/stream-file.ts';
import { secureRoute } from '../http/access.ts';
import { errorResponses, json } from '../http/responses.ts';
import { CASE_READERS } from '../identity/roles.ts';
import {
  attachHeaders,
  attachmentPath,
  attachment as attachmentShape,
  awardList,
  caseAfterAnswer,
  casePath,
  casePublicity,
  notice,
  noticeList,
  noticePath,
  objectionAnswer,
  objectionList,
  objectionPath,
  objectionReceipt,
  objectionRequest,
  pageQuery,
  rowPath,
} from './contract.ts';

const tags = ['公示与异议 · Publicity'];

export const list = secureRoute('public', {
  method: 'get',
  path: '/api/v1/publicity',
  tags,
  operationId: 'listNotices',
  summary: '公示清单',
  description: '最新在前，无需登录。Public notices, the latest first.',
  request: { query: pageQuery },
  responses: { 200: json(noticeList, '公示清单'), ...errorResponses([422, 429]) },
});

export const one = secureRoute('public', {
  method: 'get',
  path: '/api/v1/publicity/{noticeId}',
  tags,
  operationId: 'getNotice',
  summary: '一份公示',
  description: '企业、事项或层级、金额、向谁提出异议、截止哪一天、现在的状态，以及异议的书面答复。',
  request: { params: noticePath },
  responses: { 200: json(notice, '公示'), ...errorResponses([404, 422, 429]) },
});

export const object = secureRoute('public', {
  method: 'post',
  path: '/api/v1/publicity/{noticeId}/rows/{applicationId}/objections',
  tags,
  operationId: 'raiseObjection',
  summary: '对一行提出异议',
  description:
    '任何人都可以提出；只停下这一行。姓名和联系方式只用于答复，也可以匿名。Anyone may object; only this row stops.',
  request: {
    params: rowPath,
    body: { required: true, content: { 'application/json': { schema: objectionRequest } } },
  },
  responses: { 201: json(objectionReceipt, '已收到'), ...errorResponses([400, 404, 409, 413, 415, 422, 429]) },
});

export const attach = secureRoute('public', {
  method: 'post',
  path: '/api/v1/publicity/objections/{objectionId}/files',
  tags,
  operationId: 'attachToObjection',
  summary: '给刚提出的异议附上一个文件',
  description:
    '请求体就是文件本身。凭提交异议时给出的 filesKey，两小时内有效；类型按内容识别。The body is the file itself; the key of the receipt is needed.',
  request: {
    params: objectionPath,
    headers: attachHeaders,
    query: uploadQuery,
    body: { required: true, content: { [OCTETS]: { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: { 201: json(attachmentShape, '已收下'), ...errorResponses([404, 409, 413, 415, 422, 429]) },
});

export const attachment = secureRoute(
  { staff: ['decision-maker'] },
  {
    method: 'get',
    path: '/api/v1/objections/{objectionId}/files/{fileId}',
    tags,
    operationId: 'openObjectionFile',
    summary: '下载或预览异议附件',
    description: '只有答复异议的人能打开；每次打开都记入操作留痕。',
    request: { params: attachmentPath, query: contentQuery },
    responses: {
      200: { description: '文件内容', content: { [OCTETS]: { schema: { type: 'string', format: 'binary' } } } },
      ...errorResponses([401, 403, 404, 409, 422, 429]),
    },
  },
);

export const awards = secureRoute('public', {
  method: 'get',
  path: '/api/v1/awards',
  tags,
  operationId: 'listAwards',
  summary: '已批准的支持',
  description: '公示期满批准的事项，最新在前，无需登录。',
  request: { query: pageQuery },
  responses: { 200: json(awardList, '已批准的支持'), ...errorResponses([422, 429]) },
});

export const ofCase = secureRoute(
  { staff: CASE_READERS },
  {
    method: 'get',
    path: '/api/v1/applications/{applicationId}/publicity',
    tags,
    operationId: 'getCasePublicity',
    summary: '一件申报的公示与异议',
    request: { params: casePath },
    responses: { 200: json(casePublicity, '公示与异议'), ...errorResponses([401, 403, 404, 422, 429]) },
  },
);

export const open = secureRoute(
  { staff: ['decision-maker', 'intake-clerk', 'auditor'] },
  {
    method: 'get',
    path: '/api/v1/objections',
    tags,
    operationId: 'listOpenObjections',
    summary: '待答复的异议',
    responses: { 200: json(objectionList, '待答复的异议'), ...errorResponses([401, 403, 429]) },
  },
);

export const answer = secureRoute(
  { staff: ['decision-maker'] },
  {
    method: 'post',
    path: '/api/v1/objections/{objectionId}/answer',
    tags,
    operationId: 'answerObjection',
    summary: '书面答复异议',
    description: '不成立：公示按剩余天数继续；成立：回到决定。Dismissed: the notice goes on; upheld: decided again.',
    request: {
      params: objectionPath,
      body: { required: true, content: { 'application/json': { schema: objectionAnswer } } },
    },
    responses: {
      200: json(caseAfterAnswer, '已答复'),
      ...errorResponses([400, 401, 403, 404, 409, 412, 413, 415, 422, 429]),
    },
  },
);
