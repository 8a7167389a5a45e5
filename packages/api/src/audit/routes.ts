import { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Database } from '../db/open-database.ts';
import { toByteStream } from '../evaluations/to-byte-stream.ts';
import { secureRoute } from '../http/access.ts';
import { logFault, onInvalid } from '../http/error-responses.ts';
import { type AppEnv, actOf } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { auditExportQuery, auditPage, auditQuery, chainReport } from './contract.ts';
import { exportAudit } from './export-audit.ts';
import { noteExport } from './note-export.ts';
import { listAudit } from './queries.ts';
import { verifyChain } from './verify-chain.ts';

const tags = ['操作留痕 · Audit trail'];
const readers = { staff: ['auditor', 'security-administrator'] as const };
const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' };

const list = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/audit',
  tags,
  operationId: 'listAudit',
  summary: '操作留痕，最新的在前',
  request: { query: auditQuery },
  responses: { 200: json(auditPage, '一页留痕'), ...errorResponses([401, 403, 422]) },
});

const exporting = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/audit/export',
  tags,
  operationId: 'exportAudit',
  summary: '导出筛选出的全部留痕',
  description: '流式输出，不限条数；导出本身也留痕。',
  request: { query: auditExportQuery },
  responses: {
    200: { description: 'CSV 或 NDJSON', content: { 'text/csv': { schema: z.string() } } },
    ...errorResponses([401, 403, 422]),
  },
});

const verify = secureRoute(readers, {
  method: 'get',
  path: '/api/v1/audit/verification',
  tags,
  operationId: 'verifyAudit',
  summary: '核对留痕的摘要链',
  responses: { 200: json(chainReport, '核对结果'), ...errorResponses([401, 403]) },
});

export interface AuditDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** The audit trail, to be read only: there is no route that changes it. */
export function auditRoutes(deps: AuditDeps) {
  const { database, log } = deps;
  return new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
    .openapi(list, async (c) => {
      const { cursor, limit, ...filters } = c.req.valid('query');
      const found = await listAudit(database.read, filters, cursor, limit + 1);
      const entries = found
        .slice(0, limit)
        .map(({ details, previousDigest: _, ...row }) => ({ ...row, details: JSON.parse(details) }));
      return c.json({ entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null }, 200);
    })
    .openapi(exporting, async (c) => {
      const { format, ...filters } = c.req.valid('query');
      await noteExport(actOf(c, deps), { format, ...filters });
      c.header('Content-Type', TYPES[format]);
      c.header('Content-Disposition', `attachment; filename="audit.${format}"`);
      c.header('Cache-Control', 'no-store, no-transform');
      const fault = (error: unknown) => logFault(log, c.get('requestId'), error);
      const bytes = toByteStream(
        exportAudit(() => database.read, filters, format),
        () => {},
        fault,
      );
      return c.body(bytes) as never;
    })
    .openapi(verify, async (c) => c.json(await verifyChain(database.read), 200));
}
