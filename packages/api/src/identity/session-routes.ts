import { OpenAPIHono } from '@hono/zod-openapi';
import { secureRoute } from '../http/access.ts';
import { onInvalid } from '../http/error-responses.ts';
import type { AppEnv } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { sessionAnswer } from './contract.ts';

const tags = ['登录 · Sign-in'];

const current = secureRoute('public', {
  method: 'get',
  path: '/api/v1/session',
  tags,
  operationId: 'getSession',
  summary: '当前登录的人',
  description: '没有登录时为 `{"session": null}`。Who is signed in, or null.',
  responses: { 200: json(sessionAnswer, '当前登录的人'), ...errorResponses([429]) },
});

export function sessionRoutes() {
  return new OpenAPIHono<AppEnv>({ defaultHook: onInvalid }).openapi(current, async (c) => {
    c.header('Cache-Control', 'no-store');
    const actor = await c.get('findActor')();
    return c.json({ session: actor ? { ...actor, step: 'complete' as const } : null } as never, 200);
  });
}
