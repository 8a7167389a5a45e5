import { type Auth, type AuthOptions, createAuth } from '../sign-in/create-auth.ts';

/** What everything about accounts needs: the database, the clock, the settings, and the sign-in library. */
export interface Accounts extends AuthOptions {
  readonly auth: Auth;
}

export const openAccounts = async (options: AuthOptions): Promise<Accounts> => ({
  ...options,
  auth: await createAuth(options),
});
