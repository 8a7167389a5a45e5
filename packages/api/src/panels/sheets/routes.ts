import { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../db/open-database.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { describeSheets } from './describe-sheets.ts';
import { publishSheet } from './publish-sheet.ts';
import { list, publish, save } from './route-shapes.ts';
import { saveSheet } from './save-sheet.ts';

export interface SheetsDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

/** Scoring sheets and their versions. */
export function sheetsRoutes(deps: SheetsDeps) {
  const { database } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.post('/api/v1/scoring-sheets/:sheetId', limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(list, async (c) => c.json(await describeSheets(database.read, c.get('actor')), 200))
    .openapi(save, async (c) => {
      return c.json(await saveSheet(actOf(c, deps), c.req.valid('param').sheetId, c.req.valid('json')), 201);
    })
    .openapi(publish, async (c) => {
      const { sheetId, version } = c.req.valid('param');
      return c.json(await publishSheet(actOf(c, deps), sheetId, version), 200);
    });
}
