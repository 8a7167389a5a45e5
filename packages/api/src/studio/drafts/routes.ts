import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { logFault, onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../../http/request-context.ts';
import { tellAfter } from '../force/tell-after.ts';
import { DOCUMENT_BYTES, type StudioDeps } from '../studio-deps.ts';
import { documentAtVersion, documentOf } from '../texts.ts';
import { makeReady } from '../trials/make-ready.ts';
import { SavedMeanwhile } from './change-document.ts';
import { addComment, describeComment, resolveComment } from './comments.ts';
import { createDraft } from './create-draft.ts';
import { describeDraft, describeEdit, describeSaved, findDraft } from './describe-draft.ts';
import { describeSentences } from './describe-sentences.ts';
import { listCommentRows, listEditsBefore } from './queries.ts';
import { revertEdit } from './revert-edit.ts';
import * as shapes from './route-shapes.ts';
import { describeConflict } from './save-conflict.ts';
import { editDraft, saveDraft } from './save-draft.ts';
import { setDraft } from './set-draft.ts';

const DRAFTS = '/api/v1/studio/drafts';

/** Drafts: the text, its history, remarks, and what it says in words. */
export function studioDraftsRoutes(deps: StudioDeps) {
  const { database } = deps;
  const { read } = database;
  const act = (c: Context<AppEnv>) => ({ ...actOf(c, deps), database });
  const where = (c: Context<AppEnv>) => ({ locale: localeFor(c), requestId: c.get('requestId') });
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const writes = ['document', 'edits', 'undo', 'redo', 'title', 'scope', 'comments'];
  for (const path of ['', ...writes.map((each) => `/:draftId/${each}`)])
    routes.on(['POST', 'PUT'], `${DRAFTS}${path}`, limitBody(Math.max(deps.bodyBytes, DOCUMENT_BYTES)), requireJson());
  for (const path of ['document', 'edits', 'undo', 'redo', 'scope'])
    routes.use(`${DRAFTS}/:draftId/${path}`, tellAfter(deps));
  return routes
    .openapi(shapes.create, async (c) => {
      const { id } = await createDraft(act(c), c.req.valid('json'));
      return c.json(await describeDraft(read, c.get('actor'), id), 201);
    })
    .openapi(shapes.read, async (c) => {
      const { draftId } = c.req.valid('param');
      const told = await describeDraft(read, c.get('actor'), draftId);
      // Who opens a draft will soon want to try it.
      makeReady({ db: read, store: deps.files.store }, await findDraft(read, draftId), deps.clock()).catch((error) =>
        logFault(deps.log, c.get('requestId'), error),
      );
      return c.json(told, 200);
    })
    .openapi(shapes.save, async (c) => {
      const sent = { draftId: c.req.valid('param').draftId, ...c.req.valid('json') };
      try {
        return c.json(await describeSaved(read, c.get('actor'), await saveDraft(act(c), sent)), 200);
      } catch (error) {
        if (!(error instanceof SavedMeanwhile)) throw error;
        return c.json(await describeConflict(read, error, sent, where(c)), 409);
      }
    })
    .openapi(shapes.edit, async (c) => {
      const sent = { draftId: c.req.valid('param').draftId, ...c.req.valid('json') };
      try {
        return c.json(await describeSaved(read, c.get('actor'), await editDraft(act(c), sent)), 200);
      } catch (error) {
        if (!(error instanceof SavedMeanwhile)) throw error;
        return c.json(await describeConflict(read, error, { ...sent, document: null }, where(c)), 409);
      }
    })
    .openapi(shapes.edits, async (c) => {
      const { before, limit } = c.req.valid('query');
      const { id } = await findDraft(read, c.req.valid('param').draftId);
      const rows = await listEditsBefore(read, id, before, limit + 1);
      const next = rows.length > limit ? (rows[limit - 1]?.version ?? null) : null;
      return c.json({ edits: rows.slice(0, limit).map(describeEdit), next }, 200);
    })
    .openapi(shapes.documentOf, async (c) => {
      const { draftId, version } = c.req.valid('param');
      return c.json(await documentAtVersion(read, await findDraft(read, draftId), version), 200);
    })
    .openapi(shapes.undo, async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json'), kind: 'undo' as const };
      return c.json(await describeSaved(read, c.get('actor'), await revertEdit(act(c), asked)), 200);
    })
    .openapi(shapes.redo, async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json'), kind: 'redo' as const };
      return c.json(await describeSaved(read, c.get('actor'), await revertEdit(act(c), asked)), 200);
    })
    .openapi(shapes.rename, async (c) => {
      const { draftId } = c.req.valid('param');
      await setDraft(act(c), draftId, c.req.valid('json'));
      return c.json(await describeDraft(read, c.get('actor'), draftId), 200);
    })
    .openapi(shapes.scope, async (c) => {
      const { draftId } = c.req.valid('param');
      await setDraft(act(c), draftId, c.req.valid('json'));
      return c.json(await describeDraft(read, c.get('actor'), draftId), 200);
    })
    .openapi(shapes.exportJson, async (c) => {
      const draft = await findDraft(read, c.req.valid('param').draftId);
      c.header('Content-Disposition', `attachment; filename="${draft.policyId}-v${draft.version}.json"`);
      return c.json(documentOf(draft), 200);
    })
    .openapi(shapes.words, async (c) =>
      c.json(await describeSentences(await findDraft(read, c.req.valid('param').draftId)), 200),
    )
    .openapi(shapes.comments, async (c) => {
      const { id } = await findDraft(read, c.req.valid('param').draftId);
      return c.json({ comments: (await listCommentRows(read, id)).map(describeComment) }, 200);
    })
    .openapi(shapes.addComment, async (c) =>
      c.json(await addComment(act(c), c.req.valid('param').draftId, c.req.valid('json')), 201),
    )
    .openapi(shapes.resolveComment, async (c) => {
      const { draftId, commentId } = c.req.valid('param');
      await resolveComment(act(c), draftId, commentId);
      return c.body(null, 204);
    });
}
