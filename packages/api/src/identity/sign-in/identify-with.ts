import type { Identify } from '../../http/request-context.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { loadActor } from '../load-actor.ts';
import { readSession } from './read-session.ts';

/** The person behind a session cookie, with the roles held now, once the sign-in is complete. */
export const identifyWith =
  (accounts: Accounts): Identify =>
  async (headers) => {
    const session = await readSession(accounts, headers);
    return session?.step === 'complete' ? loadActor(accounts.database.read, session.user.id) : undefined;
  };
