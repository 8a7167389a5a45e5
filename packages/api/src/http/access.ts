import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { type Actor, hasStaffRole, roleInFirm } from '../identity/actor.ts';
import type { FirmRole, StaffRole } from '../identity/roles.ts';
import { ApiError } from './api-error.ts';
import type { AppEnv } from './request-context.ts';

/**
 * Who may call a route. `public` everyone; `signed-in` any person; else people with one of these roles in a firm or in the
 * office. Where the path names a firm (`{firmId}`) the role must be in that firm: another firm's record is 404.
 */
export type Access =
  | 'public'
  | 'signed-in'
  | { readonly firm?: readonly FirmRole[]; readonly staff?: readonly StaffRole[] };

/** Where the declaration of a route stands in its OpenAPI description. */
export const ACCESS_KEY = 'x-access';

/** A route that says who may call it, and holds everyone to it. */
export const secureRoute = <P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(
  access: Access,
  route: R,
): R & { getRoutingPath(): string } =>
  createRoute({ ...route, middleware: [requireAccess(access)], [ACCESS_KEY]: access } as never) as never;

const requireAccess =
  (access: Access): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (access !== 'public') {
      const actor = await c.get('findActor')();
      if (!actor) throw new ApiError(401, 'sign-in-first');
      if (access !== 'signed-in') requireRole(actor, access, c.req.param('firmId'));
      c.set('actor', actor);
      c.header('Cache-Control', 'no-store');
    }
    await next();
  };

function requireRole(actor: Actor, { firm, staff }: Exclude<Access, string>, firmId: string | undefined): void {
  if (staff && hasStaffRole(actor, staff)) return;
  if (firm && firmId === undefined && actor.firms.some(({ role }) => firm.includes(role))) return;
  if (firm && firmId !== undefined) {
    const role = roleInFirm(actor, firmId);
    if (role !== undefined && firm.includes(role)) return;
    if (role === undefined && actor.kind === 'firm') throw new ApiError(404, 'not-found');
  }
  throw new ApiError(403, 'not-your-role');
}
