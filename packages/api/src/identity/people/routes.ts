import { OpenAPIHono } from '@hono/zod-openapi';
import { ApiError } from '../../http/api-error.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { endSessions } from '../accounts/end-sessions.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { listSessions } from '../accounts/queries.ts';
import { contactGiven } from '../contact-given.ts';
import { maskContact } from '../mask.ts';
import { findUser, holdersOf } from '../queries.ts';
import { addDepartment, changeDepartment, removeDepartment } from './change-departments.ts';
import { describePerson } from './describe-person.ts';
import { disableAccount, enableAccount } from './disable-account.ts';
import { grantRole } from './grant-role.ts';
import { inviteStaff } from './invite-staff.ts';
import * as route from './people-routes.ts';
import { listDepartments, listInvitations, listPeople } from './queries.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { revokeRole } from './revoke-role.ts';
import { resetSecondFactor, unlockAccount } from './unlock-account.ts';

const PAGE = 50;

/** The office's people: the system administrator invites, the security administrator gives roles, the auditor looks on. */
export function peopleRoutes({ accounts }: { readonly accounts: Accounts }) {
  const { database, clock } = accounts;
  const read = () => database.read;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  for (const path of ['/api/v1/staff-invitations', '/api/v1/people/:userId/roles', '/api/v1/departments'])
    routes.post(path, limitBody(16 * 1024), requireJson());
  routes.put('/api/v1/departments/*', limitBody(16 * 1024), requireJson());
  return routes
    .openapi(route.list, async (c) => {
      const { kind, search, cursor } = c.req.valid('query');
      const asked = { kind, limit: PAGE + 1, ...(search && { search }), ...(cursor && { after: cursor }) };
      const found = await listPeople(read(), asked);
      const people = await Promise.all(found.slice(0, PAGE).map((user) => describePerson(read(), user, clock())));
      return c.json({ people, next: found.length > PAGE ? (found[PAGE - 1]?.id ?? null) : null }, 200);
    })
    .openapi(route.one, async (c) => {
      const user = await findUser(read(), c.req.valid('param').userId);
      if (!user) throw new ApiError(404, 'not-found');
      return c.json(await describePerson(read(), user, clock()), 200);
    })
    .openapi(route.invitations, async (c) => {
      const found = await listInvitations(read(), 'staff', clock());
      const invitations = found.map(({ id, name, contact, staffRole: role, createdAt, expiresAt }) => ({
        id,
        name,
        contact: maskContact(contact),
        role,
        createdAt,
        expiresAt,
      }));
      const holders = await holdersOf(read(), 'security-administrator');
      return c.json({ invitations, mayNameSecurityAdministrator: holders.length === 0 }, 200);
    })
    .openapi(route.inviteStaff, async (c) => {
      const { contact, ...rest } = c.req.valid('json');
      const id = await inviteStaff(accounts, actOf(c, accounts), { ...rest, contact: contactGiven(contact) });
      return c.json({ id }, 201);
    })
    .openapi(route.revokeInvitation, async (c) => {
      await revokeInvitation(actOf(c, accounts), c.req.valid('param').invitationId, 'staff');
      return c.body(null, 204);
    })
    .openapi(route.grant, async (c) => {
      const { userId } = c.req.valid('param');
      await grantRole(actOf(c, accounts), { userId, ...c.req.valid('json') });
      return c.body(null, 204);
    })
    .openapi(route.revoke, async (c) => {
      const { userId, roleId } = c.req.valid('param');
      await revokeRole(actOf(c, accounts), userId, roleId);
      return c.body(null, 204);
    })
    .openapi(route.disable, async (c) => {
      await disableAccount(actOf(c, accounts), c.req.valid('param').userId);
      return c.body(null, 204);
    })
    .openapi(route.enable, async (c) => {
      await enableAccount(actOf(c, accounts), c.req.valid('param').userId);
      return c.body(null, 204);
    })
    .openapi(route.unlock, async (c) => {
      await unlockAccount(actOf(c, accounts), c.req.valid('param').userId);
      return c.body(null, 204);
    })
    .openapi(route.resetFactor, async (c) => {
      await resetSecondFactor(actOf(c, accounts), c.req.valid('param').userId);
      return c.body(null, 204);
    })
    .openapi(route.sessions, async (c) => {
      const { userId } = c.req.valid('param');
      if (!(await findUser(read(), userId))) throw new ApiError(404, 'not-found');
      const found = await listSessions(read(), userId, clock());
      const sessions = found.map(({ id, startedAt, lastSeenAt, address, device }) => ({
        id,
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        address,
        device,
        current: false,
      }));
      return c.json({ sessions }, 200);
    })
    .openapi(route.endSessions, async (c) => {
      const { userId } = c.req.valid('param');
      if (!(await findUser(read(), userId))) throw new ApiError(404, 'not-found');
      await endSessions(actOf(c, accounts), userId);
      return c.body(null, 204);
    })
    .openapi(route.departments, async (c) => c.json({ departments: await listDepartments(read()) }, 200))
    .openapi(route.addDepartment, async (c) => {
      return c.json({ id: await addDepartment(actOf(c, accounts), c.req.valid('json')) }, 201);
    })
    .openapi(route.changeDepartment, async (c) => {
      await changeDepartment(actOf(c, accounts), c.req.valid('param').departmentId, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(route.removeDepartment, async (c) => {
      await removeDepartment(actOf(c, accounts), c.req.valid('param').departmentId);
      return c.body(null, 204);
    });
}
