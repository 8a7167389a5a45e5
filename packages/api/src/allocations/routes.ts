import { OpenAPIHono } from '@hono/zod-openapi';
import { dayInChina } from '../day-in-china.ts';
import type { Database } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf } from '../http/request-context.ts';
import { confirmAllocation } from './confirm-allocation.ts';
import { describeRanking } from './describe-ranking.ts';
import { listConfirmed, listPools, readLedger } from './list-pools.ts';
import { loadRanking } from './load-ranking.ts';
import { readAllocation } from './queries.ts';
import { replayAllocation } from './replay-allocation.ts';
import { confirm, ledger, past, pools, preview, replay } from './route-shapes.ts';

export interface AllocationsDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

/** Pools and their money, rankings, and allocations once confirmed. */
export function allocationsRoutes(deps: AllocationsDeps) {
  const { database, clock } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const writing = '/api/v1/pools/:policyId/:poolId/:year/allocations';
  routes.post(writing, limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(pools, async (c) => {
      const { year = Number(dayInChina(clock()).slice(0, 4)) } = c.req.valid('query');
      return c.json(await listPools(database.read, year), 200);
    })
    .openapi(ledger, async (c) => c.json(await readLedger(database.read, c.req.valid('param')), 200))
    .openapi(preview, async (c) => {
      const loaded = await loadRanking(database.read, c.req.valid('param'));
      return c.json(describeRanking(loaded, c.req.valid('query').points), 200);
    })
    .openapi(confirm, async (c) => {
      const act = { ...actOf(c, deps), database };
      return c.json(await confirmAllocation(act, c.req.valid('param'), c.req.valid('json')), 201);
    })
    .openapi(past, async (c) => {
      return c.json({ allocations: await listConfirmed(database.read, c.req.valid('param')) }, 200);
    })
    .openapi(replay, async (c) => {
      const found = await readAllocation(database.read, c.req.valid('param').allocationId);
      if (!found) throw new ApiError(404, 'not-found');
      return c.json(replayAllocation(found), 200);
    });
}
