import type { PersonalAct } from '../../audit/act.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { notify } from '../../notifications/notify.ts';
import { inOurWords } from '../sign-in/library-error.ts';
import { factorKey, limitAttempts } from '../sign-in/limit-attempts.ts';
import type { LiveSession } from '../sign-in/read-session.ts';
import { clearAttempts } from '../sign-in/reserve-attempt.ts';
import { inSignIn } from '../sign-in/sign-in-context.ts';
import type { Accounts } from './open-accounts.ts';

interface Confirmed {
  readonly password: string | undefined;
  readonly headers: Headers;
  readonly client: string;
}

/** New recovery codes; the old ones no longer work. */
export async function renewRecoveryCodes(accounts: Accounts, act: PersonalAct, session: LiveSession, by: Confirmed) {
  const { headers } = by;
  return confirmed(accounts, act, session, by, async (body) => {
    const { backupCodes } = await accounts.auth.api.generateBackupCodes({ body, headers });
    return backupCodes;
  });
}

/** Takes the second factor away, to set up another one. Staff get no further until they have. */
export async function removeSecondFactor(accounts: Accounts, act: PersonalAct, session: LiveSession, by: Confirmed) {
  const { headers } = by;
  return confirmed(accounts, act, session, by, async (body) => {
    const { headers: given } = await accounts.auth.api.disableTwoFactor({ body, headers, returnHeaders: true });
    return given.getSetCookie();
  });
}

async function confirmed<T>(
  accounts: Accounts,
  act: PersonalAct,
  { user }: LiveSession,
  { password, client }: Confirmed,
  change: (body: { password?: string }) => Promise<T>,
): Promise<T> {
  const key = factorKey(user.id);
  await limitAttempts(accounts, { act, key, client, contact: user.email, user });
  const body = password === undefined ? {} : { password };
  const changed = await inSignIn(act, {}, () => change(body)).catch((error: unknown) => {
    throw inOurWords(error, accounts.settings.lockMinutes);
  });
  await withTransaction(accounts.database, async (tx) => {
    await clearAttempts(tx, [key]);
    await notify(tx, act, { to: [user.id], key: 'second-factor-changed', args: {}, link: '/account' });
  });
  return changed;
}
