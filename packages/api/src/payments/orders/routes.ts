import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../../http/request-context.ts';
import { say } from '../../messages/say.ts';
import type { PaymentsDeps } from '../payments-deps.ts';
import { listRows, readOrder } from '../queries.ts';
import { bankFile } from './bank-file.ts';
import { describeOrder, describeOrderLine, describeOrders } from './describe-order.ts';
import { importResults } from './import-results.ts';
import { prepareOrder } from './prepare-order.ts';
import { recordResults } from './record-results.ts';
import { releaseOrder } from './release-order.ts';
import { resultTemplate } from './result-template.ts';
import { returnOrder } from './return-order.ts';
import * as shapes from './route-shapes.ts';
import { viewRowNumber } from './view-row-number.ts';

/** Payment orders: prepared by one person, released by another, answered by the bank. */
export function ordersRoutes(deps: PaymentsDeps) {
  const { database, sealingKey } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const order = '/api/v1/payment-orders/:orderId';
  const paths = ['/api/v1/payment-orders', `${order}/release`, `${order}/return`, `${order}/results`];
  routes.on('POST', paths, limitBody(deps.bodyBytes), requireJson());
  routes.on('POST', `${order}/result-file`, limitBody(deps.bodyBytes));
  const told = (c: Context<AppEnv>, orderId: string) =>
    describeOrder(database.read, orderId, { actor: c.get('actor'), locale: localeFor(c) });
  return routes
    .openapi(shapes.list, async (c) => c.json(await describeOrders(database.read, c.req.valid('query')), 200))
    .openapi(shapes.one, async (c) => c.json(await told(c, c.req.valid('param').orderId), 200))
    .openapi(shapes.prepare, async (c) => {
      const { orderId, leftOut } = await prepareOrder(actOf(c, deps), sealingKey, c.req.valid('json'));
      const made = await readOrder(database.read, orderId);
      if (!made) throw new Error('an order just made is gone');
      const order = describeOrderLine(made, await listRows(database.read, [orderId]));
      const locale = localeFor(c);
      const why = leftOut.map(({ instalmentId, details }) => ({
        instalmentId,
        details: details.map(({ path, message: what }) => ({ path, message: say(what, locale) })),
      }));
      return c.json({ order, leftOut: why }, 201);
    })
    .openapi(shapes.release, async (c) => {
      const { orderId } = c.req.valid('param');
      await releaseOrder(actOf(c, deps), { orderId, ...c.req.valid('json') });
      return c.json(await told(c, orderId), 200);
    })
    .openapi(shapes.sendBack, async (c) => {
      const { orderId } = c.req.valid('param');
      await returnOrder(actOf(c, deps), { orderId, ...c.req.valid('json') });
      return c.json(await told(c, orderId), 200);
    })
    .openapi(shapes.bank, async (c) => {
      const asked = { orderId: c.req.valid('param').orderId, ...c.req.valid('query') };
      const { body, mediaType, name } = await bankFile(actOf(c, deps), sealingKey, asked);
      c.header('Content-Type', mediaType);
      c.header('Content-Disposition', `attachment; filename="${name}"`);
      c.header('Cache-Control', 'no-store, no-transform');
      return c.body(body) as never;
    })
    .openapi(shapes.view, async (c) =>
      c.json({ number: await viewRowNumber(actOf(c, deps), sealingKey, c.req.valid('param')) }, 200),
    )
    .openapi(shapes.results, async (c) => {
      const { orderId } = c.req.valid('param');
      await recordResults(actOf(c, deps), orderId, c.req.valid('json'));
      return c.json(await told(c, orderId), 200);
    })
    .openapi(shapes.resultTemplate, async (c) => {
      const { body, mediaType, name } = await resultTemplate(actOf(c, deps), {
        orderId: c.req.valid('param').orderId,
        ...c.req.valid('query'),
      });
      c.header('Content-Type', mediaType);
      c.header('Content-Disposition', `attachment; filename="${name}"`);
      c.header('Cache-Control', 'no-store, no-transform');
      return c.body(body) as never;
    })
    .openapi(shapes.resultFile, async (c) => {
      const { orderId } = c.req.valid('param');
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      await importResults(actOf(c, deps), { orderId, ...c.req.valid('query') }, bytes);
      return c.json(await told(c, orderId), 200);
    });
}
