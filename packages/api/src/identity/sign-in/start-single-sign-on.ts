import type { Act } from '../../audit/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { inSignIn } from './sign-in-context.ts';
import { PROVIDER } from './single-sign-on.ts';

export interface Redirect {
  readonly to: string;
  readonly cookies: readonly string[];
}

/** Where to send the browser so that the provider asks who it is; `back` is a path of the web. */
export async function startSingleSignOn(
  accounts: Accounts,
  act: Act,
  headers: Headers,
  back: string,
): Promise<Redirect> {
  const { auth, site, singleSignOn } = accounts;
  if (!singleSignOn) throw new ApiError(404, 'sso-not-configured');
  const body = {
    provider: PROVIDER,
    callbackURL: `${site}${back}`,
    errorCallbackURL: `${site}/sign-in`,
    disableRedirect: true,
  };
  const { headers: given, response } = await inSignIn(act, {}, () =>
    auth.api.signInSocial({ body, headers, returnHeaders: true }),
  );
  if (response.url === undefined) throw new ApiError(404, 'sso-not-configured');
  return { to: response.url, cookies: given.getSetCookie() };
}

/** The provider sent the browser back: takes the code, finds the person and begins a session. */
export async function endSingleSignOn(
  { auth, site, singleSignOn }: Accounts,
  act: Act,
  headers: Headers,
  query: Readonly<Record<string, string>>,
): Promise<Redirect> {
  if (!singleSignOn) throw new ApiError(404, 'sso-not-configured');
  const answer = await inSignIn(act, { isSingleSignOn: true }, () =>
    auth.api.callbackOAuth({ query: { ...query }, params: { id: PROVIDER }, headers, asResponse: true, method: 'GET' }),
  );
  return { to: answer.headers.get('Location') ?? `${site}/sign-in?error=sso`, cookies: answer.headers.getSetCookie() };
}
