import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ApiError } from '../http/api-error.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../http/request-context.ts';
import { fenOfText } from '../money-text.ts';
import { confirmCondition } from './confirm-condition.ts';
import { describeCasePayments } from './describe-case-payments.ts';
import { exportPayments } from './export-payments.ts';
import { listPayments } from './list-payments.ts';
import type { PaymentsDeps } from './payments-deps.ts';
import { claimRecovery } from './recoveries/claim-recovery.ts';
import { recordReceipt } from './recoveries/record-receipt.ts';
import { withdrawRecovery } from './recoveries/withdraw-recovery.ts';
import * as shapes from './route-shapes.ts';
import { resumeInstalment, stopInstalment } from './stop-instalment.ts';

/** Payment plans: what is due, what a firm has got, conditions, stops and recoveries. */
export function paymentsRoutes(deps: PaymentsDeps) {
  const { database, clock } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const paths = ['/api/v1/instalments/:id/*', '/api/v1/applications/:id/recoveries', '/api/v1/recoveries/:id/*'];
  routes.on('POST', paths, limitBody(deps.bodyBytes), requireJson());
  const reading = (c: Context<AppEnv>) => ({ actor: c.get('actor'), locale: localeFor(c), now: clock() });
  const told = (c: Context<AppEnv>, id: string) => describeCasePayments(database.read, id, reading(c));
  const withQueue = routes
    .openapi(shapes.list, async (c) => c.json(await listPayments(database.read, c.req.valid('query'), reading(c)), 200))
    .openapi(shapes.exportAll, async (c) => {
      const act = { ...actOf(c, deps), database };
      const { body, mediaType, name } = await exportPayments(act, c.req.valid('query'), reading(c));
      c.header('Content-Type', mediaType);
      c.header('Content-Disposition', `attachment; filename="${name}"`);
      c.header('Cache-Control', 'no-store, no-transform');
      return c.body(body) as never;
    })
    .openapi(shapes.ofCase, async (c) => c.json(await told(c, c.req.valid('param').id), 200));
  return withQueue
    .openapi(shapes.confirm, async (c) =>
      c.json(
        await told(c, await confirmCondition(actOf(c, deps), { ...c.req.valid('param'), ...c.req.valid('json') })),
        200,
      ),
    )
    .openapi(shapes.stop, async (c) =>
      c.json(
        await told(c, await stopInstalment(actOf(c, deps), { ...c.req.valid('param'), ...c.req.valid('json') })),
        200,
      ),
    )
    .openapi(shapes.resume, async (c) =>
      c.json(
        await told(c, await resumeInstalment(actOf(c, deps), { ...c.req.valid('param'), ...c.req.valid('json') })),
        200,
      ),
    )
    .openapi(shapes.recover, async (c) => {
      const { id } = c.req.valid('param');
      const { amount, ...said } = c.req.valid('json');
      await claimRecovery(actOf(c, deps), { applicationId: id, amountFen: fenOf(amount), ...said });
      return c.json(await told(c, id), 200);
    })
    .openapi(shapes.receipt, async (c) => {
      const { amount, ...said } = c.req.valid('json');
      const received = { ...c.req.valid('param'), ...said, amountFen: fenOf(amount) };
      return c.json(await told(c, await recordReceipt(actOf(c, deps), received)), 200);
    })
    .openapi(shapes.withdraw, async (c) =>
      c.json(
        await told(c, await withdrawRecovery(actOf(c, deps), { ...c.req.valid('param'), ...c.req.valid('json') })),
        200,
      ),
    );
}

function fenOf(amount: string): number {
  const fen = fenOfText(amount);
  if (fen === undefined) throw new ApiError(422, 'invalid-request');
  return fen;
}
