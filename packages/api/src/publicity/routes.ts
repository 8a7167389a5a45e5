import { OpenAPIHono } from '@hono/zod-openapi';
import { readApplications } from '../applications/queries.ts';
import type { Database } from '../db/open-database.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { limitRate, type RateLimit } from '../http/rate-limit.ts';
import { type AppEnv, actOf } from '../http/request-context.ts';
import { answerObjection } from './answer-objection.ts';
import { listAwards } from './list-awards.ts';
import { listOpenObjections } from './queries.ts';
import { raiseObjection } from './raise-objection.ts';
import { describeObjection, listPublicNotices, readPublicNotice } from './read-notices.ts';
import { answer, awards, list, object, ofCase, one, open } from './route-shapes.ts';
import { viewObjections } from './view-objections.ts';

export interface PublicityDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
  /** Anyone may object, so few at a time. */
  readonly objectionRate: RateLimit;
}

/** Notices and awards, open to everyone; objections and their answers. */
export function publicityRoutes(deps: PublicityDeps) {
  const { database } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const objecting = '/api/v1/publicity/:noticeId/rows/:applicationId/objections';
  routes.use(objecting, limitRate(deps.objectionRate));
  for (const path of [objecting, '/api/v1/objections/:objectionId/answer'])
    routes.use(path, limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(list, async (c) => {
      const { before, limit } = c.req.valid('query');
      return c.json(await listPublicNotices(database.read, before, limit), 200);
    })
    .openapi(one, async (c) => c.json(await readPublicNotice(database.read, c.req.valid('param').noticeId), 200))
    .openapi(object, async (c) => {
      const act = { database, now: deps.clock(), requestId: c.get('requestId') };
      return c.json(await raiseObjection(act, { ...c.req.valid('param'), objection: c.req.valid('json') }), 201);
    })
    .openapi(awards, async (c) => {
      const { before, limit } = c.req.valid('query');
      return c.json(await listAwards(database.read, before, limit), 200);
    })
    .openapi(ofCase, async (c) => {
      const act = { ...actOf(c, deps), database };
      return c.json(await viewObjections(act, c.req.valid('param').applicationId), 200);
    })
    .openapi(open, async (c) => {
      const all = await listOpenObjections(database.read);
      const cases = await readApplications(
        database.read,
        all.map(({ applicationId }) => applicationId),
      );
      const names = new Map(cases.map(({ id, firmName }) => [id, firmName]));
      const objections = all.map((each) => ({
        ...describeObjection(each, false),
        firmName: names.get(each.applicationId) ?? '',
      }));
      return c.json({ objections }, 200);
    })
    .openapi(answer, async (c) => {
      const { objectionId } = c.req.valid('param');
      const row = await answerObjection(actOf(c, deps), { ...c.req.valid('json'), objectionId });
      const { id, state, version, dueOn } = row;
      return c.json({ id, state, version, dueOn }, 200);
    });
}
