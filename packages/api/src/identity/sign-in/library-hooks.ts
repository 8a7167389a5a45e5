import type { Database } from '../../db/open-database.ts';
import { findUser } from '../queries.ts';
import { signInContext } from './sign-in-context.ts';

interface HookDeps {
  readonly database: Database;
  readonly clock: () => Date;
}

/** A session begins with our clock, and not at all for an account that is disabled. */
export const sessionHooks = ({ database, clock }: HookDeps) => ({
  create: {
    before: async (session: { readonly userId: string } & Record<string, unknown>) => {
      const context = signInContext.getStore();
      const now = context?.act.now ?? clock();
      if (!(await mayEnter(database, session.userId, context?.isSingleSignOn))) return false;
      const secondFactorAt = context?.secondFactor ? now : null;
      return { data: { ...session, startedAt: now, lastSeenAt: now, secondFactorAt } };
    },
  },
});

async function mayEnter(database: Database, userId: string, isSingleSignOn = false): Promise<boolean> {
  const user = await findUser(database.gate.inside.getStore() ?? database.read, userId);
  return user !== undefined && user.disabledAt === null && (user.kind === 'staff' || !isSingleSignOn);
}

/**
 * Of an account at the single sign-on only the name of the account is kept: the tokens would open more than we need. Before
 * they are dropped the id token (checked by the library) says whether the provider asked for several factors.
 */
export function accountHooks({ database }: HookDeps, trustsMfa: boolean) {
  const before = async (account: Record<string, unknown>) => {
    const context = signInContext.getStore();
    const { userId } = account;
    if (context?.isSingleSignOn && typeof userId === 'string' && !(await mayEnter(database, userId, true)))
      return false;
    if (typeof account.idToken !== 'string') return { data: account };
    if (context && trustsMfa && hasSeveralFactors(account.idToken)) context.secondFactor = true;
    return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
  };
  return { create: { before }, update: { before } };
}

/** RFC 8176: `mfa`, or a method that is a second factor beside the password. */
function hasSeveralFactors(idToken: string): boolean {
  const { amr } = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as { amr?: unknown };
  return Array.isArray(amr) && amr.some((method) => SEVERAL.has(String(method)));
}

const SEVERAL = new Set(['mfa', 'otp', 'hwk', 'swk', 'sms', 'face', 'fpt']);
