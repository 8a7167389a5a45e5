import { OpenAPIHono } from '@hono/zod-openapi';
import { dayInChina } from '../../day-in-china.ts';
import { ApiError } from '../../http/api-error.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { limitRate } from '../../http/rate-limit.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { listNotices, readNotice } from '../force/queries.ts';
import type { StudioDeps } from '../studio-deps.ts';
import { hideComment, replyToComment } from './answer-comment.ts';
import { describeConsultation, describeForStaff, listPublicConsultations } from './describe-consultation.ts';
import { describeNotice, describeWholeNotice } from './describe-notice.ts';
import { listComments, readConsultation } from './queries.ts';
import { hide, list, notice, notices, one, reply, send, staffComments } from './route-shapes.ts';
import { sendComment } from './send-comment.ts';

/** What the public sees of policies being made, and says about them. */
export function consultationsRoutes(deps: StudioDeps) {
  const { database, clock } = deps;
  const { read } = database;
  const today = () => dayInChina(clock());
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const commenting = '/api/v1/consultations/:consultationId/comments';
  const answering = '/api/v1/studio/consultations/:consultationId/comments/:commentId';
  routes.use(commenting, limitRate(deps.commentRate));
  for (const path of [commenting, `${answering}/reply`, `${answering}/hide`])
    routes.use(path, limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(list, async (c) => c.json({ consultations: await listPublicConsultations(read, today()) }, 200))
    .openapi(one, async (c) =>
      c.json(await describeConsultation(read, c.req.valid('param').consultationId, today()), 200),
    )
    .openapi(send, async (c) => {
      const act = { database, now: clock(), requestId: c.get('requestId') };
      return c.json(await sendComment(act, c.req.valid('param').consultationId, c.req.valid('json')), 201);
    })
    .openapi(notices, async (c) => c.json({ notices: (await listNotices(read)).map(describeNotice) }, 200))
    .openapi(notice, async (c) => {
      const row = await readNotice(read, c.req.valid('param').noticeId);
      if (!row) throw new ApiError(404, 'not-found');
      return c.json(describeWholeNotice(row), 200);
    })
    .openapi(staffComments, async (c) => {
      const { consultationId } = c.req.valid('param');
      if (!(await readConsultation(read, consultationId))) throw new ApiError(404, 'not-found');
      const rows = await listComments(read, consultationId);
      return c.json({ comments: rows.map(describeForStaff) }, 200);
    })
    .openapi(reply, async (c) => {
      await replyToComment(actOf(c, deps), c.req.valid('param'), c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(hide, async (c) => {
      await hideComment(actOf(c, deps), c.req.valid('param'), c.req.valid('json').reason);
      return c.body(null, 204);
    });
}
