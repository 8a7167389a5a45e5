import { OpenAPIHono } from '@hono/zod-openapi';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf, localeFor } from '../../http/request-context.ts';
import { visitorAct } from '../../http/visitor-act.ts';
import { forgetPassword } from '../accounts/forget-password.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { resetPassword } from '../accounts/reset-password.ts';
import { setUp } from '../accounts/set-up.ts';
import { signUp } from '../accounts/sign-up.ts';
import { verifyContact } from '../accounts/verify-contact.ts';
import { contactGiven } from '../contact-given.ts';
import { maskContact } from '../mask.ts';
import { acceptInvitation, joinByInvitation, viewInvitation } from '../people/accept-invitation.ts';
import * as route from './joining-routes.ts';

/** How people come to an account, or back to it: sign-up, verification, reset, the first administrator, invitations. */
export function joiningRoutes({ accounts }: { readonly accounts: Accounts }) {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  for (const path of ['/api/v1/accounts/*', '/api/v1/setup', '/api/v1/invitations/*'])
    routes.post(path, limitBody(16 * 1024), requireJson());
  return routes
    .openapi(route.open, async (c) => {
      const { name, password, ...given } = c.req.valid('json');
      const contact = contactGiven(given.contact);
      await signUp(accounts, visitorAct(c, accounts), { name, contact, password, language: localeFor(c) });
      return c.json({ contact: maskContact(contact.value) }, 202);
    })
    .openapi(route.verify, async (c) => {
      const { contact, code } = c.req.valid('json');
      await verifyContact(accounts, visitorAct(c, accounts), contactGiven(contact), code);
      return c.body(null, 204);
    })
    .openapi(route.forget, async (c) => {
      const contact = contactGiven(c.req.valid('json').contact);
      await forgetPassword(accounts, visitorAct(c, accounts), contact);
      return c.json({ contact: maskContact(contact.value) }, 202);
    })
    .openapi(route.reset, async (c) => {
      const { contact, ...rest } = c.req.valid('json');
      await resetPassword(accounts, visitorAct(c, accounts), { ...rest, contact: contactGiven(contact) });
      return c.body(null, 204);
    })
    .openapi(route.first, async (c) => {
      const { contact, ...rest } = c.req.valid('json');
      await setUp(accounts, visitorAct(c, accounts), { ...rest, contact: contactGiven(contact) });
      return c.body(null, 204);
    })
    .openapi(route.view, async (c) => {
      const { invited, hasAccount } = await viewInvitation(accounts, c.req.valid('json').token, accounts.clock());
      const { kind, name, contact, firmId, firmRole, staffRole, expiresAt } = invited;
      const masked = maskContact(contact);
      return c.json({ kind, name, contact: masked, firmId, role: firmRole ?? staffRole, expiresAt, hasAccount }, 200);
    })
    .openapi(route.accept, async (c) => {
      const contact = await acceptInvitation(accounts, visitorAct(c, accounts), {
        ...c.req.valid('json'),
        language: localeFor(c),
      });
      return c.json({ contact }, 201);
    })
    .openapi(route.join, async (c) => {
      await joinByInvitation(accounts, actOf(c, accounts), c.req.valid('json').token);
      return c.body(null, 204);
    });
}
