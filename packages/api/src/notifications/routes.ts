import { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../db/open-database.ts';
import { secureRoute } from '../http/access.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { chooseEmail } from './choose-email.ts';
import { markReadRequest, notificationPage, notificationPreference, notificationsQuery } from './contract.ts';
import { markRead } from './mark-read.ts';
import { countUnread, emailsWanted, listNotifications } from './queries.ts';
import { sayNotice } from './say-notice.ts';

const tags = ['通知 · Notifications'];
const done = { 204: { description: '已完成 · done' } };

const list = secureRoute('signed-in', {
  method: 'get',
  path: '/api/v1/notifications',
  tags,
  operationId: 'listNotifications',
  summary: '我的通知，最新的在前',
  request: { query: notificationsQuery },
  responses: { 200: json(notificationPage, '一页通知与未读数'), ...errorResponses([401, 422]) },
});

const read = secureRoute('signed-in', {
  method: 'post',
  path: '/api/v1/notifications/reading',
  tags,
  operationId: 'markNotificationsRead',
  summary: '标为已读',
  request: { body: { required: true, content: { 'application/json': { schema: markReadRequest } } } },
  responses: { ...done, ...errorResponses([400, 401, 413, 415, 422]) },
});

const preference = secureRoute('signed-in', {
  method: 'get',
  path: '/api/v1/notifications/preference',
  tags,
  operationId: 'getNotificationPreference',
  summary: '是否同时用邮件通知我',
  responses: { 200: json(notificationPreference, '选择'), ...errorResponses([401]) },
});

const choose = secureRoute('signed-in', {
  method: 'put',
  path: '/api/v1/notifications/preference',
  tags,
  operationId: 'chooseNotifications',
  summary: '选择是否同时用邮件通知我',
  request: { body: { required: true, content: { 'application/json': { schema: notificationPreference } } } },
  responses: { ...done, ...errorResponses([400, 401, 413, 415, 422]) },
});

export interface NotificationsDeps {
  readonly database: Database;
  readonly clock: () => Date;
}

export function notificationsRoutes(deps: NotificationsDeps) {
  const { database } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.on(['POST', 'PUT'], '/api/v1/notifications/*', limitBody(16 * 1024), requireJson());
  return routes
    .openapi(list, async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const { userId } = c.get('actor');
      const found = await listNotifications(database.read, userId, cursor, limit + 1);
      const locale = localeFor(c);
      const notifications = found.slice(0, limit).map(({ id, key, args, link, createdAt, readAt }) => ({
        id,
        text: sayNotice({ key, args }, locale),
        link,
        createdAt,
        readAt,
      }));
      const next = found.length > limit ? (found[limit - 1]?.id ?? null) : null;
      return c.json({ notifications, unread: await countUnread(database.read, userId), next }, 200);
    })
    .openapi(read, async (c) => {
      await markRead(actOf(c, deps), c.req.valid('json').ids);
      return c.body(null, 204);
    })
    .openapi(preference, async (c) => {
      const { userId } = c.get('actor');
      return c.json({ email: (await emailsWanted(database.read, [userId])).has(userId) }, 200);
    })
    .openapi(choose, async (c) => {
      await chooseEmail(actOf(c, deps), c.req.valid('json').email);
      return c.body(null, 204);
    });
}
