import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readSubmission } from '../applications/queries.ts';
import type { Database } from '../db/open-database.ts';
import type { FilesDeps } from '../files/files-deps.ts';
import { openFile } from '../files/open-file.ts';
import { fileResponse } from '../files/stream-file.ts';
import { ApiError } from '../http/api-error.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../http/request-context.ts';
import { readContent } from '../review/read-content.ts';
import { assignExpert } from './assign-expert.ts';
import { createPanel } from './create-panel.ts';
import { declareConflict } from './declare-conflict.ts';
import { declareFirms } from './declare-firms.ts';
import { describePanel } from './describe-panel.ts';
import { listFirms } from './list-firms.ts';
import { listExperts, listPanelsFor, readCasePanels } from './list-for.ts';
import { openPanel } from './open-panel.ts';
import { removeExpert } from './remove-expert.ts';
import { requireClear } from './require-clear.ts';
import * as shapes from './route-shapes.ts';
import { closePanel } from './scoring/close-panel.ts';
import { readResults } from './scoring/read-results.ts';
import { saveScore } from './scoring/save-score.ts';
import { startRound } from './scoring/start-round.ts';
import { viewMaterial } from './view-material.ts';

export interface PanelsDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
  readonly files: FilesDeps;
}

/** Expert panels: who is on them, conflicts of interest, material, sealed scores and minutes. */
export function panelsRoutes(deps: PanelsDeps) {
  const { database } = deps;
  const act = (c: Context<AppEnv>) => ({ ...actOf(c, deps), database });
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.on(['POST', 'PUT'], ['/api/v1/panels', '/api/v1/panels/*'], limitBody(deps.bodyBytes), requireJson());
  return withScores(routes, deps)
    .openapi(shapes.list, async (c) => c.json(await listPanelsFor(database.read, c.get('actor')), 200))
    .openapi(shapes.create, async (c) => c.json({ id: await createPanel(act(c), c.req.valid('json')) }, 201))
    .openapi(shapes.one, async (c) => {
      const record = await openPanel(database.read, c.get('actor'), c.req.valid('param').panelId);
      return c.json(await describePanel(database.read, c.get('actor'), record), 200);
    })
    .openapi(shapes.experts, async (c) => c.json(await listExperts(database.read), 200))
    .openapi(shapes.assign, async (c) => {
      await assignExpert(act(c), c.req.valid('param').panelId, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(shapes.remove, async (c) => {
      const { panelId, userId } = c.req.valid('param');
      await removeExpert(act(c), panelId, userId);
      return c.body(null, 204);
    })
    .openapi(shapes.declare, async (c) => {
      const { panelId, applicationId } = c.req.valid('param');
      return c.json(await declareConflict(act(c), panelId, applicationId, c.req.valid('json')), 200);
    })
    .openapi(shapes.firms, async (c) => c.json(await listFirms(act(c), c.req.valid('param').panelId), 200))
    .openapi(shapes.declareAll, async (c) => {
      return c.json(await declareFirms(act(c), c.req.valid('param').panelId, c.req.valid('json')), 200);
    })
    .openapi(shapes.ofCase, async (c) => {
      return c.json(await readCasePanels(database.read, c.req.valid('param').applicationId), 200);
    });
}

const filesIn = (content: string): readonly string[] =>
  readContent(content).materials.flatMap(({ files }) => files.map(({ id }) => id));

function withScores(routes: OpenAPIHono<AppEnv>, deps: PanelsDeps) {
  const { database } = deps;
  const act = (c: Context<AppEnv>) => ({ ...actOf(c, deps), database });
  return routes
    .openapi(shapes.material, async (c) => {
      const { panelId, applicationId } = c.req.valid('param');
      return c.json(await viewMaterial(act(c), panelId, applicationId, localeFor(c)), 200);
    })
    .openapi(shapes.file, async (c) => {
      const { panelId, applicationId, fileId } = c.req.valid('param');
      const { record, row } = await requireClear(act(c), panelId, applicationId);
      const submission = row.submissionId === null ? undefined : await readSubmission(database.read, row.submissionId);
      const isPart = submission && filesIn(submission.content).includes(fileId);
      if (!isPart || record.panel.isBlind) throw new ApiError(404, 'not-found');
      const wanted = { firmId: row.firmId, fileId, purpose: 'download' } as const;
      return fileResponse(c, await openFile(act(c), deps.files, wanted), 'download') as never;
    })
    .openapi(shapes.score, async (c) => {
      const { panelId, applicationId } = c.req.valid('param');
      return c.json(await saveScore(act(c), panelId, applicationId, c.req.valid('json')), 200);
    })
    .openapi(shapes.results, async (c) => {
      const record = await openPanel(database.read, c.get('actor'), c.req.valid('param').panelId);
      return c.json(await readResults(database.read, c.get('actor'), record), 200);
    })
    .openapi(shapes.rescore, async (c) => {
      await startRound(act(c), { ...c.req.valid('param'), ...c.req.valid('json') });
      return c.body(null, 204);
    })
    .openapi(shapes.close, async (c) => {
      const { version, minutes } = c.req.valid('json');
      await closePanel(act(c), c.req.valid('param').panelId, version, minutes);
      return c.body(null, 204);
    });
}
