import { OpenAPIHono } from '@hono/zod-openapi';
import { readStepTimes } from '../applications/step-times.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Database } from '../db/open-database.ts';
import { ApiError, refuseAll } from '../http/api-error.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf } from '../http/request-context.ts';
import { listVersions } from '../policies/queries.ts';
import { closeScheme } from './close-scheme.ts';
import { findProblems } from './find-problems.ts';
import { publishScheme } from './publish-scheme.ts';
import { listLatestSchemes, readScheme, type StoredScheme } from './queries.ts';
import { listSchemes, listStoredRevisions, readGuide } from './read-guide.ts';
import { close, guide, list, publish, revision, revisions, save, times } from './route-shapes.ts';
import { saveScheme } from './save-scheme.ts';

export interface SchemesDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

/** Schemes: the public list and guides, and the policy staff's drafts. */
export function schemesRoutes(deps: SchemesDeps) {
  const { database } = deps;
  const today = () => dayInChina(deps.clock());
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  for (const path of ['/api/v1/schemes/:id/draft', '/api/v1/schemes/:id/publish', '/api/v1/schemes/:id/close'])
    routes.use(path, limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(list, async (c) => c.json({ schemes: await listSchemes(database.read, today()) }, 200))
    .openapi(guide, async (c) => {
      const stored = await findLatest(database, c.req.valid('param').id);
      return c.json(await readGuide(database.read, stored, today()), 200);
    })
    .openapi(revision, async (c) => {
      const { id, revision: n } = c.req.valid('param');
      const stored = await readScheme(database.read, id, n);
      if (!stored || stored.status === 'draft') throw new ApiError(404, 'not-found');
      return c.json(await readGuide(database.read, stored, today()), 200);
    })
    .openapi(times, async (c) => {
      const { document } = await findLatest(database, c.req.valid('param').id);
      return c.json({ steps: await readStepTimes(database.read, document) }, 200);
    })
    .openapi(revisions, async (c) => c.json({ revisions: await listStoredRevisions(database.read) }, 200))
    .openapi(save, async (c) => {
      const { document, basedOn } = c.req.valid('json');
      if (document.id !== c.req.valid('param').id) throw new ApiError(404, 'not-found');
      const policies = (await listVersions(database.read)).filter(({ doc }) => doc.id === document.policy);
      const problems = findProblems(document, policies[0]?.doc);
      if (problems.length > 0) throw refuseAll('invalid-scheme', problems);
      return c.json(await saveScheme(actOf(c, deps), document, basedOn), 200);
    })
    .openapi(publish, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await publishScheme(actOf(c, deps), id, c.req.valid('json').hash), 200);
    })
    .openapi(close, async (c) => {
      await closeScheme(actOf(c, deps), c.req.valid('param').id, c.req.valid('json').reason);
      return c.body(null, 204);
    });
}

async function findLatest(database: Database, id: string): Promise<StoredScheme> {
  const found = (await listLatestSchemes(database.read)).find((each) => each.id === id);
  if (!found) throw new ApiError(404, 'not-found');
  return found;
}
