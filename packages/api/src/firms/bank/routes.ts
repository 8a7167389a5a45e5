import { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../db/open-database.ts';
import { secureRoute } from '../../http/access.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { FIRM_ROLES } from '../../identity/roles.ts';
import { firmPath } from '../contract.ts';
import { accountNumber, bankAccountAnswer, bankAccountInput } from './contract.ts';
import { describeBankAccount } from './queries.ts';
import { recordBankAccount } from './record-bank-account.ts';
import type { SealingKey } from './sealing-key.ts';
import { viewAccountNumber } from './view-account-number.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const tags = ['收款账户 · Bank account'];
const PATH = '/api/v1/firms/{firmId}/bank-account';
const FINANCE = ['finance-preparer', 'finance-releaser', 'auditor'] as const;

const read = secureRoute(
  { firm: FIRM_ROLES, staff: FINANCE },
  {
    method: 'get',
    path: PATH,
    tags,
    operationId: 'getBankAccount',
    summary: '收款账户（账号只显示末四位）与同意文本',
    request: { params: firmPath },
    responses: { 200: json(bankAccountAnswer, '账户与同意文本'), ...errorResponses([401, 403, 404]) },
  },
);

const record = secureRoute(
  { firm: ['owner'] },
  {
    method: 'put',
    path: PATH,
    tags,
    operationId: 'recordBankAccount',
    summary: '填写或更换收款账户，同时作出单独同意',
    request: {
      params: firmPath,
      body: { required: true, content: { 'application/json': { schema: bankAccountInput } } },
    },
    responses: { 200: json(bankAccountAnswer, '已记录'), ...errorResponses([400, 401, 403, 404, 413, 415, 422]) },
  },
);

const withdraw = secureRoute(
  { firm: ['owner'] },
  {
    method: 'delete',
    path: PATH,
    tags,
    operationId: 'withdrawBankConsent',
    summary: '撤回同意，清除账号',
    request: { params: firmPath },
    responses: { 204: { description: '已清除' }, ...errorResponses([401, 403, 404]) },
  },
);

const view = secureRoute(
  { firm: ['owner'], staff: ['finance-preparer', 'finance-releaser'] },
  {
    method: 'get',
    path: `${PATH}/number`,
    tags,
    operationId: 'viewAccountNumber',
    summary: '查看完整账号（记入操作留痕）',
    request: { params: firmPath },
    responses: { 200: json(accountNumber, '账号'), ...errorResponses([401, 403, 404, 503]) },
  },
);

interface Deps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly sealingKey: SealingKey;
  readonly bodyBytes: number;
}

export function bankRoutes(deps: Deps) {
  const { database, sealingKey } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.put('/api/v1/firms/:firmId/bank-account', limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(read, async (c) => c.json(await describeBankAccount(database.read, c.req.valid('param').firmId), 200))
    .openapi(record, async (c) => {
      const { firmId } = c.req.valid('param');
      await recordBankAccount(actOf(c, deps), sealingKey, firmId, c.req.valid('json'));
      return c.json(await describeBankAccount(database.read, firmId), 200);
    })
    .openapi(withdraw, async (c) => {
      await withdrawConsent(actOf(c, deps), c.req.valid('param').firmId);
      return c.body(null, 204);
    })
    .openapi(view, async (c) => {
      const number = await viewAccountNumber(actOf(c, deps), sealingKey, c.req.valid('param').firmId);
      return c.json({ number }, 200);
    });
}
