import { OpenAPIHono } from '@hono/zod-openapi';
import { ApiError } from '../../http/api-error.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../../http/request-context.ts';
import { tellAfter } from '../force/tell-after.ts';
import type { StudioDeps } from '../studio-deps.ts';
import { addCases, confirmCase, removeCase, saveCase } from './change-cases.ts';
import { generateCases } from './generate-cases.ts';
import { importCases } from './import-cases.ts';
import { add, confirm, generate, importSheet, list, remove, save } from './route-shapes.ts';
import { describeCases, describeOneCase } from './work-cases.ts';

const CASES = '/api/v1/studio/drafts/:draftId/cases';

/** Worked cases of a draft: what must come out, and whether it does. */
export function studioCasesRoutes(deps: StudioDeps) {
  const { database } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.on('POST', CASES, limitBody(deps.uploadBytes), requireJson());
  routes.on('POST', `${CASES}/generate`, limitBody(deps.bodyBytes), requireJson());
  routes.on('PUT', `${CASES}/:caseId`, limitBody(deps.bodyBytes), requireJson());
  routes.use(`${CASES}/import`, limitBody(deps.uploadBytes));
  routes.use(`${CASES}/*`, tellAfter(deps));
  return routes
    .openapi(list, async (c) => c.json(await describeCases(database.read, c.req.valid('param').draftId), 200))
    .openapi(add, async (c) => {
      const { cases, isGenerated = false } = c.req.valid('json');
      return c.json({ ids: await addCases(actOf(c, deps), c.req.valid('param').draftId, cases, isGenerated) }, 201);
    })
    .openapi(generate, async (c) =>
      c.json(await generateCases(database.read, c.req.valid('param').draftId, c.req.valid('json')), 200),
    )
    .openapi(importSheet, async (c) => {
      const act = { ...actOf(c, deps), database };
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const { draftId } = c.req.valid('param');
      return c.json(await importCases(act, draftId, bytes, c.req.valid('query'), localeFor(c)), 200);
    })
    .openapi(save, async (c) => {
      const key = c.req.valid('param');
      await saveCase(actOf(c, deps), key, c.req.valid('json'));
      const saved = await describeOneCase(database.read, key.draftId, key.caseId);
      if (!saved) throw new ApiError(404, 'not-found');
      return c.json(saved, 200);
    })
    .openapi(remove, async (c) => {
      await removeCase(actOf(c, deps), c.req.valid('param'));
      return c.body(null, 204);
    })
    .openapi(confirm, async (c) => {
      await confirmCase(actOf(c, deps), c.req.valid('param'));
      return c.body(null, 204);
    });
}
