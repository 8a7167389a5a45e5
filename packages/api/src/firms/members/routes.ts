import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Database } from '../../db/open-database.ts';
import { secureRoute } from '../../http/access.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { errorResponses, json } from '../../http/responses.ts';
import type { Accounts } from '../../identity/accounts/open-accounts.ts';
import { changeFirmRole } from '../../identity/change-firm-role.ts';
import { revokeInvitation } from '../../identity/people/revoke-invitation.ts';
import { FIRM_ROLES } from '../../identity/roles.ts';
import { firmPath } from '../contract.ts';
import { firmMembers, invitationPath, memberInvitation, memberPath, roleChange } from './contract.ts';
import { describeMembers } from './describe-members.ts';
import { inviteMember } from './invite-member.ts';

const tags = ['企业成员 · Members of a firm'];
const MEMBERS = '/api/v1/firms/{firmId}/members';
const INVITATIONS = '/api/v1/firms/{firmId}/invitations';
const owner = { firm: ['owner'] } as const;
const refusals = errorResponses([400, 401, 403, 404, 409, 413, 415, 422]);

const list = secureRoute(
  { firm: FIRM_ROLES },
  {
    method: 'get',
    path: MEMBERS,
    tags,
    operationId: 'listFirmMembers',
    summary: '企业成员与未接受的邀请',
    request: { params: firmPath },
    responses: { 200: json(firmMembers, '成员'), ...errorResponses([401, 403, 404]) },
  },
);

const invite = secureRoute(owner, {
  method: 'post',
  path: INVITATIONS,
  tags,
  operationId: 'inviteFirmMember',
  summary: '邀请一位成员',
  request: {
    params: firmPath,
    body: { required: true, content: { 'application/json': { schema: memberInvitation } } },
  },
  responses: { 201: json(firmMembers, '已发出邀请'), ...refusals },
});

const revoke = secureRoute(owner, {
  method: 'delete',
  path: `${INVITATIONS}/{invitationId}`,
  tags,
  operationId: 'revokeFirmInvitation',
  summary: '收回一份邀请',
  request: { params: invitationPath },
  responses: { 200: json(firmMembers, '已收回'), ...refusals },
});

const change = secureRoute(owner, {
  method: 'put',
  path: `${MEMBERS}/{userId}`,
  tags,
  operationId: 'changeFirmMember',
  summary: '改变一位成员的角色；至少保留一位负责人',
  request: { params: memberPath, body: { required: true, content: { 'application/json': { schema: roleChange } } } },
  responses: { 200: json(firmMembers, '已改变'), ...refusals },
});

const remove = secureRoute(owner, {
  method: 'delete',
  path: `${MEMBERS}/{userId}`,
  tags,
  operationId: 'removeFirmMember',
  summary: '移除一位成员；至少保留一位负责人',
  request: { params: memberPath },
  responses: { 204: { description: '已移除' }, ...refusals },
});

interface Deps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

export function membersRoutes(deps: Deps) {
  const { database, accounts } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const jsonBody = [limitBody(deps.bodyBytes), requireJson()] as const;
  routes.post('/api/v1/firms/:firmId/invitations', ...jsonBody);
  routes.put('/api/v1/firms/:firmId/members/:userId', ...jsonBody);
  const act = (c: Context<AppEnv>) => ({ ...actOf(c, deps), database });
  const answer = (c: Context<AppEnv>, firmId: string) =>
    describeMembers(database.read, firmId, c.get('actor'), deps.clock());
  return routes
    .openapi(list, async (c) => c.json(await answer(c, c.req.valid('param').firmId), 200))
    .openapi(invite, async (c) => {
      const { firmId } = c.req.valid('param');
      await inviteMember(act(c), accounts, firmId, c.req.valid('json'));
      return c.json(await answer(c, firmId), 201);
    })
    .openapi(revoke, async (c) => {
      const { firmId, invitationId } = c.req.valid('param');
      await revokeInvitation(act(c), invitationId, { firmId });
      return c.json(await answer(c, firmId), 200);
    })
    .openapi(change, async (c) => {
      const { firmId, userId } = c.req.valid('param');
      await changeFirmRole(act(c), { firmId, userId }, c.req.valid('json').role);
      return c.json(await answer(c, firmId), 200);
    })
    .openapi(remove, async (c) => {
      const { firmId, userId } = c.req.valid('param');
      await changeFirmRole(act(c), { firmId, userId }, undefined);
      return c.body(null, 204);
    });
}
