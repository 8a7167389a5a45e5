import { OpenAPIHono } from '@hono/zod-openapi';
import { readCalendar } from '../../calendar/queries.ts';
import { dayInChina } from '../../day-in-china.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../../http/request-context.ts';
import type { Actor } from '../../identity/actor.ts';
import type { ReviewDeps } from '../review-deps.ts';
import { actOnMany } from './act-on-many.ts';
import { assignCase } from './assign-case.ts';
import type { Asking } from './case-conditions.ts';
import { deleteView } from './delete-view.ts';
import { describeCases } from './describe-cases.ts';
import { exportCases } from './export-cases.ts';
import { listViews } from './list-views.ts';
import { readOverview } from './overview.ts';
import { countCases, listCases, readPlace, writePlace } from './queries.ts';
import * as shapes from './route-shapes.ts';
import { saveView } from './save-view.ts';

const PAGE = 50;

/** The officials' queue: list, counts, overview, export, views, assignment and work on many at once. */
export function deskRoutes(deps: ReviewDeps) {
  const { database, clock } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const asking = async (actor: Actor): Promise<Asking> => ({
    actor,
    today: dayInChina(clock()),
    calendar: await readCalendar(database.read),
  });
  for (const path of ['/api/v1/desk/bulk', '/api/v1/desk/views'])
    routes.post(path, limitBody(deps.bodyBytes), requireJson());
  routes.put('/api/v1/desk/cases/:id/assignee', limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(shapes.list, async (c) => {
      const { cursor, limit: asked, ...filters } = c.req.valid('query');
      const limit = Number(asked ?? PAGE);
      const now = await asking(c.get('actor'));
      const rows = await listCases(database.read, filters, now, { after: readPlace(cursor), limit: limit + 1 });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const next = rows.length > limit && last ? writePlace(last) : null;
      return c.json({ cases: await describeCases(database.read, page, now), next }, 200);
    })
    .openapi(shapes.counts, async (c) =>
      c.json(await countCases(database.read, c.req.valid('query'), await asking(c.get('actor'))), 200),
    )
    .openapi(shapes.overview, async (c) => c.json(await readOverview(database.read, await asking(c.get('actor'))), 200))
    .openapi(shapes.exportAll, async (c) => {
      const act = { ...actOf(c, deps), database };
      const { body, mediaType, name } = await exportCases(act, c.req.valid('query'), await asking(act.actor));
      c.header('Content-Type', mediaType);
      c.header('Content-Disposition', `attachment; filename="${name}"`);
      c.header('Cache-Control', 'no-store, no-transform');
      return c.body(body) as never;
    })
    .openapi(shapes.bulk, async (c) =>
      c.json(await actOnMany({ ...actOf(c, deps), database }, c.req.valid('json'), localeFor(c)), 200),
    )
    .openapi(shapes.assign, async (c) => {
      const { userId } = c.req.valid('json');
      const { id } = c.req.valid('param');
      return c.json({ assignee: await assignCase(actOf(c, deps), { applicationId: id, userId }) }, 200);
    })
    .openapi(shapes.views, async (c) => c.json({ views: await listViews(database.read, c.get('actor')) }, 200))
    .openapi(shapes.keepView, async (c) => {
      await saveView(actOf(c, deps), c.req.valid('json'));
      return c.json({ views: await listViews(database.read, c.get('actor')) }, 200);
    })
    .openapi(shapes.dropView, async (c) => {
      await deleteView(actOf(c, deps), c.req.valid('param').id);
      return c.json({ views: await listViews(database.read, c.get('actor')) }, 200);
    });
}
