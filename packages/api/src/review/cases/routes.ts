import { OpenAPIHono } from '@hono/zod-openapi';
import { noteCaseView } from '../../applications/note-case-view.ts';
import { postMessage } from '../../applications/post-message.ts';
import { type ApplicationRow, readApplication } from '../../applications/queries.ts';
import { answerFinding } from '../../duplicates/answer-finding.ts';
import { lookAgain } from '../../duplicates/look-again.ts';
import { listFindings } from '../../duplicates/queries.ts';
import { ApiError } from '../../http/api-error.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../../http/request-context.ts';
import type { Actor } from '../../identity/actor.ts';
import { acceptCase } from '../intake/accept-case.ts';
import { acceptDeferred } from '../intake/accept-deferred.ts';
import type { IntakeResult } from '../intake/contract.ts';
import { letterText } from '../intake/letter-text.ts';
import { refuseAcceptance } from '../intake/refuse-acceptance.ts';
import { returnCase } from '../intake/return-case.ts';
import { mayOpen } from '../may-open.ts';
import { endOverride } from '../overrides/end-override.ts';
import { overrule } from '../overrides/overrule.ts';
import type { ReviewDeps } from '../review-deps.ts';
import { answerTask } from '../tasks/answer-task.ts';
import { reopenTask } from '../tasks/reopen-task.ts';
import { readCaseView } from './read-case-view.ts';
import * as shapes from './route-shapes.ts';

const WITH_BODY = [
  '/api/v1/desk/cases/:id/:verb{messages|return|accept|accept-deferred|refuse-acceptance|overrides}',
  '/api/v1/desk/cases/:id/overrides/:overrideId/end',
  '/api/v1/desk/cases/:id/duplicates/:findingId/answer',
  '/api/v1/desk/tasks/:id/:verb{answer|reopen}',
];

/** One case at the desk: the whole of it, intake, tasks, overrides, doubts about double money, words. */
export function casesRoutes(deps: ReviewDeps) {
  const { database, clock } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  for (const path of WITH_BODY) routes.post(path, limitBody(deps.bodyBytes), requireJson());
  const openCase = async (actor: Actor, id: string): Promise<ApplicationRow> => {
    const row = await readApplication(database.read, id);
    if (!row || !(await mayOpen(database.read, actor, row))) throw new ApiError(404, 'not-found');
    return row;
  };
  return routes
    .openapi(shapes.one, async (c) => {
      const actor = c.get('actor');
      const row = await openCase(actor, c.req.valid('param').id);
      const reading = { actor, now: clock(), locale: localeFor(c) };
      await noteCaseView({ ...actOf(c, deps), database }, row.id);
      return c.json(await readCaseView(database.read, row, reading), 200);
    })
    .openapi(shapes.post, async (c) => {
      const { id } = await openCase(c.get('actor'), c.req.valid('param').id);
      const said = await postMessage(actOf(c, deps), { applicationId: id, ...c.req.valid('json') });
      const { visibility, side, text, at, byName } = said;
      return c.json({ id: said.id, visibility, side, text, at, byName }, 200);
    })
    .openapi(shapes.returning, async (c) => {
      const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(resultOf(await returnCase(actOf(c, deps), input)), 200);
    })
    .openapi(shapes.accepting, async (c) => {
      const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(resultOf(await acceptCase(actOf(c, deps), input)), 200);
    })
    .openapi(shapes.acceptingDeferred, async (c) => {
      const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(resultOf(await acceptDeferred(actOf(c, deps), input)), 200);
    })
    .openapi(shapes.refusing, async (c) => {
      const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(resultOf(await refuseAcceptance(actOf(c, deps), input)), 200);
    })
    .openapi(shapes.reading, async (c) => {
      const { id, kind } = c.req.valid('param');
      return c.json(await letterText(database.read, await openCase(c.get('actor'), id), kind), 200);
    })
    .openapi(shapes.answering, async (c) => {
      const input = { taskId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(resultOf(await answerTask(actOf(c, deps), input)), 200);
    })
    .openapi(shapes.reopening, async (c) => {
      const input = { taskId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(resultOf(await reopenTask(actOf(c, deps), input)), 200);
    })
    .openapi(shapes.overruling, async (c) => {
      const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(resultOf(await overrule({ ...actOf(c, deps), database }, input)), 200);
    })
    .openapi(shapes.endingOverride, async (c) => {
      const { id, overrideId } = c.req.valid('param');
      const input = { applicationId: id, overrideId, ...c.req.valid('json') };
      return c.json(resultOf(await endOverride({ ...actOf(c, deps), database }, input)), 200);
    })
    .openapi(shapes.looking, async (c) => {
      const row = await openCase(c.get('actor'), c.req.valid('param').id);
      const added = await lookAgain(actOf(c, deps), row);
      return c.json({ findings: await listFindings(database.read, row.id), added }, 200);
    })
    .openapi(shapes.answeringFinding, async (c) => {
      const { id, findingId } = c.req.valid('param');
      const row = await openCase(c.get('actor'), id);
      const input = { findingId, ...c.req.valid('json') };
      return c.json(resultOf(await answerFinding(actOf(c, deps), row, input)), 200);
    });
}

const resultOf = ({ id, state, version, dueOn }: ApplicationRow): IntakeResult => ({ id, state, version, dueOn });
