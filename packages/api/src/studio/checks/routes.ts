import { OpenAPIHono } from '@hono/zod-openapi';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { describeSaved, findDraft } from '../drafts/describe-draft.ts';
import { tellAfter } from '../force/tell-after.ts';
import type { StudioDeps } from '../studio-deps.ts';
import { applyFindingFix } from './apply-finding-fix.ts';
import { checkDraft } from './check-draft.ts';
import { compareTexts } from './compare-texts.ts';
import { check, compare, fix } from './route-shapes.ts';

/** What the engine says of a text, and of two. */
export function studioChecksRoutes(deps: StudioDeps) {
  const { database } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.use('/api/v1/studio/drafts/:draftId/fixes', limitBody(deps.bodyBytes), requireJson(), tellAfter(deps));
  return routes
    .openapi(check, async (c) => {
      const draft = await findDraft(database.read, c.req.valid('param').draftId);
      return c.json(await checkDraft(database.read, draft), 200);
    })
    .openapi(fix, async (c) => {
      const wanted = { ...c.req.valid('param'), ...c.req.valid('json') };
      const changed = await applyFindingFix({ ...actOf(c, deps), database }, wanted);
      return c.json(await describeSaved(database.read, c.get('actor'), changed), 200);
    })
    .openapi(compare, async (c) => c.json(await compareTexts(database.read, c.req.valid('query')), 200));
}
