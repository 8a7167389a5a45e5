import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import {
  type AccountConfig,
  accountVariables,
  missingForSingleSignOn,
  missingForSms,
  readAccountConfig,
} from './account-environment.ts';

/** The only reader of the environment: everything the server can be told from outside, checked once. */

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const MIB = 2 ** 20;

export interface Config {
  /** A made-up zone in a database of its own, whose people anyone may step into. */
  readonly isDemo: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly database: { readonly url: string; readonly authToken?: string };
  /** The variable the address of the database comes from, for messages. */
  readonly databaseFrom: 'DATABASE_URL' | 'DATA_DIR';
  readonly logLevel: string;
  /** Address people type, when it is not the one the server listens on; https turns on HSTS. */
  readonly publicUrl?: string;
  readonly limits: Limits;
  /** How often time limits are looked at; 0 where another process does it. */
  readonly deadlinesEverySeconds: number;
  /** Working days before a firm's last day at which it is reminded; 0 for never. */
  readonly remindWorkingDays: number;
  readonly files: FilesConfig;
  /** 32 bytes as 64 hexadecimal digits or base64; without it a key file is made in the data folder. */
  readonly dataKey?: string;
  readonly accounts: AccountConfig;
  readonly policiesDir: string;
  readonly migrationsDir: string;
  readonly webDir: string;
  readonly version: string;
}

export interface Limits {
  /** Requests of one client to the API in a minute; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Batches one client may start in a minute, and how many may run at once in this process. */
  readonly batchesPerMinute: number;
  /** Objections one client may send in a minute; anyone may, without signing in. */
  readonly objectionsPerMinute: number;
  readonly batchesAtOnce: number;
  readonly batchLines: number;
  readonly bodyBytes: number;
  /** How many proxies in front are trusted to name the client in X-Forwarded-For. */
  readonly trustedProxies: number;
}

export interface FilesConfig {
  readonly folder: string;
  readonly limitBytes: number;
  /** A command and its arguments; the path of the file is added. */
  readonly scannerCommand?: readonly string[];
  readonly s3?: {
    readonly endpoint: string;
    readonly bucket: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
}

/** What is wrong with the environment, one line a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const whole = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `应为 ${least}–${most} 的整数 · must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine(
      (n) => n >= least && n <= most,
      `应为 ${least}–${most} 的整数 · must be a whole number from ${least} to ${most}`,
    )
    .default(otherwise);

const databaseUrl = z
  .string()
  .refine((url) => /^(file|libsql|https?|wss?):./.test(url) && !url.includes(':memory:'), {
    message: '应为 file:…、libsql://… 或 http(s)://… · must be a file:, libsql: or http(s): address',
  })
  .optional();

const publicUrl = z.url({ protocol: /^https?$/, error: '应为 http(s)://… · must be an http(s) address' }).optional();

const environment = z.object({
  PORT: whole(0, 65535, 8787),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, '应为主机名或地址 · must be a host name or address')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: databaseUrl,
  DATABASE_AUTH_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(LEVELS, `应为 ${LEVELS.join('、')} 之一 · must be one of these`).default('info'),
  PUBLIC_URL: publicUrl,
  BODY_LIMIT_BYTES: whole(1024, 64 * MIB, MIB),
  RATE_LIMIT_PER_MINUTE: whole(0, 1_000_000, 300),
  BATCH_LIMIT_PER_MINUTE: whole(0, 1_000_000, 10),
  OBJECTION_LIMIT_PER_MINUTE: whole(0, 1_000_000, 5),
  BATCH_AT_ONCE: whole(1, 64, 2),
  BATCH_MAX_LINES: whole(1, 1_000_000_000, 5_000_000),
  TRUSTED_PROXIES: whole(0, 10, 0),
  DEADLINES_EVERY_SECONDS: whole(0, 86_400, 300),
  REMIND_WORKING_DAYS: whole(0, 30, 3),
  DATA_KEY: z
    .string()
    .regex(
      /^([0-9a-f]{64}|[A-Za-z0-9+/]{43}=)$/,
      '应为 32 字节：64 位十六进制或 base64 · must be 32 bytes, hexadecimal or base64',
    )
    .optional(),
  FILE_LIMIT_BYTES: whole(1024, 4096 * MIB, 50 * MIB),
  SCANNER_COMMAND: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: '应为 http(s)://… · must be an http(s) address' }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  ...accountVariables(whole),
  TIDU_DEMO: z.enum(['0', '1'], '应为 0 或 1 · must be 0 or 1').default('0'),
});

/** Reads the configuration; an empty variable counts as not set. Throws `ConfigError` naming every wrong variable at once. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  args: readonly string[] = [],
): Config {
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined) throw new ConfigError(`不认识的参数 · unknown argument: ${unknown}  (--demo)`);
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(set);
  if (!read.success) throw new ConfigError(describe(read.error.issues, set));
  const v = read.data;
  const [missing] = missingForSingleSignOn(set);
  if (missing) throw wrongVariable(missing, '', '设置了 OIDC_ISSUER，此项也须设置 · must be set with OIDC_ISSUER');
  const [halfSms] = missingForSms(set);
  if (halfSms)
    throw wrongVariable(
      halfSms,
      '',
      '设置了另一个 SMS_HOOK_ 变量，此项也须设置 · must be set with the other SMS_HOOK_ variable',
    );
  const isDemo = v.TIDU_DEMO === '1' || args.includes('--demo');
  // A place of its own: the demonstration never touches real data, whatever else is set.
  const dataDir = join(resolve(ROOT, v.DATA_DIR), ...(isDemo ? ['demo'] : []));
  return {
    isDemo,
    port: v.PORT,
    host: v.HOST,
    dataDir,
    database: {
      url: (isDemo ? undefined : absoluteFile(v.DATABASE_URL)) ?? pathToFileURL(join(dataDir, 'tidu.db')).href,
      ...(v.DATABASE_AUTH_TOKEN ? { authToken: v.DATABASE_AUTH_TOKEN } : {}),
    },
    databaseFrom: v.DATABASE_URL === undefined ? 'DATA_DIR' : 'DATABASE_URL',
    logLevel: v.LOG_LEVEL,
    ...(v.PUBLIC_URL ? { publicUrl: v.PUBLIC_URL.replace(/\/+$/, '') } : {}),
    limits: {
      requestsPerMinute: v.RATE_LIMIT_PER_MINUTE,
      batchesPerMinute: v.BATCH_LIMIT_PER_MINUTE,
      objectionsPerMinute: v.OBJECTION_LIMIT_PER_MINUTE,
      batchesAtOnce: v.BATCH_AT_ONCE,
      batchLines: v.BATCH_MAX_LINES,
      bodyBytes: v.BODY_LIMIT_BYTES,
      trustedProxies: v.TRUSTED_PROXIES,
    },
    deadlinesEverySeconds: v.DEADLINES_EVERY_SECONDS,
    remindWorkingDays: v.REMIND_WORKING_DAYS,
    files: filesConfig(v, dataDir),
    ...(v.DATA_KEY ? { dataKey: v.DATA_KEY } : {}),
    accounts: readAccountConfig(v, dataDir),
    ...shipped,
  };
}

function filesConfig(v: z.infer<typeof environment>, dataDir: string): FilesConfig {
  const scannerCommand = v.SCANNER_COMMAND?.trim().split(/\s+/);
  return {
    folder: join(dataDir, 'files'),
    limitBytes: v.FILE_LIMIT_BYTES,
    ...(scannerCommand ? { scannerCommand } : {}),
    ...s3Config(v),
  };
}

/** A bucket is named whole or not at all: half of it would send files to the local disk without a word. */
function s3Config(v: z.infer<typeof environment>): Pick<FilesConfig, 's3'> {
  const parts = {
    S3_ENDPOINT: v.S3_ENDPOINT,
    S3_BUCKET: v.S3_BUCKET,
    S3_ACCESS_KEY_ID: v.S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY: v.S3_SECRET_ACCESS_KEY,
  };
  const missing = Object.entries(parts).filter(([, value]) => value === undefined);
  if (missing.length === 4) return {};
  const [first] = missing;
  if (first)
    throw wrongVariable(first[0], '', '其他 S3_ 变量已设置，此项也须设置 · must be set with the other S3_ variables');
  return {
    s3: {
      endpoint: v.S3_ENDPOINT ?? '',
      bucket: v.S3_BUCKET ?? '',
      region: v.S3_REGION,
      accessKeyId: v.S3_ACCESS_KEY_ID ?? '',
      secretAccessKey: v.S3_SECRET_ACCESS_KEY ?? '',
    },
  };
}

/** What comes with the program, whatever the environment says. */
export const shipped = {
  policiesDir: join(ROOT, 'packages', 'rules', 'policies'),
  migrationsDir: join(ROOT, 'drizzle'),
  webDir: join(ROOT, 'packages', 'web', 'dist'),
  version: (JSON.parse(readFileSync(join(ROOT, 'packages', 'api', 'package.json'), 'utf8')) as { version: string })
    .version,
} as const;

/** Where the person stood when the command was given; npm changes the folder and says so. */
export const callerFolder = (): string => process.env.INIT_CWD ?? process.cwd();

/** A relative file: URL is taken from the root of the project, like DATA_DIR, not from where the command was given. */
function absoluteFile(url: string | undefined): string | undefined {
  if (!url?.startsWith('file:') || url.startsWith('file:/')) return url;
  return pathToFileURL(resolve(ROOT, url.slice('file:'.length))).href;
}

function describe(issues: readonly z.core.$ZodIssue[], set: Readonly<Record<string, string | undefined>>): string {
  const lines = issues.map((issue) => {
    const name = String(issue.path[0]);
    return lineOf(name, set[name] ?? '', issue.message);
  });
  return [HEADING, ...new Set(lines)].join('\n');
}

const HEADING = '配置有误，请改正以下环境变量 · wrong environment variables:';

// Wrong values are shown, so that the line can be found; what an address may hold of names and secrets is not.
const lineOf = (name: string, value: string, message: string): string =>
  `  ${name}=${SECRETS.includes(name) ? '…' : value.replace(/\/\/[^/]*@/, '//…@').replace(/\?.*/, '?…')}  ${message}`;

/** Values that are never shown. */
const SECRETS = [
  'DATA_KEY',
  'S3_SECRET_ACCESS_KEY',
  'DATABASE_AUTH_TOKEN',
  'SESSION_SECRET',
  'OIDC_CLIENT_SECRET',
  'SMS_HOOK_SECRET',
];

/** A value that is well written but does not work, as is seen when it is used. */
export const wrongVariable = (name: string, value: string, message: string): ConfigError =>
  new ConfigError(`${HEADING}\n${lineOf(name, value, message)}`);
