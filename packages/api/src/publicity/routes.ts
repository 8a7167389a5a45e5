import { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import { readApplications } from '../applications/queries.ts';
import type { Database } from '../db/open-database.ts';
import type { FilesDeps } from '../files/files-deps.ts';
import { createScanRun } from '../files/scan-pending.ts';
import { contentOf, fileResponse, requireUpload } from '../files/stream-file.ts';
import { logFault, onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { limitRate, type RateLimit } from '../http/rate-limit.ts';
import { type AppEnv, actOf, localeFor } from '../http/request-context.ts';
import { answerObjection } from './answer-objection.ts';
import { attachFile, MOST_ATTACHMENTS } from './attach-file.ts';
import { describeObjection } from './describe-objection.ts';
import { listAwards } from './list-awards.ts';
import { openAttachment } from './open-attachment.ts';
import { listOpenObjections } from './queries.ts';
import { raiseObjection } from './raise-objection.ts';
import { attachmentsOf, listPublicNotices, readPublicNotice } from './read-notices.ts';
import { answer, attach, attachment, awards, list, object, ofCase, one, open } from './route-shapes.ts';
import { viewObjections } from './view-objections.ts';

export interface PublicityDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly bodyBytes: number;
  readonly files: FilesDeps;
  /** Anyone may object, so few at a time. */
  readonly objectionRate: RateLimit;
}

/** Notices and awards, open to everyone; objections and their answers. */
export function publicityRoutes(deps: PublicityDeps) {
  const { database, files } = deps;
  const scan = createScanRun(database, files, deps.clock);
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const objecting = '/api/v1/publicity/:noticeId/rows/:applicationId/objections';
  for (const path of [objecting, '/api/v1/publicity/objections/:objectionId/files'])
    routes.use(path, limitRate(deps.objectionRate));
  for (const path of [objecting, '/api/v1/objections/:objectionId/answer'])
    routes.use(path, limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(list, async (c) => {
      const { before, limit } = c.req.valid('query');
      return c.json(await listPublicNotices(database.read, before, limit), 200);
    })
    .openapi(one, async (c) => {
      const shown = await readPublicNotice(database.read, c.req.valid('param').noticeId);
      return c.json({ ...shown, files: { most: MOST_ATTACHMENTS, limitBytes: files.limitBytes } }, 200);
    })
    .openapi(object, async (c) => {
      const act = { database, now: deps.clock(), requestId: c.get('requestId') };
      const receipt = await raiseObjection(act, {
        ...c.req.valid('param'),
        objection: c.req.valid('json'),
        language: localeFor(c),
      });
      return c.json(receipt, 201);
    })
    .openapi(attach, async (c) => {
      requireUpload(c, files.limitBytes);
      const { objectionId } = c.req.valid('param');
      const { name } = c.req.valid('query');
      const act = { database, actor: 'system' as const, now: deps.clock(), requestId: c.get('requestId') };
      const key = c.req.valid('header')['x-files-key'];
      const attached = await attachFile(act, files, { objectionId, key, name, content: contentOf(c) });
      void scan().catch((fault: unknown) => logFault(deps.log, c.get('requestId'), fault));
      return c.json(attached, 201);
    })
    .openapi(attachment, async (c) => {
      const wanted = { ...c.req.valid('param'), ...c.req.valid('query') };
      const opened = await openAttachment({ ...actOf(c, deps), database }, files, wanted);
      return fileResponse(c, opened, wanted.as) as never;
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
      const filesOf = await attachmentsOf(database.read, all);
      const objections = all.map((each) => ({
        ...describeObjection(each, filesOf(each.id), false),
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
