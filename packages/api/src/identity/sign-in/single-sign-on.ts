import type { Database } from '../../db/open-database.ts';
import { acceptBySingleSignOn } from '../people/accept-by-single-sign-on.ts';

/** Single sign-on by OpenID Connect, for invited staff. */
export interface SingleSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says, e.g. 政务统一认证. */
  readonly label: string;
  /** Whether a second factor shown to the provider counts here. */
  readonly trustsMfa: boolean;
}

export const PROVIDER = 'oidc';
export const CALLBACK_PATH = '/api/v1/session/sso/callback';

interface Deps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly site: string;
}

/**
 * Nobody signs up here: who comes is known by a verified address, or was invited with it and is taken in now. An id token
 * that is not signed by the provider's keys is refused.
 */
export async function singleSignOnPlugin(sso: SingleSignOn, { database, clock, site }: Deps) {
  const { genericOAuth } = await import('better-auth/plugins/generic-oauth');
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        discoveryUrl: `${sso.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: sso.clientId,
        clientSecret: sso.clientSecret,
        scopes: ['openid', 'email', 'profile'],
        redirectURI: `${site}${CALLBACK_PATH}`,
        requireIdTokenVerification: true,
        disableSignUp: true,
        mapProfileToUser: async (profile) => {
          const isVerified = profile.emailVerified === true;
          if (isVerified && typeof profile.email === 'string')
            await acceptBySingleSignOn(database, profile.email, clock());
          return {};
        },
      },
    ],
  });
}
