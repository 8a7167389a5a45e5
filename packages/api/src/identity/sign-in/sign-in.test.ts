import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { codeAt, expectStatus, openSignIn, openStaff, PASSWORD } from '../../../testing/open-sign-in.ts';
import { openTestAccounts, openTestDatabase } from '../../../testing/open-test-app.ts';
import { accounts, auditEntries, sessions, users } from '../../db/schema.ts';
import type { SessionAnswer } from '../contract.ts';

const PHONE = '13800138000';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Errors = { error: { code: string; details: { path: string; message: string }[] } };
const codeOf = async (answer: Promise<Response>) => ((await (await answer).json()) as Errors).error.code;
const sessionOf = async (page: { json<T>(path: string): Promise<T> }) =>
  (await page.json<SessionAnswer>('/api/v1/session')).session;

describe('a firm signs up and in', () => {
  test('with a password that is kept as the library hashes it, in full', async () => {
    const database = await openTestDatabase();
    const at = () => new Date();
    const opened = await openTestAccounts(database, at, { hashing: undefined });
    const site = await openSignIn({ database, accounts: opened });
    expect(await sessionOf(await site.signUp(PHONE))).toMatchObject({ step: 'complete' });
    expect((await database.read.select().from(accounts))[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect((await site.browser().post('/api/v1/session', { contact: PHONE, password: `${PASSWORD}!` })).status).toBe(
      401,
    );
  });

  test.each([['13800138000'], ['wang@example.cn'], ['＋86 138-0013-8000'], ['Wang@Example.CN']])(
    'by %s with a code from the outbox; every step stands in the audit trail',
    async (typed) => {
      const site = await openSignIn();
      const contact = typed.includes('@') ? 'wang@example.cn' : PHONE;
      const page = site.browser();
      await expectStatus(page.post('/api/v1/accounts', { name: '王敏', contact: typed, password: PASSWORD }), 202);
      const message = await site.lastMessage(contact);
      expect(message).toMatchObject({ kind: contact === PHONE ? 'sms' : 'email', isSecret: true });
      expect(await sessionOf(page)).toBeNull();
      await expectStatus(
        page.post('/api/v1/accounts/verification', { contact: typed, code: await site.codeTo(contact) }),
        204,
      );
      const answer = await expectStatus(page.post('/api/v1/session', { contact: typed, password: PASSWORD }), 200);
      expect(await answer.json()).toEqual({ step: 'complete' });
      expect(await sessionOf(page)).toMatchObject({
        name: '王敏',
        kind: 'firm',
        step: 'complete',
        firms: [],
        staff: [],
      });
      expect(await site.actions()).toEqual(
        expect.arrayContaining(['account.opened', 'code.sent', 'contact.verified', 'session.started']),
      );
    },
  );

  test('the cookie is closed to scripts and other sites, and secure where people come by https', async () => {
    const site = await openSignIn();
    await site.signUp(PHONE);
    const answer = await site.browser().post('/api/v1/session', { contact: PHONE, password: PASSWORD });
    const cookie = answer.headers.getSetCookie().find((each) => each.includes('session_token')) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  test('without a session the answer is null and nothing else is open', async () => {
    const page = (await openSignIn()).browser();
    expect(await page.json('/api/v1/session')).toEqual({ session: null });
    expect((await page.get('/api/v1/account')).status).toBe(401);
    page.cookie = 'tidu.session_token=made-up.c2lnbmVk';
    expect(await page.json('/api/v1/session')).toEqual({ session: null });
  });

  test.each([
    ['short', 'password-too-short'],
    ['abcdefghijk', 'password-too-short'],
    ['Password1234', 'password-common'],
    ['aaaaaaaaaaaaaa', 'password-common'],
    ['12345678901234', 'password-common'],
    ['my13800138000pw', 'password-personal'],
    ['王敏的密码很长很长很长', 'password-personal'],
  ])('the password %s is refused with the reason', async (password, reason) => {
    const site = await openSignIn();
    const answer = await site.browser().post('/api/v1/accounts', { name: '王敏', contact: PHONE, password });
    const { error } = (await answer.json()) as Errors;
    expect([answer.status, error.code]).toEqual([422, 'weak-password']);
    const { zhCN } = await import('../../messages/zh-CN.ts');
    const words = zhCN[`api.detail.${reason}`]?.split('{')[0] ?? '';
    expect(error.details.map(({ message }) => message).join()).toContain(words);
  });

  test('a contact that has an account gets the same answer, and its owner a mail', async () => {
    const site = await openSignIn();
    await site.signUp('wang@example.cn');
    const again = await site
      .browser()
      .post('/api/v1/accounts', { name: '张三', contact: 'wang@example.cn', password: 'another long password' });
    expect(again.status).toBe(202);
    expect((await site.lastMessage('wang@example.cn')).subject).toContain('已有');
    const old = await site.browser().post('/api/v1/session', { contact: 'wang@example.cn', password: PASSWORD });
    expect(old.status).toBe(200);
  });

  test('before the code was shown the right password gives a new code, a wrong one only a refusal', async () => {
    const site = await openSignIn();
    const page = site.browser();
    await page.post('/api/v1/accounts', { name: '王敏', contact: PHONE, password: PASSWORD });
    const first = await site.codeTo(PHONE);
    expect(await codeOf(page.post('/api/v1/session', { contact: PHONE, password: 'wrong' }))).toBe('wrong-credentials');
    expect(await site.codeTo(PHONE)).toBe(first);
    expect(await codeOf(page.post('/api/v1/session', { contact: PHONE, password: PASSWORD }))).toBe(
      'account-not-verified',
    );
    expect(await sessionOf(page)).toBeNull();
  });

  test('a code has five tries, ten minutes and one use', async () => {
    const site = await openSignIn();
    const page = site.browser();
    await page.post('/api/v1/accounts', { name: '王敏', contact: PHONE, password: PASSWORD });
    const code = await site.codeTo(PHONE);
    const wrong = code === '000000' ? '000001' : '000000';
    const verify = (typed: string) => page.post('/api/v1/accounts/verification', { contact: PHONE, code: typed });
    for (let i = 0; i < 5; i++) expect(await codeOf(verify(wrong))).toBe('wrong-code');
    expect(await codeOf(verify(code))).toBe('code-expired');
    await page.post('/api/v1/accounts', { name: '王敏', contact: PHONE, password: PASSWORD });
    const late = await site.codeTo(PHONE);
    site.moveOn(10 * MINUTE);
    expect(await codeOf(verify(late))).toBe('code-expired');
    await page.post('/api/v1/accounts', { name: '王敏', contact: PHONE, password: PASSWORD });
    const good = await site.codeTo(PHONE);
    expect((await verify(good)).status).toBe(204);
    expect(await codeOf(verify(good))).toBe('code-expired');
  });
});

describe('lock-out', () => {
  const wrong = { contact: PHONE, password: 'a wrong password' };

  test('after five failures not even the right password is looked at, for fifteen minutes', async () => {
    const site = await openSignIn();
    await site.signUp(PHONE);
    const page = site.browser();
    for (let i = 0; i < 5; i++) expect(await codeOf(page.post('/api/v1/session', wrong))).toBe('wrong-credentials');
    const right = { contact: PHONE, password: PASSWORD };
    const locked = await page.post('/api/v1/session', right);
    expect([locked.status, locked.headers.get('Retry-After')]).toEqual([429, '900']);
    site.moveOn(15 * MINUTE - 2000);
    expect((await page.post('/api/v1/session', right)).status).toBe(429);
    site.moveOn(4000);
    expect((await page.post('/api/v1/session', right)).status).toBe(200);
    const actions = await site.actions();
    expect(actions.filter((each) => each === 'sign-in.failed')).toHaveLength(5);
    expect(actions.filter((each) => each === 'account.locked')).toHaveLength(1);
  });

  // INVARIANT (lock-out)
  test('fifty attempts at once are looked at five times', async () => {
    const site = await openSignIn();
    await site.signUp(PHONE);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => site.browser(`203.0.113.${i}`).post('/api/v1/session', wrong)),
    );
    const of = (status: number) => answers.filter((each) => each.status === status).length;
    expect([of(401), of(429)]).toEqual([5, 45]);
  });

  test('an account that does not exist locks as one that does: nothing tells them apart', async () => {
    const site = await openSignIn();
    await site.signUp(PHONE);
    const statuses = async (contact: string, client: string) => {
      const found: string[] = [];
      for (let i = 0; i < 7; i++) {
        const answer = await site.browser(client).post('/api/v1/session', { contact, password: 'a wrong password' });
        const { requestId: _, ...error } = ((await answer.json()) as { error: { requestId: string } }).error;
        found.push(`${answer.status} ${JSON.stringify(error)}`);
      }
      return found;
    };
    expect(await statuses('13900139000', '198.51.100.1')).toEqual(await statuses(PHONE, '198.51.100.2'));
  });

  test('one client that tries many accounts is locked as well, and others are not', async () => {
    const site = await openSignIn();
    const tried = async (i: number) =>
      (await site.browser('198.51.100.7').post('/api/v1/session', { contact: `u${i}@example.cn`, password: 'x' }))
        .status;
    const found: number[] = [];
    for (let i = 0; i < 31; i++) found.push(await tried(i));
    expect(found.slice(0, 30)).toEqual(Array(30).fill(401));
    expect(found[30]).toBe(429);
    await site.signUp(PHONE);
  });
});

describe('time limits', () => {
  test('a firm is signed out after twelve idle hours, not before', async () => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    for (let i = 0; i < 3; i++) {
      site.moveOn(11 * HOUR);
      expect(await sessionOf(page)).not.toBeNull();
    }
    site.moveOn(12 * HOUR + 1000);
    expect(await sessionOf(page)).toBeNull();
    expect(await site.actions()).toContain('session.expired');
    expect(await site.database.read.select().from(sessions)).toEqual([]);
  });

  test('a session ends after seven days however busy it is', async () => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    for (let hours = 0; hours < 160; hours += 10) {
      site.moveOn(10 * HOUR);
      expect(await sessionOf(page)).not.toBeNull();
    }
    site.moveOn(9 * HOUR);
    expect(await sessionOf(page)).toBeNull();
  });

  test('staff are signed out after half an idle hour', async () => {
    const site = await openSignIn();
    const { page } = await openStaff(site, 'li@example.cn', 'set-up');
    site.moveOn(29 * MINUTE);
    expect(await sessionOf(page)).not.toBeNull();
    site.moveOn(30 * MINUTE + 1000);
    expect(await sessionOf(page)).toBeNull();
  });
});

describe('second factor', () => {
  const signInAgain = async (site: Awaited<ReturnType<typeof openSignIn>>) => {
    const page = site.browser('203.0.113.9');
    const answer = await page.post('/api/v1/session', { contact: 'li@example.cn', password: PASSWORD });
    return { page, step: ((await answer.json()) as { step: string }).step };
  };

  // INVARIANT (second-factor)
  test('staff without one can do nothing but set it up', async () => {
    const site = await openSignIn();
    const { makeSetUpToken } = await import('../accounts/set-up.ts');
    const page = site.browser();
    const token = await makeSetUpToken(site.accounts, site.clock());
    await expectStatus(
      page.post('/api/v1/setup', { token, name: '李工', contact: 'li@example.cn', password: PASSWORD }),
      204,
    );
    const answer = await page.post('/api/v1/session', { contact: 'li@example.cn', password: PASSWORD });
    expect(await answer.json()).toEqual({ step: 'enrol-second-factor' });
    expect(await sessionOf(page)).toMatchObject({ step: 'enrol-second-factor', staff: [] });
    for (const path of ['/api/v1/account', '/api/v1/people', '/api/v1/notifications'])
      expect([path, (await page.get(path)).status]).toEqual([path, 401]);
    const prepared = await page.post('/api/v1/session/second-factor/preparation', { password: 'not the password' });
    expect([prepared.status, (await page.get('/api/v1/account')).status]).toEqual([422, 401]);
  });

  test('the password alone begins no session; the code does, once', async () => {
    const site = await openSignIn();
    const { secret } = await openStaff(site, 'li@example.cn', 'set-up');
    const { page, step } = await signInAgain(site);
    expect(step).toBe('second-factor');
    expect(await sessionOf(page)).toBeNull();
    // INVARIANT (code-once): the code that set the factor up is still good by the clock.
    const used = codeAt(secret, new Date());
    expect(await codeOf(page.post('/api/v1/session/second-factor', { kind: 'code', code: used }))).toBe('wrong-code');
    expect(await sessionOf(page)).toBeNull();
    const second = await signInAgain(site);
    const next = codeAt(secret, new Date(Date.now() + 30_000));
    await expectStatus(second.page.post('/api/v1/session/second-factor', { kind: 'code', code: next }), 200);
    expect(await sessionOf(second.page)).toMatchObject({ step: 'complete', staff: [{ role: 'system-administrator' }] });
    expect((await second.page.get('/api/v1/people')).status).toBe(200);
  });

  test('a recovery code opens once', async () => {
    const site = await openSignIn();
    const { recoveryCodes } = await openStaff(site, 'li@example.cn', 'set-up');
    expect(recoveryCodes).toHaveLength(10);
    const [code = ''] = recoveryCodes;
    const shown = async () => {
      const { page } = await signInAgain(site);
      return page.post('/api/v1/session/second-factor', { kind: 'recovery-code', code });
    };
    expect((await shown()).status).toBe(200);
    expect((await shown()).status).toBe(422);
  });

  test('codes cannot be guessed: after five wrong ones the factor is locked', async () => {
    const site = await openSignIn();
    const { secret } = await openStaff(site, 'li@example.cn', 'set-up');
    const { page } = await signInAgain(site);
    const wrong = { kind: 'code', code: '000000' };
    for (let i = 0; i < 5; i++)
      expect((await page.post('/api/v1/session/second-factor', wrong)).status).toBeGreaterThanOrEqual(401);
    const again = await signInAgain(site);
    const right = { kind: 'code', code: codeAt(secret, new Date(Date.now() + 30_000)) };
    expect((await again.page.post('/api/v1/session/second-factor', right)).status).toBe(429);
  });

  test('without the password before it a code opens nothing', async () => {
    const site = await openSignIn();
    const { secret } = await openStaff(site, 'li@example.cn', 'set-up');
    const code = codeAt(secret, new Date(Date.now() + 30_000));
    expect((await site.browser().post('/api/v1/session/second-factor', { kind: 'code', code })).status).toBe(401);
  });
});

describe('sign-out, disabled accounts and foreign pages', () => {
  test('signing out ends the session on the server, not only in the browser', async () => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    const { cookie } = page;
    expect((await page.send('DELETE', '/api/v1/session')).status).toBe(204);
    page.cookie = cookie;
    expect(await sessionOf(page)).toBeNull();
    expect(await site.actions()).toContain('session.ended');
  });

  test('a disabled account neither goes on nor signs in', async () => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    await site.database.gate.runExclusive((tx) =>
      tx.update(users).set({ disabledAt: '2026-01-01T00:00:00.000Z' }).where(eq(users.phoneNumber, PHONE)),
    );
    expect(await sessionOf(page)).toBeNull();
    const answer = await site.browser().post('/api/v1/session', { contact: PHONE, password: PASSWORD });
    expect(answer.status).toBe(401);
  });

  test.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost' }, 204],
  ])('a change with %o gives %i', async (headers, status) => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    expect((await page.send('DELETE', '/api/v1/session', undefined, headers)).status).toBe(status);
  });

  test.each([
    [{}, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 204],
  ])('a cookie without an origin but with %o gives %i', async (headers, status) => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    const answer = await site.app.request('/api/v1/session', {
      method: 'DELETE',
      headers: { cookie: page.cookie, ...headers },
    });
    expect(answer.status).toBe(status);
  });

  test('neither password nor code nor token gets into the audit trail or the log', async () => {
    const site = await openSignIn();
    const { secret, recoveryCodes } = await openStaff(site, 'li@example.cn', 'set-up');
    await site.signUp(PHONE);
    const kept = JSON.stringify(await site.database.read.select().from(auditEntries)) + site.log();
    for (const each of [PASSWORD, secret, ...recoveryCodes, PHONE, 'li@example.cn']) expect(kept).not.toContain(each);
  });
});
