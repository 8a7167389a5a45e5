import { OpenAPIHono } from '@hono/zod-openapi';
import { dayInChina } from '../../day-in-china.ts';
import { logFault, onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import type { StudioDeps } from '../studio-deps.ts';
import { describeTrial, listTrials } from './describe-trial.ts';
import { readReality } from './read-reality.ts';
import { list, one, realityOf, start, sweepFigure as sweepShape } from './route-shapes.ts';
import { startTrial } from './start-trial.ts';
import { sweepFigure } from './sweep-figure.ts';

const DRAFT = '/api/v1/studio/drafts/:draftId';

/** Drafts tried on firms before anybody decides, and held against what came. */
export function studioTrialsRoutes(deps: StudioDeps) {
  const { database, clock, log } = deps;
  const place = { db: database.read, store: deps.files.store };
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  for (const path of [`${DRAFT}/trials`, `${DRAFT}/sweeps`])
    routes.on('POST', path, limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(start, async (c) => {
      const act = { ...actOf(c, deps), database };
      const { id, done } = await startTrial(act, deps.files.store, c.req.valid('param').draftId, c.req.valid('json'));
      done.catch((error: unknown) => logFault(log, c.get('requestId'), error));
      return c.json({ id }, 202);
    })
    .openapi(list, async (c) => c.json({ trials: await listTrials(database.read, c.req.valid('param').draftId) }, 200))
    .openapi(one, async (c) =>
      c.json(await describeTrial(database.read, c.get('actor'), c.req.valid('param').trialId), 200),
    )
    .openapi(sweepShape, async (c) =>
      c.json(await sweepFigure(place, c.req.valid('param').draftId, c.req.valid('json'), dayInChina(clock())), 200),
    )
    .openapi(realityOf, async (c) => c.json(await readReality(place, c.req.valid('param').draftId, clock()), 200));
}
