import { OpenAPIHono } from '@hono/zod-openapi';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody } from '../../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../../http/request-context.ts';
import type { StudioDeps } from '../studio-deps.ts';
import { deletePopulation } from './delete-population.ts';
import { listPopulations } from './describe-population.ts';
import { keepPopulation } from './keep-population.ts';
import { list, remove, upload } from './route-shapes.ts';

/** Lists of firms that were sent to try texts on. */
export function studioPopulationsRoutes(deps: StudioDeps) {
  const { database, files } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.on('POST', '/api/v1/studio/populations', limitBody(deps.uploadBytes));
  return routes
    .openapi(list, async (c) => c.json({ populations: await listPopulations(database.read, c.get('actor')) }, 200))
    .openapi(upload, async (c) => {
      const body = c.req.raw.body ?? new Blob([]).stream();
      const sent = { ...c.req.valid('query'), body, locale: localeFor(c) };
      return c.json(await keepPopulation({ ...actOf(c, deps), database }, files, sent), 201);
    })
    .openapi(remove, async (c) => {
      await deletePopulation({ ...actOf(c, deps), database }, files, c.req.valid('param').populationId);
      return c.body(null, 204);
    });
}
