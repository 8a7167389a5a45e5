import { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../db/open-database.ts';
import { secureRoute } from '../http/access.ts';
import type { AppEnv } from '../http/request-context.ts';
import { json } from '../http/responses.ts';
import { countVersions } from '../policies/queries.ts';
import { health } from './contract.ts';

const check = secureRoute('public', {
  method: 'get',
  path: '/healthz',
  tags: ['运行 · Operations'],
  operationId: 'checkHealth',
  summary: '是否可用',
  description: '能读到数据库为 200，否则 503。200 when the database answers, else 503.',
  responses: { 200: json(health, '可用'), 503: json(health, '不可用') },
});

export interface HealthDeps {
  readonly database: Database;
  readonly version: string;
}

export function healthRoutes({ database, version }: HealthDeps) {
  return new OpenAPIHono<AppEnv>().openapi(check, async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      const policies = await countVersions(database.read);
      return c.json({ status: 'ok' as const, version, database: 'ok' as const, policies }, 200);
    } catch {
      return c.json({ status: 'unavailable' as const, version, database: 'failed' as const, policies: 0 }, 503);
    }
  });
}
