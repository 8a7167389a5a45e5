import type * as z from 'zod';
import { secureRoute } from '../../http/access.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { openSessions } from '../accounts/contract.ts';
import type { StaffRole } from '../roles.ts';
import {
  departmentList,
  departmentPath,
  departmentRequest,
  invitationPath,
  madeId,
  people,
  peopleQuery,
  person,
  personPath,
  roleGrantRequest,
  rolePath,
  staffInvitationRequest,
  staffInvitations,
} from './contract.ts';

/** What the routes about people and departments take and give. */
const tags = ['人员 · People'];
const readers = { staff: ['system-administrator', 'security-administrator', 'auditor'] } as const satisfies {
  staff: readonly StaffRole[];
};
const system = { staff: ['system-administrator'] } as const satisfies { staff: readonly StaffRole[] };
const security = { staff: ['security-administrator'] } as const satisfies { staff: readonly StaffRole[] };

const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
});
const done = { 204: { description: '已完成 · done' } };
const reading = errorResponses([401, 403, 422]);
const writing = errorResponses([400, 401, 403, 404, 409, 413, 415, 422]);
const acting = { ...done, ...errorResponses([401, 403, 404, 409]) };

export const list = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/people',
  tags,
  operationId: 'listPeople',
  summary: '人员与角色',
  request: { query: peopleQuery },
  responses: { 200: json(people, '一页人员'), ...reading },
});

export const one = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/people/{userId}',
  tags,
  operationId: 'getPerson',
  summary: '一位人员',
  request: { params: personPath },
  responses: { 200: json(person, '一位人员'), ...errorResponses([401, 403, 404]) },
});

export const invitations = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/staff-invitations',
  tags,
  operationId: 'listStaffInvitations',
  summary: '未接受的邀请',
  responses: { 200: json(staffInvitations, '邀请'), ...reading },
});

export const inviteStaff = secureRoute(system, {
  method: 'post',
  path: '/api/v1/staff-invitations',
  tags,
  operationId: 'inviteStaff',
  summary: '邀请工作人员',
  description:
    '角色由安全管理员另行授予；尚无安全管理员时，可随邀请指定第一位。Roles are given by a security administrator.',
  request: body(staffInvitationRequest),
  responses: { 201: json(madeId, '邀请已放入发件箱'), ...writing },
});

export const revokeInvitation = secureRoute(system, {
  method: 'delete',
  path: '/api/v1/staff-invitations/{invitationId}',
  tags,
  operationId: 'revokeStaffInvitation',
  summary: '撤回邀请',
  request: { params: invitationPath },
  responses: acting,
});

export const grant = secureRoute(security, {
  method: 'post',
  path: '/api/v1/people/{userId}/roles',
  tags,
  operationId: 'grantRole',
  summary: '授予角色',
  request: { params: personPath, ...body(roleGrantRequest) },
  responses: { ...done, ...writing },
});

export const revoke = secureRoute(security, {
  method: 'delete',
  path: '/api/v1/people/{userId}/roles/{roleId}',
  tags,
  operationId: 'revokeRole',
  summary: '收回角色',
  request: { params: rolePath },
  responses: acting,
});

const onPerson = <const N extends string, const P extends string>(path: P, operationId: N, summary: string) =>
  secureRoute(security, {
    method: 'post',
    path: `/api/v1/people/{userId}/${path}`,
    tags,
    operationId,
    summary,
    request: { params: personPath },
    responses: acting,
  });

export const disable = onPerson('disabling', 'disableAccount', '停用账号');
export const enable = onPerson('enabling', 'enableAccount', '恢复账号');
export const unlock = onPerson('unlocking', 'unlockAccount', '解除登录锁定');
export const resetFactor = onPerson('second-factor-reset', 'resetSecondFactor', '重置第二重验证');

export const sessions = secureRoute(security, {
  method: 'get',
  path: '/api/v1/people/{userId}/sessions',
  tags,
  operationId: 'listSessionsOf',
  summary: '某人在哪些设备上登录',
  request: { params: personPath },
  responses: { 200: json(openSessions, '登录的设备'), ...errorResponses([401, 403, 404]) },
});

export const endSessions = secureRoute(security, {
  method: 'delete',
  path: '/api/v1/people/{userId}/sessions',
  tags,
  operationId: 'endSessionsOf',
  summary: '让某人在所有设备退出登录',
  request: { params: personPath },
  responses: acting,
});

export const departments = secureRoute('signed-in', {
  method: 'get',
  path: '/api/v1/departments',
  tags,
  operationId: 'listDepartments',
  summary: '部门',
  responses: { 200: json(departmentList, '部门'), ...errorResponses([401]) },
});

export const addDepartment = secureRoute(system, {
  method: 'post',
  path: '/api/v1/departments',
  tags,
  operationId: 'addDepartment',
  summary: '增加部门',
  request: body(departmentRequest),
  responses: { 201: json(madeId, '已增加'), ...writing },
});

export const changeDepartment = secureRoute(system, {
  method: 'put',
  path: '/api/v1/departments/{departmentId}',
  tags,
  operationId: 'changeDepartment',
  summary: '更改部门',
  request: { params: departmentPath, ...body(departmentRequest) },
  responses: { ...done, ...writing },
});

export const removeDepartment = secureRoute(system, {
  method: 'delete',
  path: '/api/v1/departments/{departmentId}',
  tags,
  operationId: 'removeDepartment',
  summary: '删除部门',
  request: { params: departmentPath },
  responses: acting,
});
