import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Database } from '../db/open-database.ts';
import { secureRoute } from '../http/access.ts';
import { logFault, onInvalid, wrongContentType } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { limitRate, type RateLimit, tooMany } from '../http/rate-limit.ts';
import { type AppEnv, localeFor } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { countUses } from '../policies/count-uses.ts';
import { batchFailure, batchQuery, batchResult } from './batch-contract.ts';
import { evaluation, evaluationRequest } from './contract.ts';
import { evaluateBatch } from './evaluate-batch.ts';
import { evaluateFirm } from './evaluate-firm.ts';
import { readLines } from './read-lines.ts';
import { startBatch } from './start-batch.ts';
import { toByteStream } from './to-byte-stream.ts';

const tags = ['判定 · Evaluations'];
const LONGEST_LINE = 64 * 1024;
const NDJSON = 'application/x-ndjson';
const NDJSON_TYPES = /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines)\s*(;|$)/i;

const evaluateRoute = secureRoute('public', {
  method: 'post',
  path: '/api/v1/evaluations',
  tags,
  operationId: 'evaluateFirm',
  summary: '判定一家企业',
  description:
    '按日期选出适用的政策版本，返回梯队、得分、奖补、理由树与凭证。“不符合”也是 200。企业的数字不保存、不进日志。Not eligible is 200; nothing of the firm is kept.',
  request: { body: { required: true, content: { 'application/json': { schema: evaluationRequest } } } },
  responses: { 200: json(evaluation, '判定结果'), ...errorResponses([400, 404, 413, 415, 422, 429, 503]) },
});

const batchRoute = secureRoute('public', {
  method: 'post',
  path: '/api/v1/evaluations/batch',
  tags,
  operationId: 'evaluateBatch',
  summary: '批量判定（NDJSON 流）',
  description: [
    '逐行一家企业：`{"id": "…", "facts": {…}}`，逐行返回结果，次序不变；某一行有错只影响那一行。',
    '政策与日期写在查询参数里，或作为第一行：`{"policy": "tech-sme", "dates": {"decision": "2026-03-31"}}`。',
    '服务端边读边答，客户端须边发边收，否则双方会互相等待。每行至多 64 KiB。',
    'One firm a line, one answer a line, in order. Read answers while you send: the server holds back what is not read.',
  ].join('\n\n'),
  request: {
    query: batchQuery,
    body: { required: true, content: { [NDJSON]: { schema: z.string().meta({ description: '每行一个 BatchLine' }) } } },
  },
  responses: {
    200: {
      description: '每行一个 BatchResult 或 BatchFailure',
      content: { [NDJSON]: { schema: z.union([batchResult, batchFailure]) } },
    },
    ...errorResponses([400, 404, 415, 422, 429, 503]),
  },
});

export interface EvaluationsDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly bodyBytes: number;
  readonly batch: { readonly rate: RateLimit; readonly atOnce: number; readonly lines: number };
}

/** Evaluations, open to everyone: one firm, or a stream of firms. */
export function evaluationsRoutes(deps: EvaluationsDeps) {
  const { database, clock } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  let running = 0;
  const start = async (c: Context<AppEnv>): Promise<AsyncGenerator<string>> => {
    const body = c.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (empty) => empty.close() });
    const query = batchQuery.parse(c.req.query());
    const started = await startBatch(database, query, readLines(body, LONGEST_LINE), clock());
    const limits = { mostLines: deps.batch.lines, longestLine: LONGEST_LINE };
    const { doc } = started.picked.version;
    const onDecided = (n: number) => countUses(database, { id: doc.id, inForceFrom: doc.inForce.from }, n);
    return evaluateBatch(started.firms, { ...started, ...limits, locale: localeFor(c), onDecided });
  };
  routes.post('/api/v1/evaluations', limitBody(deps.bodyBytes), requireJson());
  routes.post('/api/v1/evaluations/batch', limitRate(deps.batch.rate));
  return routes
    .openapi(evaluateRoute, async (c) => {
      const request = c.req.valid('json');
      c.header('Cache-Control', 'no-store');
      return c.json(await evaluateFirm(database, request, request.locale ?? localeFor(c), clock()), 200);
    })
    .openapi(batchRoute, async (c) => {
      if (!NDJSON_TYPES.test(c.req.header('Content-Type') ?? '')) throw wrongContentType(NDJSON);
      if (running >= deps.batch.atOnce) throw tooMany('too-many-batches', 5);
      running++;
      const end = () => running--;
      const pieces = await start(c).catch((error: unknown) => {
        end();
        throw error;
      });
      c.header('Content-Type', `${NDJSON}; charset=utf-8`);
      // Compressing would hold answers back until a block is full.
      c.header('Cache-Control', 'no-store, no-transform');
      return c.body(toByteStream(pieces, end, (fault) => logFault(deps.log, c.get('requestId'), fault))) as never;
    });
}
