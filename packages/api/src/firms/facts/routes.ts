import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Database } from '../../db/open-database.ts';
import { secureRoute } from '../../http/access.ts';
import { ApiError } from '../../http/api-error.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../../http/request-context.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { CASE_READERS, FIRM_ROLES } from '../../identity/roles.ts';
import { firmPath } from '../contract.ts';
import { noteFirmView } from '../note-firm-view.ts';
import { getFirm } from '../queries.ts';
import { factHistory, factKeySchema, factsChange, factsChanged, factsVerification, firmFacts } from './contract.ts';
import { describeFacts, describeHistory } from './describe-facts.ts';
import { recordFacts } from './record-facts.ts';
import { verifyFacts } from './verify-facts.ts';

const tags = ['企业指标 · Facts of a firm'];
const PATH = '/api/v1/firms/{firmId}/facts';
const readers = { firm: FIRM_ROLES, staff: CASE_READERS };

const read = secureRoute(readers, {
  method: 'get',
  path: PATH,
  tags,
  operationId: 'getFirmFacts',
  summary: '企业的各项指标，附来源、证明材料和存疑之处',
  request: { params: firmPath },
  responses: { 200: json(firmFacts, '当前各项指标'), ...errorResponses([401, 403, 404]) },
});

const record = secureRoute(
  { firm: FIRM_ROLES },
  {
    method: 'put',
    path: PATH,
    tags,
    operationId: 'recordFirmFacts',
    summary: '填写或修改若干指标',
    description:
      '只改写所给的指标和年度，其余不动；旧值留在历史里。有错时全部不写，逐条列出。Only what is given is replaced; nothing is overwritten in the history.',
    request: { params: firmPath, body: { required: true, content: { 'application/json': { schema: factsChange } } } },
    responses: { 200: json(factsChanged, '已记录'), ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422]) },
  },
);

const verify = secureRoute(
  { staff: ['intake-clerk', 'department-reviewer'] },
  {
    method: 'post',
    path: `${PATH}/verifications`,
    tags,
    operationId: 'verifyFirmFacts',
    summary: '核实指标，或从登记数据导入',
    description:
      '核实须有证明材料；导入须在说明里写明来自哪份登记。Proven figures name evidence, imported ones their register.',
    request: {
      params: firmPath,
      body: { required: true, content: { 'application/json': { schema: factsVerification } } },
    },
    responses: { 200: json(factsChanged, '已记录'), ...errorResponses([400, 401, 403, 404, 409, 413, 415, 422]) },
  },
);

const history = secureRoute(readers, {
  method: 'get',
  path: `${PATH}/{key}/history`,
  tags,
  operationId: 'getFactHistory',
  summary: '一项指标的全部历史，最新的在前',
  request: { params: firmPath.extend({ key: factKeySchema }) },
  responses: { 200: json(factHistory, '历史'), ...errorResponses([401, 403, 404, 422]) },
});

interface Deps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

export function factsRoutes(deps: Deps) {
  const { database, clock } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const json = [limitBody(deps.bodyBytes), requireJson()] as const;
  routes.put('/api/v1/firms/:firmId/facts', ...json);
  routes.post('/api/v1/firms/:firmId/facts/verifications', ...json);
  const reading = (c: Context<AppEnv>) => ({ locale: localeFor(c), now: clock(), actor: c.get('actor') });
  const requireFirm = async (firmId: string) => {
    if (!(await getFirm(database.read, firmId))) throw new ApiError(404, 'not-found');
  };
  return routes
    .openapi(read, async (c) => {
      const { firmId } = c.req.valid('param');
      await requireFirm(firmId);
      await noteFirmView({ ...actOf(c, deps), database }, firmId);
      return c.json(await describeFacts(database.read, firmId, reading(c)), 200);
    })
    .openapi(record, async (c) => {
      const { firmId } = c.req.valid('param');
      const done = await recordFacts(actOf(c, deps), firmId, c.req.valid('json'));
      const current = await describeFacts(database.read, firmId, reading(c));
      return c.json({ changed: [...done.changed], skipped: [...done.skipped], current }, 200);
    })
    .openapi(verify, async (c) => {
      const { firmId } = c.req.valid('param');
      const done = await verifyFacts(actOf(c, deps), firmId, c.req.valid('json'));
      const current = await describeFacts(database.read, firmId, reading(c));
      return c.json({ changed: [...done.changed], skipped: [...done.skipped], current }, 200);
    })
    .openapi(history, async (c) => {
      const { firmId, key } = c.req.valid('param');
      await requireFirm(firmId);
      await noteFirmView({ ...actOf(c, deps), database }, firmId);
      return c.json(await describeHistory(database.read, firmId, key, reading(c)), 200);
    });
}
