import type { Act } from '../../audit/act.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { inSignIn } from './sign-in-context.ts';

/** Ends the session behind the cookie and gives the cookies that clear it; signing out twice is no mistake. */
export async function signOut({ auth }: Accounts, act: Act, headers: Headers): Promise<readonly string[]> {
  const { headers: given } = await inSignIn(act, {}, () => auth.api.signOut({ headers, returnHeaders: true }));
  return given.getSetCookie();
}
