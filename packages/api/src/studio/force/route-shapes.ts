import { applicationPath } from '../../applications/contract.ts';
import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { FIRM_ROLES } from '../../identity/roles.ts';
import { APPROVER, EDITOR, POLICY_STAFF, READER, TAGS } from '../access.ts';
import { draftPath } from '../contract.ts';
import { saved, studioDraft } from '../drafts/contract.ts';
import {
  caseTransitionAnswer,
  decide,
  force,
  openConsultation,
  publishBody,
  published,
  saveFairness,
  saveLegality,
  saveSchedule,
  saveTransition,
  transitionList,
  withdrawBody,
} from './contract.ts';

export const read = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/force',
  tags: TAGS,
  operationId: 'getPathToForce',
  summary: '从草案到施行：各步与还缺什么',
  request: { params: draftPath },
  responses: {
    200: json(force, '从草案到施行：各步与还缺什么'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const fairness = secureRoute(EDITOR, {
  method: 'put',
  path: '/api/v1/studio/drafts/{draftId}/fairness',
  tags: TAGS,
  operationId: 'saveStudioFairness',
  summary: '公平竞争审查表',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: saveFairness } } } },
  responses: {
    200: json(saved, '公平竞争审查表'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const legality = secureRoute(POLICY_STAFF, {
  method: 'put',
  path: '/api/v1/studio/drafts/{draftId}/legality',
  tags: TAGS,
  operationId: 'saveStudioLegality',
  summary: '合法性审核意见',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: saveLegality } } } },
  responses: {
    204: { description: '合法性审核意见' },
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const consult = secureRoute(EDITOR, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/consultation',
  tags: TAGS,
  operationId: 'openStudioConsultation',
  summary: '公开征求意见，或记下不征求的理由',
  request: {
    params: draftPath,
    body: { required: true, content: { 'application/json': { schema: openConsultation } } },
  },
  responses: {
    201: json(force, '公开征求意见，或记下不征求的理由'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const schedule = secureRoute(EDITOR, {
  method: 'put',
  path: '/api/v1/studio/drafts/{draftId}/schedule',
  tags: TAGS,
  operationId: 'scheduleStudioDraft',
  summary: '设定施行日',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: saveSchedule } } } },
  responses: {
    200: json(saved, '设定施行日'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const transition = secureRoute(EDITOR, {
  method: 'put',
  path: '/api/v1/studio/drafts/{draftId}/transition',
  tags: TAGS,
  operationId: 'saveStudioTransition',
  summary: '设定过渡办法',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: saveTransition } } } },
  responses: {
    204: { description: '设定过渡办法' },
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const decideOn = secureRoute(APPROVER, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/approvals',
  tags: TAGS,
  operationId: 'decideStudioDraft',
  summary: '批准或退回（须由另一人）',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: decide } } } },
  responses: {
    200: json(force, '批准或退回（须由另一人）'),
    ...errorResponses([400, 401, 403, 404, 409, 412, 413, 415, 422, 429]),
  },
});

export const publish = secureRoute(APPROVER, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/publication',
  tags: TAGS,
  operationId: 'publishStudioDraft',
  summary: '公布：自施行日起适用',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: publishBody } } } },
  responses: {
    200: json(published, '公布：自施行日起适用'),
    ...errorResponses([400, 401, 403, 404, 409, 412, 413, 415, 422, 429]),
  },
});

export const withdraw = secureRoute(POLICY_STAFF, {
  method: 'post',
  path: '/api/v1/studio/drafts/{draftId}/withdrawal',
  tags: TAGS,
  operationId: 'withdrawStudioDraft',
  summary: '撤回草案',
  request: { params: draftPath, body: { required: true, content: { 'application/json': { schema: withdrawBody } } } },
  responses: {
    200: json(studioDraft, '撤回草案'),
    ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422, 429]),
  },
});

export const transitions = secureRoute(READER, {
  method: 'get',
  path: '/api/v1/studio/drafts/{draftId}/transitions',
  tags: TAGS,
  operationId: 'listPolicyTransitions',
  summary: '施行时各件的去向',
  request: { params: draftPath },
  responses: {
    200: json(transitionList, '施行时各件的去向'),
    ...errorResponses([401, 403, 404, 422, 429]),
  },
});

export const ofCase = secureRoute(
  { firm: FIRM_ROLES },
  {
    method: 'get',
    path: '/api/v1/applications/{id}/transition',
    tags: ['申报'],
    operationId: 'getCaseTransition',
    summary: '政策变动对本件意味着什么',
    request: { params: applicationPath },
    responses: {
      200: json(caseTransitionAnswer, '将要或已经怎样过渡；没有时为空'),
      ...errorResponses([401, 403, 404, 422, 429]),
    },
  },
);
