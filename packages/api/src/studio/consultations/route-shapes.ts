import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { POLICY_STAFF, READER, TAGS } from '../access.ts';
import {
  commentReceipt,
  consultation,
  consultationList,
  consultationPath,
  hideBody,
  noticePath,
  policyNoticeList,
  policyNoticeView,
  replyBody,
  sendComment,
  staffCommentList,
  staffCommentPath,
} from './contract.ts';

export const list = secureRoute('public', {
  method: 'get',
  path: '/api/v1/consultations',
  tags: TAGS,
  operationId: 'listConsultations',
  summary: '征求意见',
  responses: {
    200: json(consultationList, '征求意见'),
    ...errorResponses([404, 422, 429]),
  },
});

export const one = secureRoute('public', {
  method: 'get',
  path: '/api/v1/consultations/{consultationId}',
  tags: TAGS,
  operationId: 'getConsultation',
  summary: '一次征求意见',
  request: { params: consultationPath },
  responses: {
    200: json(consultation, '一次征求意见'),
    ...errorResponses([404, 422, 429]),
  },
});

export const send = secureRoute('public', {
  method: 'post',
  path: '/api/v1/consultations/{consultationId}/comments',
  tags: TAGS,
  operationId: 'sendConsultationComment',
  summary: '提意见',
  request: {
    params: consultationPath,
    body: { required: true, content: { 'application/json': { schema: sendComment } } },
  },
  responses: {
    201: json(commentReceipt, '提意见'),
    ...errorResponses([400, 404, 409, 413, 415, 422, 429]),
  },
});

export const notices = secureRoute('public', {
  method: 'get',
  path: '/api/v1/policy-notices',
  tags: TAGS,
  operationId: 'listPolicyNotices',
  summary: '政策公布',
  responses: {
    200: json(policyNoticeList, '政策公布'),
    ...errorResponses([404, 422, 429]),
  },
});

export const notice = secureRoute('public', {
  method: 'get',
  path: '/api/v1/policy-notices/{noticeId}',
  tags: TAGS,
  operationId: 'getPolicyNotice',
  summary: '一次公布',
  request: { params: noticePath },
  responses: {
    200: json(policyNoticeView, '一次公布'),
    ...errorResponses([404, 422, 429]),
  },
});

export const staffComments = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/consultations/{consultationId}/comments',
  tags: TAGS,
  operationId: 'listConsultationComments',
  summary: '收到的意见',
  request: { params: consultationPath },
  responses: {
    200: json(staffCommentList, '收到的意见'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const reply = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: '/api/v1/studio/consultations/{consultationId}/comments/{commentId}/reply',
  tags: TAGS,
  operationId: 'replyToConsultationComment',
  summary: '答复意见',
  request: {
    params: staffCommentPath,
    body: { required: true, content: { 'application/json': { schema: replyBody } } },
  },
  responses: {
    204: { description: '答复意见' },
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const hide = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: '/api/v1/studio/consultations/{consultationId}/comments/{commentId}/hide',
  tags: TAGS,
  operationId: 'hideConsultationComment',
  summary: '不公开一条意见，写明理由',
  request: {
    params: staffCommentPath,
    body: { required: true, content: { 'application/json': { schema: hideBody } } },
  },
  responses: {
    204: { description: '不公开一条意见，写明理由' },
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});
