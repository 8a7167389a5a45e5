import { join } from 'node:path';
import * as z from 'zod';
import { DEFAULT_SETTINGS as D, type SignInSettings } from './identity/sign-in/settings.ts';
import type { SingleSignOn } from './identity/sign-in/single-sign-on.ts';
import type { MailSettings } from './notifications/transport.ts';

/** The part of the environment about accounts: sign-in, mail and single sign-on. Read by `config.ts` alone. */
type Whole = (least: number, most: number, otherwise: number) => z.ZodType<number, string | undefined>;

export const accountVariables = (whole: Whole) => ({
  SESSION_SECRET: z.string().min(32, '至少 32 个字符 · at least 32 characters').optional(),
  PASSWORD_LENGTH: whole(8, 64, D.passwordLength),
  PASSWORD_LENGTH_MIXED: whole(8, 64, D.passwordLengthMixed),
  SIGN_IN_FAILURES: whole(1, 100, D.failures),
  SIGN_IN_CLIENT_FAILURES: whole(1, 100_000, D.clientFailures),
  LOCK_MINUTES: whole(1, 1440, D.lockMinutes),
  IDLE_MINUTES_STAFF: whole(1, 1440, D.idleMinutes.staff),
  IDLE_MINUTES_FIRM: whole(1, 10_080, D.idleMinutes.firm),
  SESSION_HOURS_STAFF: whole(1, 168, D.sessionHours.staff),
  SESSION_HOURS_FIRM: whole(1, 720, D.sessionHours.firm),
  CODE_MINUTES: whole(1, 60, D.codeMinutes),
  INVITATION_DAYS: whole(1, 60, D.invitationDays),
  SET_UP_HOURS: whole(1, 168, D.setUpHours),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: '应为 smtp(s)://… · must be an smtp(s) address' })
    .optional(),
  MAIL_FROM: z.string().default('梯度 Tidu <no-reply@localhost>'),
  SMS_HOOK_URL: z.url({ protocol: /^https?$/, error: '应为 http(s)://… · must be an http(s) address' }).optional(),
  SMS_HOOK_SECRET: z.string().min(32, '至少 32 个字符 · at least 32 characters').optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: '应为 http(s)://… · must be an http(s) address' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(40).default('单点登录'),
  OIDC_TRUSTS_MFA: z.enum(['0', '1'], '应为 0 或 1 · must be 0 or 1').default('0'),
});

type Variables = z.infer<z.ZodObject<ReturnType<typeof accountVariables>>>;

export interface AccountConfig {
  /** Signs cookies and encrypts second factors; without it a key derived from the data key is used. */
  readonly sessionSecret?: string;
  readonly signIn: SignInSettings;
  readonly mail: MailSettings;
  readonly singleSignOn?: SingleSignOn;
}

export function readAccountConfig(v: Variables, dataDir: string): AccountConfig {
  const singleSignOn = singleSignOnOf(v);
  return {
    ...(v.SESSION_SECRET === undefined ? {} : { sessionSecret: v.SESSION_SECRET }),
    signIn: {
      passwordLength: v.PASSWORD_LENGTH,
      passwordLengthMixed: v.PASSWORD_LENGTH_MIXED,
      failures: v.SIGN_IN_FAILURES,
      clientFailures: v.SIGN_IN_CLIENT_FAILURES,
      lockMinutes: v.LOCK_MINUTES,
      idleMinutes: { staff: v.IDLE_MINUTES_STAFF, firm: v.IDLE_MINUTES_FIRM },
      sessionHours: { staff: v.SESSION_HOURS_STAFF, firm: v.SESSION_HOURS_FIRM },
      codeMinutes: v.CODE_MINUTES,
      invitationDays: v.INVITATION_DAYS,
      setUpHours: v.SET_UP_HOURS,
    },
    mail: {
      from: v.MAIL_FROM,
      folder: join(dataDir, 'outbox'),
      ...(v.SMTP_URL === undefined ? {} : { smtpUrl: v.SMTP_URL }),
      ...(v.SMS_HOOK_URL && v.SMS_HOOK_SECRET ? { smsHook: { url: v.SMS_HOOK_URL, secret: v.SMS_HOOK_SECRET } } : {}),
    },
    ...(singleSignOn ? { singleSignOn } : {}),
  };
}

/** All three are needed, and the address of the site that the provider sends people back to. */
export const missingForSingleSignOn = (set: Readonly<Record<string, string | undefined>>): readonly string[] =>
  set.OIDC_ISSUER === undefined
    ? []
    : ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'].filter((name) => set[name] === undefined);

/** The one of the two that is missing while the other is set: half of it would send text messages nowhere. */
export const missingForSms = (set: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const missing = ['SMS_HOOK_URL', 'SMS_HOOK_SECRET'].filter((name) => set[name] === undefined);
  return missing.length === 1 ? missing : [];
};

function singleSignOnOf(v: Variables): SingleSignOn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_LABEL: label } = v;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, label, trustsMfa: v.OIDC_TRUSTS_MFA === '1' };
}
