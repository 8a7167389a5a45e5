import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ownCase } from '../../applications/own-case.ts';
import { dayInChina } from '../../day-in-china.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { describeDraft, describeSaved, findDraft } from '../drafts/describe-draft.ts';
import type { StudioDeps } from '../studio-deps.ts';
import { applyPublished } from './apply-published.ts';
import { decideDraft } from './decide-draft.ts';
import { describeForce } from './describe-force.ts';
import { listTransitions } from './list-transitions.ts';
import { openConsultation } from './open-consultation.ts';
import { publishDraft } from './publish-draft.ts';
import * as shapes from './route-shapes.ts';
import { saveFairness } from './save-fairness.ts';
import { saveSchedule } from './save-schedule.ts';
import { saveLegality, saveTransition } from './set-terms.ts';
import { tellAfter } from './tell-after.ts';
import { transitionOfCase } from './transition-of-case.ts';
import { withdrawDraft } from './withdraw-draft.ts';

/** What stands before an approval. */
const STEPS = ['fairness', 'legality', 'consultation', 'schedule', 'transition'];
const WRITES = [...STEPS, 'approvals', 'publication', 'withdrawal'];

/** From a draft to force: what the law asks for, a second person, a day. */
export function studioForceRoutes(deps: StudioDeps) {
  const { database, clock } = deps;
  const { read } = database;
  const act = (c: Context<AppEnv>) => ({ ...actOf(c, deps), database });
  const force = (c: Context<AppEnv>, draftId: string) =>
    describeForce(read, c.get('actor'), draftId, dayInChina(clock()));
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  for (const path of WRITES)
    routes.on(['POST', 'PUT'], `/api/v1/studio/drafts/:draftId/${path}`, limitBody(deps.bodyBytes), requireJson());
  for (const path of STEPS) routes.use(`/api/v1/studio/drafts/:draftId/${path}`, tellAfter(deps));
  return routes
    .openapi(shapes.read, async (c) => c.json(await force(c, c.req.valid('param').draftId), 200))
    .openapi(shapes.fairness, async (c) => {
      const changed = await saveFairness(act(c), c.req.valid('param').draftId, c.req.valid('json'));
      return c.json(await describeSaved(read, c.get('actor'), changed), 200);
    })
    .openapi(shapes.legality, async (c) => {
      await saveLegality(act(c), c.req.valid('param').draftId, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(shapes.consult, async (c) => {
      const { draftId } = c.req.valid('param');
      await openConsultation(act(c), draftId, c.req.valid('json'));
      return c.json(await force(c, draftId), 201);
    })
    .openapi(shapes.schedule, async (c) => {
      const changed = await saveSchedule(act(c), c.req.valid('param').draftId, c.req.valid('json'));
      return c.json(await describeSaved(read, c.get('actor'), changed), 200);
    })
    .openapi(shapes.transition, async (c) => {
      await saveTransition(act(c), c.req.valid('param').draftId, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(shapes.decideOn, async (c) => {
      const { draftId } = c.req.valid('param');
      await decideDraft(act(c), draftId, c.req.valid('json'));
      return c.json(await force(c, draftId), 200);
    })
    .openapi(shapes.publish, async (c) => {
      const published = await publishDraft(act(c), c.req.valid('param').draftId, c.req.valid('json').hash);
      // A version whose first day is today takes effect now and not at the next look at the clock.
      await applyPublished(database, clock());
      const { state } = await findDraft(read, c.req.valid('param').draftId);
      return c.json({ ...published, state }, 200);
    })
    .openapi(shapes.withdraw, async (c) => {
      const { draftId } = c.req.valid('param');
      await withdrawDraft(act(c), draftId, c.req.valid('json').reason);
      return c.json(await describeDraft(read, c.get('actor'), draftId), 200);
    })
    .openapi(shapes.transitions, async (c) => {
      const { id } = await findDraft(read, c.req.valid('param').draftId);
      return c.json({ rows: await listTransitions(read, id) }, 200);
    })
    .openapi(shapes.ofCase, async (c) => {
      const row = await ownCase(read, c.get('actor'), c.req.valid('param').id);
      return c.json({ transition: await transitionOfCase(read, row) }, 200);
    });
}
