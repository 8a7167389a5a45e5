import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Database } from '../db/open-database.ts';
import { getFirm } from '../firms/queries.ts';
import { type Access, secureRoute } from '../http/access.ts';
import { ApiError } from '../http/api-error.ts';
import { logFault, onInvalid } from '../http/error-responses.ts';
import { type AppEnv, actOf } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { CASE_READERS, FIRM_ROLES } from '../identity/roles.ts';
import { contentQuery, evidenceFile, filePage, filePath, filesQuery, firmPath, uploadQuery } from './contract.ts';
import { deleteFile } from './delete-file.ts';
import { describeFiles } from './describe-files.ts';
import type { FilesDeps } from './files-deps.ts';
import { openFile } from './open-file.ts';
import { getFile, heldAmong, listFiles } from './queries.ts';
import { createScanRun } from './scan-pending.ts';
import { contentOf, fileResponse, OCTETS, requireUpload } from './stream-file.ts';
import { uploadFile } from './upload-file.ts';

const tags = ['证明材料 · Evidence files'];
const PATH = '/api/v1/firms/{firmId}/files';
const readers = { firm: FIRM_ROLES, staff: CASE_READERS };
/** Officials who look into figures may add the paper they found. */
const writers: Access = { firm: FIRM_ROLES, staff: ['intake-clerk', 'department-reviewer'] };

const list = secureRoute(readers, {
  method: 'get',
  path: PATH,
  tags,
  operationId: 'listFirmFiles',
  summary: '企业的证明材料，最新的在前',
  request: { params: firmPath, query: filesQuery },
  responses: { 200: json(filePage, '一页文件'), ...errorResponses([401, 403, 404, 422]) },
});

const upload = secureRoute(writers, {
  method: 'post',
  path: PATH,
  tags,
  operationId: 'uploadFirmFile',
  summary: '上传一份证明材料',
  description:
    '请求体就是文件本身（`application/octet-stream`），文件名写在查询参数里。类型按内容识别，与文件名不符时不收。The body is the file itself; its type is told by its content.',
  request: {
    params: firmPath,
    query: uploadQuery,
    body: { required: true, content: { [OCTETS]: { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: { 201: json(evidenceFile, '已收下'), ...errorResponses([401, 403, 404, 413, 415, 422]) },
});

const one = secureRoute(readers, {
  method: 'get',
  path: `${PATH}/{fileId}`,
  tags,
  operationId: 'getFirmFile',
  summary: '一份材料的说明',
  request: { params: filePath },
  responses: { 200: json(evidenceFile, '文件说明'), ...errorResponses([401, 403, 404]) },
});

const content = secureRoute(readers, {
  method: 'get',
  path: `${PATH}/{fileId}/content`,
  tags,
  operationId: 'readFirmFile',
  summary: '下载或预览一份材料',
  description: '每次打开都记入操作留痕。待查毒的只有上传人能打开。Every opening is in the audit trail.',
  request: { params: filePath, query: contentQuery },
  responses: {
    200: { description: '文件内容', content: { [OCTETS]: { schema: { type: 'string', format: 'binary' } } } },
    ...errorResponses([401, 403, 404, 409, 422]),
  },
});

const remove = secureRoute(writers, {
  method: 'delete',
  path: `${PATH}/{fileId}`,
  tags,
  operationId: 'deleteFirmFile',
  summary: '删除一份没有被引用的材料',
  request: { params: filePath },
  responses: { 204: { description: '已删除' }, ...errorResponses([401, 403, 404, 409]) },
});

interface Deps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly files: FilesDeps;
}

/** Evidence files of a firm: sent and opened as streams, looked at before anyone else may open them. */
export function filesRoutes(deps: Deps) {
  const { database, files } = deps;
  const scan = createScanRun(database, files, deps.clock);
  const act = (c: Context<AppEnv>) => ({ ...actOf(c, deps), database });
  return new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
    .openapi(list, async (c) => {
      const { limit, after } = c.req.valid('query');
      const { firmId } = c.req.valid('param');
      if (!(await getFirm(database.read, firmId))) throw new ApiError(404, 'not-found');
      const page = await listFiles(database.read, firmId, limit, after);
      const shown = await describeFiles(database.read, page.files, c.get('actor'));
      const next = page.next ? { next: page.next } : {};
      return c.json({ files: shown, ...next, limitBytes: files.limitBytes }, 200);
    })
    .openapi(upload, async (c) => {
      const { firmId } = c.req.valid('param');
      const { name } = c.req.valid('query');
      requireUpload(c, files.limitBytes);
      if (!(await getFirm(database.read, firmId))) throw new ApiError(404, 'not-found');
      const row = await uploadFile(act(c), files, { firmId, name, content: contentOf(c) });
      void scan().catch((fault: unknown) => logFault(deps.log, c.get('requestId'), fault));
      const [shown] = await describeFiles(database.read, [{ ...row, isHeld: false }], c.get('actor'));
      return c.json(shown as NonNullable<typeof shown>, 201);
    })
    .openapi(one, async (c) => {
      const { firmId, fileId } = c.req.valid('param');
      const row = (await getFirm(database.read, firmId)) && (await getFile(database.read, firmId, fileId));
      if (!row) throw new ApiError(404, 'not-found');
      const held = await heldAmong(database.read, [fileId]);
      const [shown] = await describeFiles(database.read, [{ ...row, isHeld: held.has(fileId) }], c.get('actor'));
      return c.json(shown as NonNullable<typeof shown>, 200);
    })
    .openapi(content, async (c) => {
      const { as } = c.req.valid('query');
      const { firmId, fileId } = c.req.valid('param');
      if (!(await getFirm(database.read, firmId))) throw new ApiError(404, 'not-found');
      const opened = await openFile(act(c), files, { firmId, fileId, purpose: as });
      return fileResponse(c, opened, as) as never;
    })
    .openapi(remove, async (c) => {
      await deleteFile(act(c), files, c.req.valid('param'));
      return c.body(null, 204);
    });
}
