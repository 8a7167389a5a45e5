import type { Act } from '../../audit/act.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { isPlaceholder } from '../contact.ts';
import type { User } from '../queries.ts';
import { inOurWords } from './library-error.ts';
import { inSignIn } from './sign-in-context.ts';

export interface PreparedFactor {
  /** For an authenticator, as a QR code. */
  readonly uri: string;
  /** The same secret to be typed. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Makes a secret and recovery codes; they count once a code made with the secret has been shown. */
export async function prepareSecondFactor(
  { auth, settings }: Accounts,
  act: Act,
  user: User,
  { password, headers }: { readonly password: string | undefined; readonly headers: Headers },
): Promise<PreparedFactor> {
  const body = password === undefined ? {} : { password };
  const made = await inSignIn(act, {}, () => auth.api.enableTwoFactor({ body, headers })).catch((error: unknown) => {
    throw inOurWords(error, settings.lockMinutes);
  });
  if (made.method !== 'totp') throw new Error('The library made no authenticator secret.');
  const uri = new URL(made.totpURI);
  // The library names the key after the e-mail address, which a person with a mobile number does not have.
  if (isPlaceholder(user.email))
    uri.pathname = uri.pathname.replace(encodeURIComponent(user.email), user.phoneNumber ?? '');
  return { uri: uri.href, secret: uri.searchParams.get('secret') ?? '', recoveryCodes: made.backupCodes };
}
