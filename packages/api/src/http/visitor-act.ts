import type { Context } from 'hono';
import type { Act } from '../audit/act.ts';
import type { Database } from '../db/open-database.ts';
import type { AppEnv } from './request-context.ts';

/** The act of someone who is not signed in to the end: signing up, signing in, using a one-time link. */
export const visitorAct = (
  c: Context<AppEnv>,
  { database, clock }: { readonly database: Database; readonly clock: () => Date },
): Act => ({ database, actor: 'system', now: clock(), requestId: c.get('requestId') });

/** Hands on the cookies the sign-in library has made. */
export function giveCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
