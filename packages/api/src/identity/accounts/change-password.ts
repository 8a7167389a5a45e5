import type { PersonalAct } from '../../audit/act.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { notify } from '../../notifications/notify.ts';
import { inOurWords } from '../sign-in/library-error.ts';
import { factorKey, limitAttempts } from '../sign-in/limit-attempts.ts';
import { checkPassword } from '../sign-in/password-rules.ts';
import type { LiveSession } from '../sign-in/read-session.ts';
import { clearAttempts } from '../sign-in/reserve-attempt.ts';
import { inSignIn } from '../sign-in/sign-in-context.ts';
import type { Accounts } from './open-accounts.ts';

interface PasswordChange {
  readonly current: string;
  readonly password: string;
  readonly headers: Headers;
  readonly client: string;
}

/** Changes one's own password; all other sessions end, this one gets a new cookie. */
export async function changePassword(
  accounts: Accounts,
  act: PersonalAct,
  { user, secondFactorAt }: LiveSession,
  { current, password, headers, client }: PasswordChange,
): Promise<readonly string[]> {
  checkPassword(password, [user.name, user.email, user.phoneNumber ?? ''], accounts.settings);
  const key = factorKey(user.id);
  await limitAttempts(accounts, { act, key, client, contact: user.email, user });
  const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
  const { headers: given } = await inSignIn(act, { secondFactor: secondFactorAt !== null }, () =>
    accounts.auth.api.changePassword({ body, headers, returnHeaders: true }),
  ).catch((error: unknown) => {
    throw inOurWords(error, accounts.settings.lockMinutes);
  });
  await withTransaction(accounts.database, async (tx) => {
    await clearAttempts(tx, [key]);
    await notify(tx, act, { to: [user.id], key: 'password-changed', args: {}, link: '/account' });
  });
  return given.getSetCookie();
}
