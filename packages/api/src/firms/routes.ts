import { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../db/open-database.ts';
import { secureRoute } from '../http/access.ts';
import { ApiError } from '../http/api-error.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { roleInFirm } from '../identity/actor.ts';
import { CASE_READERS, FIRM_ROLES } from '../identity/roles.ts';
import { changePark } from './change-park.ts';
import { changeProfile } from './change-profile.ts';
import {
  firm,
  firmChange,
  firmContacts,
  firmPage,
  firmPath,
  firmRegistration,
  firmsQuery,
  industries,
  myFirms,
  parkChange,
  parkList,
  parkPath,
} from './contract.ts';
import { describeFirm } from './describe-firm.ts';
import { INDUSTRIES } from './industries.ts';
import { noteFirmView } from './note-firm-view.ts';
import { type FirmRow, firmsByIds, getFirm, listParks, searchFirms } from './queries.ts';
import { registerFirm } from './register-firm.ts';
import { viewContacts } from './view-contacts.ts';

const tags = ['企业 · Firms'];
const PATH = '/api/v1/firms';
const body = <S>(schema: S) => ({ required: true, content: { 'application/json': { schema } } });

const register = secureRoute('signed-in', {
  method: 'post',
  path: PATH,
  tags,
  operationId: 'registerFirm',
  summary: '登记一家企业，登记人成为负责人',
  description:
    '信用代码已在册时为 409：请企业负责人邀请您加入。A code already on file is 409: ask its owner for an invitation.',
  request: { body: body(firmRegistration) },
  responses: { 201: json(firm, '已登记'), ...errorResponses([400, 401, 403, 409, 413, 415, 422]) },
});

const mine = secureRoute('signed-in', {
  method: 'get',
  path: '/api/v1/my/firms',
  tags,
  operationId: 'listMyFirms',
  summary: '我所在的企业与角色',
  responses: { 200: json(myFirms, '我的企业'), ...errorResponses([401]) },
});

const search = secureRoute(
  { staff: CASE_READERS },
  {
    method: 'get',
    path: PATH,
    tags,
    operationId: 'searchFirms',
    summary: '按名称或信用代码查找企业',
    request: { query: firmsQuery },
    responses: { 200: json(firmPage, '一页企业'), ...errorResponses([401, 403, 422]) },
  },
);

const one = secureRoute(
  { firm: FIRM_ROLES, staff: CASE_READERS },
  {
    method: 'get',
    path: `${PATH}/{firmId}`,
    tags,
    operationId: 'getFirm',
    summary: '企业基本信息（联系人按角色隐去一部分）',
    request: { params: firmPath },
    responses: { 200: json(firm, '企业'), ...errorResponses([401, 403, 404]) },
  },
);

const change = secureRoute(
  { firm: FIRM_ROLES },
  {
    method: 'patch',
    path: `${PATH}/{firmId}`,
    tags,
    operationId: 'changeFirm',
    summary: '修改企业基本信息',
    request: { params: firmPath, body: body(firmChange) },
    responses: { 200: json(firm, '已修改'), ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422]) },
  },
);

const contacts = secureRoute(
  { staff: ['intake-clerk', 'department-reviewer', 'decision-maker', 'finance-preparer', 'finance-releaser'] },
  {
    method: 'get',
    path: `${PATH}/{firmId}/contacts`,
    tags,
    operationId: 'viewFirmContacts',
    summary: '查看完整的联系人（记入操作留痕）',
    request: { params: firmPath },
    responses: { 200: json(firmContacts, '联系人'), ...errorResponses([401, 403, 404]) },
  },
);

const classes = secureRoute('public', {
  method: 'get',
  path: '/api/v1/industries',
  tags,
  operationId: 'listIndustries',
  summary: '国民经济行业分类（GB/T 4754-2017）',
  responses: { 200: json(industries, '行业分类'), ...errorResponses([429]) },
});

const parks = secureRoute('public', {
  method: 'get',
  path: '/api/v1/parks',
  tags,
  operationId: 'listParks',
  summary: '园区清单（一区多园）',
  responses: { 200: json(parkList, '园区'), ...errorResponses([429]) },
});

const editPark = secureRoute(
  { staff: ['system-administrator'] },
  {
    method: 'put',
    path: '/api/v1/parks/{parkId}',
    tags,
    operationId: 'changePark',
    summary: '新增或修改一个园区',
    request: { params: parkPath, body: body(parkChange) },
    responses: { 200: json(parkList, '园区'), ...errorResponses([400, 401, 403, 413, 415, 422]) },
  },
);

interface Deps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

export function firmsRoutes(deps: Deps) {
  const { database } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const jsonBody = [limitBody(deps.bodyBytes), requireJson()] as const;
  routes.post('/api/v1/firms', ...jsonBody);
  routes.patch('/api/v1/firms/:firmId', ...jsonBody);
  routes.put('/api/v1/parks/:parkId', ...jsonBody);
  return routes
    .openapi(register, async (c) => {
      const row = await registerFirm(actOf(c, deps), c.req.valid('json'));
      const actor = c.get('actor');
      // The role was given in this very request.
      const owner = { ...actor, firms: [...actor.firms, { firmId: row.id, role: 'owner' as const }] };
      return c.json(await describeFirm(database.read, row, owner), 201);
    })
    .openapi(mine, async (c) => {
      const actor = c.get('actor');
      const rows = await firmsByIds(
        database.read,
        actor.firms.map(({ firmId }) => firmId),
      );
      const firms = rows.map((row) => {
        const role = roleInFirm(actor, row.id);
        return { ...summaryOf(row), ...(role ? { role } : {}) };
      });
      return c.json({ firms }, 200);
    })
    .openapi(search, async (c) => {
      const page = await searchFirms(database.read, c.req.valid('query'));
      return c.json({ firms: page.firms.map(summaryOf), ...(page.next ? { next: page.next } : {}) }, 200);
    })
    .openapi(one, async (c) => {
      const row = await getFirm(database.read, c.req.valid('param').firmId);
      if (!row) throw new ApiError(404, 'not-found');
      await noteFirmView({ ...actOf(c, deps), database }, row.id);
      return c.json(await describeFirm(database.read, row, c.get('actor')), 200);
    })
    .openapi(change, async (c) => {
      const row = await changeProfile(actOf(c, deps), c.req.valid('param').firmId, c.req.valid('json'));
      return c.json(await describeFirm(database.read, row, c.get('actor')), 200);
    })
    .openapi(contacts, async (c) => {
      return c.json({ contacts: await viewContacts(actOf(c, deps), c.req.valid('param').firmId) }, 200);
    })
    .openapi(classes, (c) => {
      c.header('Cache-Control', 'public, max-age=3600');
      return c.json(INDUSTRIES, 200);
    })
    .openapi(parks, async (c) => c.json(await parkListOf(deps), 200))
    .openapi(editPark, async (c) => {
      await changePark(actOf(c, deps), c.req.valid('param').parkId, c.req.valid('json'));
      return c.json(await parkListOf(deps), 200);
    });
}

const summaryOf = ({ id, name, creditCode }: FirmRow) => ({ id, name, creditCode });

async function parkListOf({ database }: Deps) {
  const rows = await listParks(database.read);
  return { parks: rows.map(({ retiredAt, ...row }) => ({ ...row, isRetired: retiredAt !== null })) };
}
