import type { MiddlewareHandler } from 'hono';
import { logFault } from '../../http/error-responses.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import type { StudioDeps } from '../studio-deps.ts';
import { tellApprovers } from './tell-approvers.ts';

/**
 * Tells those who may approve when a change of a draft was the last thing missing. What was changed is saved by then: whoever
 * changed it is answered as if nothing else had been done.
 */
export const tellAfter =
  (deps: StudioDeps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const draftId = c.req.param('draftId');
    await next();
    if (draftId === undefined || !c.res.ok || c.req.method === 'GET') return;
    try {
      await tellApprovers(deps.database, actOf(c, deps), draftId);
    } catch (error) {
      logFault(deps.log, c.get('requestId'), error);
    }
  };
