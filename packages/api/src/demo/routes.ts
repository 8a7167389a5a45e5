import { OpenAPIHono } from '@hono/zod-openapi';
import { setSignedCookie } from 'hono/cookie';
import { secureRoute } from '../http/access.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, localeFor } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { visitorAct } from '../http/visitor-act.ts';
import type { Accounts } from '../identity/accounts/open-accounts.ts';
import { demoEntry, demoPeople } from './contract.ts';
import { enterAs } from './enter-as.ts';
import { listDemoPeople } from './list-demo-people.ts';

const tags = ['演示 · Demonstration'];
const PATH = '/api/v1/demo/people';

const list = secureRoute('public', {
  method: 'get',
  path: PATH,
  tags,
  operationId: 'listDemoPeople',
  summary: '演示中的人物（只在演示环境中有）',
  responses: { 200: json(demoPeople, '虚构的人物'), ...errorResponses([429]) },
});

const enter = secureRoute('public', {
  method: 'post',
  path: '/api/v1/demo/session',
  tags,
  operationId: 'enterDemoAs',
  summary: '以演示中的一个人物进入（只在演示环境中有）',
  request: { body: { required: true, content: { 'application/json': { schema: demoEntry } } } },
  responses: { 204: { description: '已进入' }, ...errorResponses([404, 422, 429]) },
});

/** The door of the demonstration: mounted only where its own database is open. */
export function demoRoutes({ accounts, isHttps }: { readonly accounts: Accounts; readonly isHttps: boolean }) {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.post('/api/v1/demo/session', limitBody(1024), requireJson());
  return routes
    .openapi(list, async (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json({ people: [...(await listDemoPeople(accounts.database.read, localeFor(c)))] }, 200);
    })
    .openapi(enter, async (c) => {
      const { name, token, secret } = await enterAs(accounts, visitorAct(c, accounts), c.req.valid('json').userId);
      const kept = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps } as const;
      await setSignedCookie(c, name, token, secret, kept);
      return c.body(null, 204);
    });
}
