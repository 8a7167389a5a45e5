import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { noteCaseView } from '../applications/note-case-view.ts';
import { maySee, readApplication } from '../applications/queries.ts';
import type { Database } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../http/request-context.ts';
import { answerAppeal } from './answer-appeal.ts';
import type { CaseAfter } from './contract.ts';
import { type DecidedCase, decideCase } from './decide-case.ts';
import { decideCases } from './decide-cases.ts';
import { describeLetter } from './describe-decision.ts';
import { fileAppeal } from './file-appeal.ts';
import { previewDecisions } from './preview-decisions.ts';
import { listLetters, readDecision } from './queries.ts';
import { readDesk } from './read-desk.ts';
import { readOutcome } from './read-outcome.ts';
import { replayDecision } from './replay-decision.ts';
import { answer, appeal, decide, decideMany, desk, lettersOf, outcomeOf, previewMany, replay } from './route-shapes.ts';

export interface DecisionsDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

const WRITES = ['applications/:applicationId/decisions', 'decisions/bulk', 'applications/:applicationId/appeal'];

/** Decisions on cases, their letters, and appeals. */
export function decisionsRoutes(deps: DecisionsDeps) {
  const { database, clock } = deps;
  const act = (c: Context<AppEnv>) => ({ ...actOf(c, deps), database });
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  for (const path of [...WRITES, 'applications/:applicationId/appeal/answer'])
    routes.post(`/api/v1/${path}`, limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(desk, async (c) => {
      const { applicationId } = c.req.valid('param');
      const shown = await readDesk(database.read, c.get('actor'), applicationId, clock());
      await noteCaseView(act(c), applicationId);
      return c.json(shown, 200);
    })
    .openapi(decide, async (c) => {
      const decided = await decideCase(act(c), { ...c.req.valid('json'), ...c.req.valid('param') });
      return c.json(describeAfter(decided), 200);
    })
    .openapi(decideMany, async (c) => {
      return c.json({ rows: [...(await decideCases(act(c), c.req.valid('json'), localeFor(c)))] }, 200);
    })
    .openapi(previewMany, async (c) => {
      const reading = { actor: c.get('actor'), now: clock(), locale: localeFor(c) };
      return c.json({ rows: [...(await previewDecisions(database.read, c.req.valid('query').ids, reading))] }, 200);
    })
    .openapi(replay, async (c) => {
      const found = await readDecision(database.read, c.req.valid('param').decisionId);
      if (!found) throw new ApiError(404, 'not-found');
      return c.json(await replayDecision(database.read, found), 200);
    })
    .openapi(outcomeOf, async (c) => {
      const { applicationId } = c.req.valid('param');
      return c.json(await readOutcome(database.read, c.get('actor'), applicationId, clock()), 200);
    })
    .openapi(appeal, async (c) => {
      const row = await fileAppeal(act(c), { ...c.req.valid('json'), ...c.req.valid('param') });
      return c.json(describeAfter({ row }), 200);
    })
    .openapi(answer, async (c) => {
      const decided = await answerAppeal(act(c), { ...c.req.valid('json'), ...c.req.valid('param') });
      return c.json(describeAfter(decided), 200);
    })
    .openapi(lettersOf, async (c) => {
      const row = await readApplication(database.read, c.req.valid('param').applicationId);
      if (!row || !maySee(c.get('actor'), row)) throw new ApiError(404, 'not-found');
      return c.json({ letters: (await listLetters(database.read, row.id)).map(describeLetter) }, 200);
    });
}

const describeAfter = ({ row, decision, noticeId }: Pick<DecidedCase, 'row'> & Partial<DecidedCase>): CaseAfter => ({
  id: row.id,
  state: row.state,
  version: row.version,
  dueOn: row.dueOn,
  ...(decision ? { decisionId: decision.id } : {}),
  ...(noticeId === undefined ? {} : { noticeId }),
});
