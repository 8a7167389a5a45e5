import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { PersonalAct } from '../audit/act.ts';
import type { Database } from '../db/open-database.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../http/request-context.ts';
import { deliverDeferred } from './deliver-deferred.ts';
import { describeCase } from './describe-case.ts';
import { adoptRules } from './drafts/adopt-rules.ts';
import { describeCheck } from './drafts/describe-check.ts';
import { openDraft } from './drafts/open-draft.ts';
import { readDraft } from './drafts/read-draft.ts';
import { saveDraft } from './drafts/save-draft.ts';
import { startDraft } from './drafts/start-draft.ts';
import { giveOverrunReason } from './give-overrun-reason.ts';
import { listApplications, listOverruns } from './list-applications.ts';
import { noteCaseView } from './note-case-view.ts';
import { ownCase } from './own-case.ts';
import { postMessage } from './post-message.ts';
import { promiseDeferred } from './promise-deferred.ts';
import type { ApplicationRow } from './queries.ts';
import * as shapes from './route-shapes.ts';
import { readSubmissionFor } from './submissions/read-submission.ts';
import { renderSubmission } from './submissions/render-submission.ts';
import { resubmitApplication } from './submissions/resubmit-application.ts';
import { submitApplication } from './submissions/submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

export interface ApplicationsDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

type WholeAct = PersonalAct & { readonly database: Database };

/** Applications as firms write, sign and follow them. */
export function applicationsRoutes(deps: ApplicationsDeps) {
  const { database } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.on(
    ['POST', 'PUT'],
    ['/api/v1/applications', '/api/v1/applications/:id/*'],
    limitBody(deps.bodyBytes),
    requireJson(),
  );
  return withFollowing(withWriting(routes, deps), deps)
    .openapi(shapes.round, async (c) => {
      const { id, round } = c.req.valid('param');
      const submission = await readSubmissionFor(database.read, c.get('actor'), id, round);
      await noteCaseView({ ...actOf(c, deps), database }, id);
      return c.json(submission as never, 200);
    })
    .openapi(shapes.paper, async (c) => {
      const { id, round } = c.req.valid('param');
      const submission = await readSubmissionFor(database.read, c.get('actor'), id, round);
      await noteCaseView({ ...actOf(c, deps), database }, id);
      const file = await renderSubmission(database.read, id, submission, localeFor(c));
      c.header('Content-Type', 'application/pdf');
      c.header('Content-Disposition', `inline; filename="${submission.number}-${round}.pdf"`);
      return c.body(file as Uint8Array<ArrayBuffer>) as never;
    })
    .openapi(shapes.explain, async (c) => {
      await giveOverrunReason(actOf(c, deps), c.req.valid('param').id, c.req.valid('json').reason);
      return c.body(null, 204);
    })
    .openapi(shapes.overruns, async (c) => c.json(await listOverruns(database.read), 200));
}

type Routes = OpenAPIHono<AppEnv>;

/** Drafts: start, read, save, check, move to new rules. */
function withWriting(routes: Routes, deps: ApplicationsDeps) {
  const { database, clock } = deps;
  const act = (c: Context<AppEnv>) => actOf(c, deps) as WholeAct;
  const own = (c: Context<AppEnv>, id: string) => ownCase(database.read, c.get('actor'), id);
  return routes
    .openapi(shapes.start, async (c) => c.json(await startDraft(act(c), c.req.valid('json')), 201))
    .openapi(shapes.readOne, async (c) => {
      const row = await own(c, c.req.valid('param').id);
      return c.json(await readDraft(database.read, row, clock(), localeFor(c)), 200);
    })
    .openapi(shapes.save, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await saveDraft(act(c), { applicationId: id, ...c.req.valid('json') }), 200);
    })
    .openapi(shapes.adopt, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await adoptRules(act(c), id, c.req.valid('json').draftVersion), 200);
    })
    .openapi(shapes.check, async (c) => {
      const row = await own(c, c.req.valid('param').id);
      const draft = await openDraft(database.read, row, clock());
      return c.json(await describeCheck(database, draft, localeFor(c)), 200);
    })
    .openapi(shapes.submit, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await submitApplication(act(c), id, c.req.valid('json'), localeFor(c)), 200);
    })
    .openapi(shapes.resubmit, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await resubmitApplication(act(c), id, c.req.valid('json'), localeFor(c)), 200);
    });
}

/** A case that is under way: where it stands, and what the firm may do. */
function withFollowing(routes: Routes, deps: ApplicationsDeps) {
  const { database, clock } = deps;
  const told = (c: Context<AppEnv>, row: ApplicationRow) =>
    describeCase(database.read, row, { actor: c.get('actor'), now: clock(), locale: localeFor(c) });
  return routes
    .openapi(shapes.list, async (c) => {
      const { firmId } = c.req.valid('param');
      return c.json(await listApplications(database.read, firmId, c.req.valid('query')), 200);
    })
    .openapi(shapes.one, async (c) => {
      const row = await ownCase(database.read, c.get('actor'), c.req.valid('param').id);
      return c.json(await told(c, row), 200);
    })
    .openapi(shapes.withdraw, async (c) => {
      const { id } = c.req.valid('param');
      const row = await withdrawApplication(actOf(c, deps), { applicationId: id, ...c.req.valid('json') });
      return c.json(await told(c, row), 200);
    })
    .openapi(shapes.promise, async (c) => {
      const { id } = c.req.valid('param');
      const row = await promiseDeferred(actOf(c, deps), { applicationId: id, ...c.req.valid('json') });
      return c.json(await told(c, row), 200);
    })
    .openapi(shapes.deliver, async (c) => {
      const { id, materialId } = c.req.valid('param');
      const { fileIds } = c.req.valid('json');
      const row = await deliverDeferred(actOf(c, deps), { applicationId: id, materialId, fileIds });
      return c.json(await told(c, row), 200);
    })
    .openapi(shapes.post, async (c) => {
      const { id } = c.req.valid('param');
      await ownCase(database.read, c.get('actor'), id);
      const { text } = c.req.valid('json');
      const {
        applicationId: _id,
        by: _by,
        ...posted
      } = await postMessage(actOf(c, deps), {
        applicationId: id,
        text,
        visibility: 'shared',
      });
      return c.json(posted, 201);
    });
}
