import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { PersonalAct } from '../../audit/act.ts';
import { ApiError } from '../../http/api-error.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { giveCookies } from '../../http/visitor-act.ts';
import { isPlaceholder } from '../contact.ts';
import { contactGiven } from '../contact-given.ts';
import { loadActor } from '../load-actor.ts';
import { maskContact } from '../mask.ts';
import { findUser } from '../queries.ts';
import { headersFor } from '../sign-in/headers-for.ts';
import { type LiveSession, readSession } from '../sign-in/read-session.ts';
import * as route from './account-routes.ts';
import { changeContact } from './change-contact.ts';
import { changeName } from './change-name.ts';
import { changePassword } from './change-password.ts';
import { removeSecondFactor, renewRecoveryCodes } from './change-second-factor.ts';
import { chooseLanguage } from './choose-language.ts';
import { endSession, endSessions } from './end-sessions.ts';
import type { Accounts } from './open-accounts.ts';
import { listSessions, waysOf } from './queries.ts';
import { sendContactCode } from './send-contact-code.ts';

export interface AccountsDeps {
  readonly accounts: Accounts;
  readonly client: (c: Context) => string;
}

/** One's own account: name, password, second factor, where one is signed in. */
export function accountRoutes({ accounts, client }: AccountsDeps) {
  const { database, clock } = accounts;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const act = (c: Context<AppEnv>): PersonalAct => actOf(c, accounts);
  const call = (c: Context<AppEnv>) => ({ headers: headersFor(c, client(c)), client: client(c) });
  const session = async (c: Context<AppEnv>): Promise<LiveSession> => {
    const found = await readSession(accounts, c.req.raw.headers);
    if (!found) throw new ApiError(401, 'sign-in-first');
    return found;
  };
  routes.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/api/v1/account/*', limitBody(16 * 1024));
  routes.on(['POST', 'PUT', 'PATCH'], '/api/v1/account/*', requireJson());
  return routes
    .openapi(route.own, async (c) => {
      const { userId } = c.get('actor');
      const [user, actor] = [await findUser(database.read, userId), await loadActor(database.read, userId)];
      if (!user || !actor) throw new ApiError(404, 'not-found');
      const ways = await waysOf(database.read, userId);
      const { name, kind, phoneNumber: phone, twoFactorEnabled: secondFactor } = user;
      const email = isPlaceholder(user.email) ? null : user.email;
      const hasPassword = ways.includes('credential');
      const language = user.language ?? 'zh-CN';
      const staff = [...actor.staff];
      return c.json({ userId, name, kind, email, phone, hasPassword, secondFactor, language, staff }, 200);
    })
    .openapi(route.rename, async (c) => {
      await changeName(act(c), c.req.valid('json').name);
      return c.body(null, 204);
    })
    .openapi(route.chooseLanguage, async (c) => {
      await chooseLanguage(act(c), c.req.valid('json').language);
      return c.body(null, 204);
    })
    .openapi(route.sendContactCode, async (c) => {
      const { password, ...given } = c.req.valid('json');
      const contact = contactGiven(given.contact);
      const { user } = await session(c);
      await sendContactCode(accounts, act(c), user, { contact, password, client: client(c) });
      return c.json({ contact: maskContact(contact.value) }, 202);
    })
    .openapi(route.changeContact, async (c) => {
      const { contact, code } = c.req.valid('json');
      await changeContact(accounts, act(c), { contact: contactGiven(contact), code });
      return c.body(null, 204);
    })
    .openapi(route.password, async (c) => {
      const input = { ...c.req.valid('json'), ...call(c) };
      giveCookies(c, await changePassword(accounts, act(c), await session(c), input));
      return c.body(null, 204);
    })
    .openapi(route.codes, async (c) => {
      const input = { password: c.req.valid('json').password, ...call(c) };
      const made = await renewRecoveryCodes(accounts, act(c), await session(c), input);
      return c.json({ recoveryCodes: [...made] }, 200);
    })
    .openapi(route.removeFactor, async (c) => {
      const input = { password: c.req.valid('json').password, ...call(c) };
      giveCookies(c, await removeSecondFactor(accounts, act(c), await session(c), input));
      return c.body(null, 204);
    })
    .openapi(route.sessions, async (c) => {
      const current = await readSession(accounts, c.req.raw.headers);
      const found = await listSessions(database.read, c.get('actor').userId, clock());
      const sessions = found.map(({ id, startedAt, lastSeenAt, address, device }) => ({
        id,
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        address,
        device,
        current: id === current?.sessionId,
      }));
      return c.json({ sessions }, 200);
    })
    .openapi(route.endOne, async (c) => {
      await endSession(act(c), c.get('actor').userId, c.req.valid('param').sessionId);
      return c.body(null, 204);
    })
    .openapi(route.endOthers, async (c) => {
      await endSessions(act(c), c.get('actor').userId, (await session(c)).sessionId);
      return c.body(null, 204);
    });
}
