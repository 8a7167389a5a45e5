import type * as z from 'zod';
import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import {
  accepted,
  acceptRequest,
  contactRequest,
  invitationToken,
  invitationView,
  resetRequest,
  sent,
  setUpRequest,
  signUpRequest,
  verifyRequest,
} from '../accounts/contract.ts';

/** What the routes take and give by which people come to an account, or back to it. */
const tags = ['登录 · Sign-in'];
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
});
const refusals = errorResponses([400, 403, 413, 415, 422, 429]);
const done = { 204: { description: '已完成 · done' } };

export const open = secureRoute('public', {
  method: 'post',
  path: '/api/v1/accounts',
  tags,
  operationId: 'signUp',
  summary: '企业人员注册：手机号或邮箱与密码',
  description: '验证码放入发件箱。已有账号时回答相同，只告知其主人。The answer never says whether there is an account.',
  request: body(signUpRequest),
  responses: { 202: json(sent, '验证码已发出'), ...refusals },
});

export const verify = secureRoute('public', {
  method: 'post',
  path: '/api/v1/accounts/verification',
  tags,
  operationId: 'verifyContact',
  summary: '用验证码确认手机号或邮箱',
  request: body(verifyRequest),
  responses: { ...done, ...refusals },
});

export const forget = secureRoute('public', {
  method: 'post',
  path: '/api/v1/accounts/password-code',
  tags,
  operationId: 'forgetPassword',
  summary: '忘记密码：发送重设验证码',
  request: body(contactRequest),
  responses: { 202: json(sent, '若有此账号，验证码已发出'), ...refusals },
});

export const reset = secureRoute('public', {
  method: 'post',
  path: '/api/v1/accounts/password',
  tags,
  operationId: 'resetPassword',
  summary: '用验证码重设密码；所有设备退出登录',
  request: body(resetRequest),
  responses: { ...done, ...refusals },
});

export const first = secureRoute('public', {
  method: 'post',
  path: '/api/v1/setup',
  tags,
  operationId: 'setUp',
  summary: '设立第一位系统管理员',
  description: '须有服务器启动时打印的一次性链接。With the one-time link the server printed.',
  request: body(setUpRequest),
  responses: { ...done, ...refusals, ...errorResponses([409]) },
});

export const view = secureRoute('public', {
  method: 'post',
  path: '/api/v1/invitations/view',
  tags,
  operationId: 'viewInvitation',
  summary: '看一份邀请',
  request: body(invitationToken),
  responses: { 200: json(invitationView, '邀请'), ...refusals },
});

export const accept = secureRoute('public', {
  method: 'post',
  path: '/api/v1/invitations/acceptance',
  tags,
  operationId: 'acceptInvitation',
  summary: '接受邀请并设置密码',
  request: body(acceptRequest),
  responses: { 201: json(accepted, '用此账号登录'), ...refusals, ...errorResponses([409]) },
});

export const join = secureRoute('signed-in', {
  method: 'post',
  path: '/api/v1/invitations/joining',
  tags,
  operationId: 'joinByInvitation',
  summary: '用现有账号接受邀请',
  request: body(invitationToken),
  responses: { ...done, ...refusals, ...errorResponses([401, 409]) },
});
