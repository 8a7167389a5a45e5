import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const problemsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('configuration', () => {
  test('an empty environment gives the documented defaults', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 8787, host: '127.0.0.1', logLevel: 'info' });
    expect(config.dataDir).toMatch(/[\\/]data$/);
    expect(config.database.url).toMatch(/^file:\/\/\/.*data\/tidu\.db$/);
  });

  test('DATA_DIR moves the database along; DATABASE_URL wins over it', () => {
    expect(readConfig({ DATA_DIR: '/srv/tidu' }).database.url).toBe('file:///srv/tidu/tidu.db');
    expect(readConfig({ DATA_DIR: '/srv/tidu', DATABASE_URL: 'libsql://db.example' }).database.url).toBe(
      'libsql://db.example',
    );
    expect(readConfig({ DATABASE_URL: 'file:local.db' }).database.url).toMatch(/^file:\/\/\/.+\/local\.db$/);
  });

  test('all wrong variables are named at once, and only those', () => {
    const problems = problemsOf({ PORT: 'abc', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', HOST: '127.0.0.1' });
    for (const name of ['PORT=abc', 'LOG_LEVEL=loud', 'DATABASE_URL=mysql://x']) expect(problems).toContain(name);
    expect(problems).not.toContain('HOST');
    expect(problems.match(/PORT/g)).toHaveLength(1);
  });

  test.each([
    ['PORT', '0', true],
    ['PORT', '65535', true],
    ['PORT', '65536', false],
    ['PORT', '-1', false],
    ['PORT', '80.5', false],
    ['PORT', '', true],
    ['BODY_LIMIT_BYTES', '1023', false],
    ['BODY_LIMIT_BYTES', '1024', true],
    ['RATE_LIMIT_PER_MINUTE', '0', true],
    ['BATCH_AT_ONCE', '0', false],
    ['DATABASE_URL', 'file::memory:', false],
    ['PUBLIC_URL', 'https://tidu.example.cn', true],
    ['PUBLIC_URL', 'tidu.example.cn', false],
    ['HOST', '::1', true],
    ['HOST', 'a b', false],
  ])('%s=%s', (name, value, isRight) => {
    expect(problemsOf({ [name]: value }) === '').toBe(isRight);
  });

  test('a bucket is named whole or not at all; files lie in the data folder otherwise', () => {
    const whole = {
      S3_ENDPOINT: 'https://s3.example',
      S3_BUCKET: 'evidence',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'topsecret',
    };
    expect(readConfig({ DATA_DIR: '/srv/tidu' }).files).toEqual({
      folder: '/srv/tidu/files',
      limitBytes: 50 * 2 ** 20,
    });
    expect(readConfig(whole).files.s3).toMatchObject({ bucket: 'evidence', region: 'us-east-1' });
    for (const name of Object.keys(whole)) {
      const problems = problemsOf({ ...whole, [name]: '' });
      expect(problems).toContain(name);
      expect(problems).not.toContain('topsecret');
    }
  });

  test('a key for the data is 32 bytes, and never in the message', () => {
    const key = Buffer.alloc(32, 7);
    for (const text of [key.toString('hex'), key.toString('base64')])
      expect(readConfig({ DATA_KEY: text }).dataKey).toBe(text);
    for (const text of [key.toString('hex').slice(2), `${key.toString('base64')}A`, 'topsecret']) {
      expect(problemsOf({ DATA_KEY: text })).toContain('DATA_KEY');
      expect(problemsOf({ DATA_KEY: text })).not.toContain(text);
    }
    expect(readConfig({ SCANNER_COMMAND: 'clamdscan --no-summary' }).files.scannerCommand).toEqual([
      'clamdscan',
      '--no-summary',
    ]);
  });

  test('a secret is never in the message', () => {
    expect(problemsOf({ DATABASE_AUTH_TOKEN: 'topsecret', PORT: 'x' })).not.toContain('topsecret');
    const address = problemsOf({ DATABASE_URL: 'mysql://me:topsecret@db/x?authToken=topsecret' });
    expect(address).toContain('DATABASE_URL=mysql://…@db/x?…');
    expect(address).not.toContain('topsecret');
  });
});

describe('accounts', () => {
  test('have the documented defaults: mail into files, no single sign-on', () => {
    const { accounts, dataDir } = readConfig({});
    expect(accounts).toMatchObject({ signIn: { failures: 5, lockMinutes: 15, idleMinutes: { staff: 30, firm: 720 } } });
    expect(accounts.mail).toMatchObject({ folder: `${dataDir}/outbox` });
    expect([accounts.singleSignOn, accounts.mail.smtpUrl]).toEqual([undefined, undefined]);
  });

  const OIDC = {
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
    PUBLIC_URL: 'https://t.example',
  };

  test('single sign-on is set whole or not at all', () => {
    expect(readConfig(OIDC).accounts.singleSignOn).toMatchObject({ trustsMfa: false, label: '单点登录' });
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'])
      expect(problemsOf({ ...OIDC, [name]: '' })).toContain(name);
  });

  test('a gateway for text messages is named whole or not at all', () => {
    const whole = { SMS_HOOK_URL: 'http://127.0.0.1:9000/send', SMS_HOOK_SECRET: 's'.repeat(32) };
    expect(readConfig(whole).accounts.mail.smsHook).toEqual({ url: whole.SMS_HOOK_URL, secret: whole.SMS_HOOK_SECRET });
    for (const name of Object.keys(whole)) expect(problemsOf({ ...whole, [name]: '' })).toContain(name);
    expect(problemsOf({ ...whole, SMS_HOOK_SECRET: 'topsecret' })).not.toContain('topsecret');
  });

  test('a secret that is wrong is named but never shown', () => {
    const problems = problemsOf({ SESSION_SECRET: 'too short' });
    expect(problems).toContain('SESSION_SECRET');
    expect(problems).not.toContain('too short');
  });
});
