import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { secureRoute } from '../../http/access.ts';
import { ApiError } from '../../http/api-error.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import type { AppEnv } from '../../http/request-context.ts';
import { errorResponses, json } from '../../http/responses.ts';
import { giveCookies, visitorAct } from '../../http/visitor-act.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { contactGiven } from '../contact-given.ts';
import {
  confirmRequest,
  preparedFactor,
  secondFactorRequest,
  sessionAnswer,
  signInRequest,
  signInResult,
  signInWays,
} from '../contract.ts';
import { loadActor } from '../load-actor.ts';
import { passwordHashOf } from '../queries.ts';
import { headersFor } from './headers-for.ts';
import { prepareSecondFactor } from './prepare-second-factor.ts';
import { readSession } from './read-session.ts';
import { showSecondFactor } from './show-second-factor.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { endSingleSignOn, startSingleSignOn } from './start-single-sign-on.ts';

const tags = ['登录 · Sign-in'];
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
});
const refusals = errorResponses([400, 401, 403, 413, 415, 422, 429]);

const current = secureRoute('public', {
  method: 'get',
  path: '/api/v1/session',
  tags,
  operationId: 'getSession',
  summary: '当前登录的人',
  description: '没有登录时为 `{"session": null}`。Who is signed in, or null.',
  responses: { 200: json(sessionAnswer, '当前登录的人'), ...errorResponses([429]) },
});

const ways = secureRoute('public', {
  method: 'get',
  path: '/api/v1/session/ways',
  tags,
  operationId: 'getSignInWays',
  summary: '可用的登录方式与密码要求',
  responses: { 200: json(signInWays, '登录方式'), ...errorResponses([429]) },
});

const enter = secureRoute('public', {
  method: 'post',
  path: '/api/v1/session',
  tags,
  operationId: 'signIn',
  summary: '用密码登录',
  description: '开启了第二重验证的账号还须再调用 `/api/v1/session/second-factor`。连续失败会暂时锁定。',
  request: body(signInRequest),
  responses: { 200: json(signInResult, '下一步'), ...refusals },
});

const factor = secureRoute('public', {
  method: 'post',
  path: '/api/v1/session/second-factor',
  tags,
  operationId: 'showSecondFactor',
  summary: '验证第二重：验证器的六位数字，或一个恢复码',
  description: '密码之后，或在待验证、待设置的会话里。A code opens once.',
  request: body(secondFactorRequest),
  responses: { 200: json(signInResult, '登录完成'), ...refusals },
});

const prepare = secureRoute('public', {
  method: 'post',
  path: '/api/v1/session/second-factor/preparation',
  tags,
  operationId: 'prepareSecondFactor',
  summary: '准备第二重验证：密钥与恢复码',
  description: '须已用密码或单点登录；用验证器的数字确认后才生效。For a session that has no second factor yet.',
  request: body(confirmRequest),
  responses: { 200: json(preparedFactor, '密钥与恢复码'), ...refusals, ...errorResponses([409]) },
});

const leave = secureRoute('public', {
  method: 'delete',
  path: '/api/v1/session',
  tags,
  operationId: 'signOut',
  summary: '退出登录',
  responses: { 204: { description: '已退出' }, ...errorResponses([403, 429]) },
});

const back = z
  .string()
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .max(300)
  .default('/');
const toProvider = secureRoute('public', {
  method: 'get',
  path: '/api/v1/session/sso',
  tags,
  operationId: 'startSingleSignOn',
  summary: '去单点登录',
  request: { query: z.object({ back: back.meta({ description: '登录后回到的页面路径' }) }) },
  responses: { 302: { description: '转到单点登录' }, ...errorResponses([404, 422, 429]) },
});

const fromProvider = secureRoute('public', {
  method: 'get',
  path: '/api/v1/session/sso/callback',
  tags,
  operationId: 'endSingleSignOn',
  summary: '从单点登录回来',
  responses: { 302: { description: '回到页面' }, ...errorResponses([404, 429]) },
});

export interface SignInDeps {
  readonly accounts: Accounts;
  readonly client: (c: Context) => string;
}

/** Signing in and out. Nothing here is kept by a browser or a proxy. */
export function signInRoutes({ accounts, client }: SignInDeps) {
  const { database, settings, singleSignOn } = accounts;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const call = (c: Context<AppEnv>) => ({ headers: headersFor(c, client(c)), client: client(c) });
  const hasPassword = async (userId: string) => (await passwordHashOf(database.read, userId)) !== undefined;
  routes.use('/api/v1/session/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  routes.post('/api/v1/session/*', limitBody(16 * 1024), requireJson());
  return routes
    .openapi(current, async (c) => {
      const found = await readSession(accounts, c.req.raw.headers);
      const actor = found ? await loadActor(database.read, found.user.id) : undefined;
      if (!found || !actor) return c.json({ session: null }, 200);
      const { userId, name, kind } = actor;
      const isComplete = found.step === 'complete';
      const roles = isComplete ? { staff: [...actor.staff], firms: [...actor.firms] } : { staff: [], firms: [] };
      const enrolling = found.step === 'enrol-second-factor' ? { hasPassword: await hasPassword(userId) } : {};
      return c.json({ session: { userId, name, kind, step: found.step, ...enrolling, ...roles } }, 200);
    })
    .openapi(ways, (c) => {
      const password = { length: settings.passwordLength, lengthMixed: settings.passwordLengthMixed };
      return c.json({ singleSignOn: singleSignOn ? { label: singleSignOn.label } : null, password }, 200);
    })
    .openapi(enter, async (c) => {
      const { contact, password } = c.req.valid('json');
      const input = { contact: contactGiven(contact), password, ...call(c) };
      const { cookies, needsSecondFactor } = await signIn(accounts, visitorAct(c, accounts), input);
      giveCookies(c, cookies);
      if (needsSecondFactor) return c.json({ step: 'second-factor' as const }, 200);
      const session = await readSession(accounts, headersWith(cookies));
      return c.json({ step: session?.step ?? ('complete' as const) }, 200);
    })
    .openapi(factor, async (c) => {
      giveCookies(c, await showSecondFactor(accounts, visitorAct(c, accounts), { ...c.req.valid('json'), ...call(c) }));
      return c.json({ step: 'complete' as const }, 200);
    })
    .openapi(prepare, async (c) => {
      const session = await readSession(accounts, c.req.raw.headers);
      if (!session || session.step === 'second-factor') throw new ApiError(401, 'sign-in-first');
      const input = { password: c.req.valid('json').password, ...call(c) };
      const made = await prepareSecondFactor(accounts, visitorAct(c, accounts), session.user, input);
      return c.json({ ...made, recoveryCodes: [...made.recoveryCodes] }, 200);
    })
    .openapi(leave, async (c) => {
      giveCookies(c, await signOut(accounts, visitorAct(c, accounts), call(c).headers));
      return c.body(null, 204);
    })
    .openapi(toProvider, async (c) => {
      const { back: path } = c.req.valid('query');
      const redirect = await startSingleSignOn(accounts, visitorAct(c, accounts), call(c).headers, path);
      giveCookies(c, redirect.cookies);
      return c.redirect(redirect.to, 302) as never;
    })
    .openapi(fromProvider, async (c) => {
      const redirect = await endSingleSignOn(accounts, visitorAct(c, accounts), call(c).headers, c.req.query());
      giveCookies(c, redirect.cookies);
      return c.redirect(redirect.to, 302) as never;
    });
}

/** The cookies just given, as the browser will send them back. */
const headersWith = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
