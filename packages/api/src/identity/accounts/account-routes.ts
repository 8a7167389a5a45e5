import type * as z from 'zod';
import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { confirmRequest } from '../contract.ts';
import {
  account,
  languageRequest,
  nameRequest,
  newContactRequest,
  openSessions,
  passwordRequest,
  recoveryCodes,
  sent,
  sessionPath,
  verifyRequest,
} from './contract.ts';

/** What the routes of one's own account take and give. */
const tags = ['账号 · Account'];
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
});
const done = { 204: { description: '已完成 · done' } };
const refusals = errorResponses([400, 401, 403, 413, 415, 422, 429]);

export const own = secureRoute('signed-in', {
  method: 'get',
  path: '/api/v1/account',
  tags,
  operationId: 'getAccount',
  summary: '我的账号',
  responses: { 200: json(account, '我的账号'), ...errorResponses([401, 404]) },
});

export const rename = secureRoute('signed-in', {
  method: 'patch',
  path: '/api/v1/account/name',
  tags,
  operationId: 'changeName',
  summary: '更改姓名',
  request: body(nameRequest),
  responses: { ...done, ...refusals },
});

export const chooseLanguage = secureRoute('signed-in', {
  method: 'put',
  path: '/api/v1/account/language',
  tags,
  operationId: 'chooseLanguage',
  summary: '选择邮件与短信的语言',
  request: body(languageRequest),
  responses: { ...done, ...refusals },
});

export const sendContactCode = secureRoute('signed-in', {
  method: 'post',
  path: '/api/v1/account/contact-code',
  tags,
  operationId: 'sendContactCode',
  summary: '更改手机号或邮箱：向新的发送验证码',
  description: '须再输入一次密码。新号码或地址若属于别的账号，只告诉它的主人，回答不变。',
  request: body(newContactRequest),
  responses: { 202: json(sent, '验证码已发出'), ...refusals, ...errorResponses([409]) },
});

export const changeContact = secureRoute('signed-in', {
  method: 'put',
  path: '/api/v1/account/contact',
  tags,
  operationId: 'changeContact',
  summary: '更改手机号或邮箱：用验证码确认',
  description: '原来的手机号和邮箱都会收到通知。',
  request: body(verifyRequest),
  responses: { ...done, ...refusals, ...errorResponses([409]) },
});

export const password = secureRoute('signed-in', {
  method: 'post',
  path: '/api/v1/account/password',
  tags,
  operationId: 'changePassword',
  summary: '更改密码；其他设备退出登录',
  request: body(passwordRequest),
  responses: { ...done, ...refusals },
});

export const codes = secureRoute('signed-in', {
  method: 'post',
  path: '/api/v1/account/recovery-codes',
  tags,
  operationId: 'renewRecoveryCodes',
  summary: '重新生成恢复码；旧的作废',
  request: body(confirmRequest),
  responses: { 200: json(recoveryCodes, '恢复码，只显示这一次'), ...refusals },
});

export const removeFactor = secureRoute('signed-in', {
  method: 'post',
  path: '/api/v1/account/second-factor/removal',
  tags,
  operationId: 'removeSecondFactor',
  summary: '取消第二重验证；工作人员须随即重新设置',
  request: body(confirmRequest),
  responses: { ...done, ...refusals },
});

export const sessions = secureRoute('signed-in', {
  method: 'get',
  path: '/api/v1/account/sessions',
  tags,
  operationId: 'listSessions',
  summary: '我在哪些设备上登录',
  responses: { 200: json(openSessions, '登录的设备'), ...errorResponses([401]) },
});

export const endOne = secureRoute('signed-in', {
  method: 'delete',
  path: '/api/v1/account/sessions/{sessionId}',
  tags,
  operationId: 'endSession',
  summary: '让一台设备退出登录',
  request: { params: sessionPath },
  responses: { ...done, ...errorResponses([401, 404]) },
});

export const endOthers = secureRoute('signed-in', {
  method: 'delete',
  path: '/api/v1/account/sessions',
  tags,
  operationId: 'endOtherSessions',
  summary: '让其他设备退出登录',
  responses: { ...done, ...errorResponses([401]) },
});
