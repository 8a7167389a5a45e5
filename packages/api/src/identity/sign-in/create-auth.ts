import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { gatedAdapter } from './gated-adapter.ts';
import { accountHooks, sessionHooks } from './library-hooks.ts';
import { LONGEST_PASSWORD } from './password-rules.ts';
import type { SignInSettings } from './settings.ts';
import { type SingleSignOn, singleSignOnPlugin } from './single-sign-on.ts';

export interface AuthOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly settings: SignInSettings;
  /** Signs cookies and encrypts second factors. */
  readonly secret: string;
  /** The address people type. */
  readonly site: string;
  readonly singleSignOn?: SingleSignOn;
  /** How passwords are kept; left out, as the library does it. */
  readonly hashing?: PasswordHashing;
}

export interface PasswordHashing {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (kept: { readonly hash: string; readonly password: string }) => Promise<boolean>;
}

/** The address of the client, put in by our own routes: the library must not believe what a client writes itself. */
export const CLIENT_ADDRESS = 'x-tidu-client';

/**
 * The sign-in library (see docs/adr/0007): password hashes, sessions and their cookies, second factor, single sign-on.
 * None of its own routes is served; ours call `auth.api`. Loaded late, because a command that signs nobody in should not
 * pay for it.
 */
export async function createAuth(options: AuthOptions) {
  const { betterAuth } = await import('better-auth/minimal');
  const { twoFactor } = await import('better-auth/plugins/two-factor');
  const { database, settings, secret, site, singleSignOn, hashing } = options;
  const hours = Math.max(settings.sessionHours.staff, settings.sessionHours.firm);
  const date = { type: 'date', input: false } as const;
  return betterAuth({
    appName: 'Tidu',
    baseURL: site,
    secret,
    database: gatedAdapter(database),
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    trustedOrigins: [site],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: 1,
      maxPasswordLength: LONGEST_PASSWORD * 4,
      ...(hashing ? { password: hashing } : {}),
    },
    user: {
      additionalFields: { kind: { type: 'string', input: false }, disabledAt: { type: 'string', input: false } },
    },
    session: {
      expiresIn: hours * 3600,
      disableSessionRefresh: true,
      additionalFields: {
        startedAt: date,
        lastSeenAt: date,
        secondFactorAt: { ...date, required: false },
      },
    },
    account: { encryptOAuthTokens: true, accountLinking: { enabled: true } },
    onAPIError: { errorURL: `${site}/sign-in` },
    advanced: {
      cookiePrefix: 'tidu',
      useSecureCookies: site.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    databaseHooks: { session: sessionHooks(options), account: accountHooks(options, singleSignOn?.trustsMfa ?? false) },
    plugins: [
      twoFactor({
        issuer: '梯度 Tidu',
        allowPasswordless: true,
        backupCodeOptions: { amount: 10 },
        accountLockout: { maxFailedAttempts: settings.failures, durationSeconds: settings.lockMinutes * 60 },
      }),
      ...(singleSignOn ? [await singleSignOnPlugin(singleSignOn, options)] : []),
    ],
  });
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;
