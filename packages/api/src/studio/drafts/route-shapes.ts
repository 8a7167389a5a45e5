import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { EDITOR, POLICY_STAFF, READER, TAGS } from '../access.ts';
import { draftDocument, draftPath } from '../contract.ts';
import {
  atVersion,
  comment,
  commentList,
  commentPath,
  documentAt,
  editDocument,
  editList,
  editsQuery,
  newComment,
  newDraft,
  saveConflict,
  saveDocument,
  saved,
  sentences,
  setScope,
  setTitle,
  studioDraft,
  versionPath,
} from './contract.ts';

export const create = secureRoute(EDITOR, {
  method: 'post',
  path: '/api/v1/studio/drafts',
  tags: TAGS,
  operationId: 'createStudioDraft',
  summary: '新建草案',
  request: { body: { required: true, content: { 'application/json': { schema: newDraft } } } },
  responses: {
    201: json(studioDraft, '新建草案'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const read = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}',
  tags: TAGS,
  operationId: 'getStudioDraft',
  summary: '一份草案',
  request: { params: draftPath },
  responses: {
    200: json(studioDraft, '一份草案'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const save = secureRoute(EDITOR, {
  method: 'put',
  path: '/api/v1/studio/drafts/{draftId}/document',
  tags: TAGS,
  operationId: 'saveStudioDocument',
  summary: '保存全文',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: saveDocument } } } },
  responses: {
    200: json(saved, '保存全文'),
    409: json(saveConflict, '有人先保存了'),
    ...errorResponses([400, 401, 403, 404, 413, 415, 422, 429]),
  },
});

export const edit = secureRoute(EDITOR, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/edits',
  tags: TAGS,
  operationId: 'editStudioDocument',
  summary: '保存几处修改',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: editDocument } } } },
  responses: {
    200: json(saved, '保存几处修改'),
    409: json(saveConflict, '有人先保存了'),
    ...errorResponses([400, 401, 403, 404, 413, 415, 422, 429]),
  },
});

export const edits = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/edits',
  tags: TAGS,
  operationId: 'listStudioEdits',
  summary: '修改历史，最新的在前',
  request: { params: draftPath, query: editsQuery },
  responses: {
    200: json(editList, '修改历史，最新的在前'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const documentOf = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/versions/{version}',
  tags: TAGS,
  operationId: 'getStudioDocumentAt',
  summary: '某一次保存后的全文',
  request: { params: versionPath },
  responses: {
    200: json(documentAt, '某一次保存后的全文'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const undo = secureRoute(EDITOR, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/undo',
  tags: TAGS,
  operationId: 'undoStudioEdit',
  summary: '撤销自己的上一次修改',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: atVersion } } } },
  responses: {
    200: json(saved, '撤销自己的上一次修改'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const redo = secureRoute(EDITOR, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/redo',
  tags: TAGS,
  operationId: 'redoStudioEdit',
  summary: '重做自己撤销的修改',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: atVersion } } } },
  responses: {
    200: json(saved, '重做自己撤销的修改'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const rename = secureRoute(EDITOR, {
  method: 'put',
  path: '/api/v1/studio/drafts/{draftId}/title',
  tags: TAGS,
  operationId: 'renameStudioDraft',
  summary: '改名',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: setTitle } } } },
  responses: {
    200: json(studioDraft, '改名'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const scope = secureRoute(EDITOR, {
  method: 'put',
  path: '/api/v1/studio/drafts/{draftId}/scope',
  tags: TAGS,
  operationId: 'scopeStudioDraft',
  summary: '设定适用的园区',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: setScope } } } },
  responses: {
    200: json(studioDraft, '设定适用的园区'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const exportJson = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/export',
  tags: TAGS,
  operationId: 'exportStudioDraft',
  summary: '导出为 JSON 文件',
  request: { params: draftPath },
  responses: {
    200: { description: '政策文件', content: { 'application/json': { schema: draftDocument } } },
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const words = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/sentences',
  tags: TAGS,
  operationId: 'getStudioSentences',
  summary: '每条规则的释义',
  request: { params: draftPath },
  responses: {
    200: json(sentences, '每条规则的释义'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const comments = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/comments',
  tags: TAGS,
  operationId: 'listStudioComments',
  summary: '批注',
  request: { params: draftPath },
  responses: {
    200: json(commentList, '批注'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const addComment = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/comments',
  tags: TAGS,
  operationId: 'addStudioComment',
  summary: '写批注',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: newComment } } } },
  responses: {
    201: json(comment, '写批注'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const resolveComment = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/comments/{commentId}/resolve',
  tags: TAGS,
  operationId: 'resolveStudioComment',
  summary: '批注已处理',
  request: { params: commentPath },
  responses: {
    204: { description: '批注已处理' },
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});
