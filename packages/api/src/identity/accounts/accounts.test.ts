import { describe, expect, test } from 'vitest';
import { codeAt, expectStatus, openSignIn, openStaff, PASSWORD } from '../../../testing/open-sign-in.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { SessionAnswer } from '../contract.ts';
import { accounts } from '../table.ts';
import type { Account, OpenSessions } from './contract.ts';
import { makeSetUpToken } from './set-up.ts';

const PHONE = '13800138000';
const NEXT = 'a quite different phrase';
const isIn = async (page: { json<T>(path: string): Promise<T> }) =>
  (await page.json<SessionAnswer>('/api/v1/session')).session !== null;

describe('the first administrator', () => {
  const person = { name: '李工', contact: 'li@example.cn', password: PASSWORD };

  test('is set up by a link that works once, expires, and is replaced by the next one', async () => {
    const site = await openSignIn();
    const page = site.browser();
    const old = await makeSetUpToken(site.accounts, site.clock());
    const token = await makeSetUpToken(site.accounts, site.clock());
    const attempt = async (body: object) => (await page.post('/api/v1/setup', body)).status;
    expect(await attempt({ ...person, token: 'made up' })).toBe(422);
    expect(await attempt({ ...person, token: old })).toBe(422);
    expect(await attempt({ ...person, token, password: 'short' })).toBe(422);
    expect(await attempt({ ...person, token })).toBe(204);
    expect(await attempt({ ...person, contact: 'other@example.cn', token })).toBe(422);
    expect(await makeSetUpToken(site.accounts, site.clock())).toBeUndefined();
    expect(await site.actions()).toContain('system.set-up');
  });

  test('cannot be set up a day later', async () => {
    const site = await openSignIn();
    const token = await makeSetUpToken(site.accounts, site.clock());
    site.moveOn(24 * 3_600_000);
    expect((await site.browser().post('/api/v1/setup', { ...person, token })).status).toBe(422);
  });

  test('is one, though the link is used twenty times at once', async () => {
    const site = await openSignIn();
    const token = await makeSetUpToken(site.accounts, site.clock());
    const attempts = Array.from({ length: 20 }, (_, i) =>
      site.browser().post('/api/v1/setup', { ...person, contact: `a${i}@example.cn`, token }),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
  });
});

describe("one's own account", () => {
  test('shows what is known of it', async () => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    expect(await page.json<Account>('/api/v1/account')).toMatchObject({
      name: '王敏',
      phone: PHONE,
      email: null,
      hasPassword: true,
      secondFactor: false,
    });
    await expectStatus(page.send('PATCH', '/api/v1/account/name', { name: '王小敏' }), 204);
    expect((await page.json<Account>('/api/v1/account')).name).toBe('王小敏');
    expect(await site.actions()).toContain('account.renamed');
  });

  test('a new password signs out everyone else and keeps this page', async () => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    const other = site.browser();
    await other.post('/api/v1/session', { contact: PHONE, password: PASSWORD });
    const change = (current: string, password: string) => page.post('/api/v1/account/password', { current, password });
    expect((await change('not it', NEXT)).status).toBe(422);
    expect((await change(PASSWORD, 'short')).status).toBe(422);
    await expectStatus(change(PASSWORD, NEXT), 204);
    expect([await isIn(page), await isIn(other)]).toEqual([true, false]);
    expect((await other.post('/api/v1/session', { contact: PHONE, password: PASSWORD })).status).toBe(401);
    expect((await other.post('/api/v1/session', { contact: PHONE, password: NEXT })).status).toBe(200);
    expect(await site.actions()).toContain('password.changed');
  });

  test('a forgotten password is reset by a code; everyone is signed out, and nobody learns whether there is an account', async () => {
    const site = await openSignIn();
    const page = await site.signUp('wang@example.cn');
    const ask = (contact: string) => site.browser().post('/api/v1/accounts/password-code', { contact });
    expect([(await ask('wang@example.cn')).status, (await ask('nobody@example.cn')).status]).toEqual([202, 202]);
    const reset = (code: string) =>
      site.browser().post('/api/v1/accounts/password', { contact: 'wang@example.cn', code, password: NEXT });
    const code = await site.codeTo('wang@example.cn');
    expect((await reset(code === '111111' ? '111112' : '111111')).status).toBe(422);
    await expectStatus(reset(code), 204);
    expect(await isIn(page)).toBe(false);
    expect((await page.post('/api/v1/session', { contact: 'wang@example.cn', password: NEXT })).status).toBe(200);
    expect((await reset(code)).status).toBe(422);
    expect((await site.lastMessage('wang@example.cn')).text).toContain('密码已更改');
    expect(await site.actions()).toContain('password.reset');
  });

  test('codes are not sent without end', async () => {
    const site = await openSignIn();
    await site.signUp(PHONE);
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++)
      statuses.push((await site.browser().post('/api/v1/accounts/password-code', { contact: PHONE })).status);
    expect(statuses).toEqual([202, 202, 202, 202, 429, 429]);
  });

  test('sessions are listed and ended one by one or all but this; those of others are not there', async () => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    const other = site.browser('198.51.100.4');
    await other.post('/api/v1/session', { contact: PHONE, password: PASSWORD });
    const stranger = await site.signUp('13900139000');
    const { sessions } = await page.json<OpenSessions>('/api/v1/account/sessions');
    expect(sessions.map(({ current }) => current).toSorted()).toEqual([false, true]);
    expect(sessions.map(({ address }) => address)).toContain('198.51.100.4');
    const theirs = (await stranger.json<OpenSessions>('/api/v1/account/sessions')).sessions[0]?.id;
    expect((await page.send('DELETE', `/api/v1/account/sessions/${theirs}`)).status).toBe(404);
    const mine = sessions.find(({ current }) => !current)?.id;
    await expectStatus(page.send('DELETE', `/api/v1/account/sessions/${mine}`), 204);
    expect([await isIn(page), await isIn(other)]).toEqual([true, false]);
    await other.post('/api/v1/session', { contact: PHONE, password: PASSWORD });
    await expectStatus(page.send('DELETE', '/api/v1/account/sessions'), 204);
    expect([await isIn(page), await isIn(other), await isIn(stranger)]).toEqual([true, false, true]);
    expect(await site.actions()).toContain('session.revoked');
  });

  test('a firm may take a second factor, renew its recovery codes and give it up', async () => {
    const site = await openSignIn();
    const page = await site.signUp(PHONE);
    const prepared = await expectStatus(
      page.post('/api/v1/session/second-factor/preparation', { password: PASSWORD }),
      200,
    );
    const { secret, uri } = (await prepared.json()) as { secret: string; uri: string };
    expect(decodeURIComponent(uri)).toContain(PHONE);
    expect(uri).not.toContain('invalid');
    await expectStatus(
      page.post('/api/v1/session/second-factor', { kind: 'code', code: codeAt(secret, new Date()) }),
      200,
    );
    expect((await page.json<Account>('/api/v1/account')).secondFactor).toBe(true);
    expect((await page.post('/api/v1/session/second-factor/preparation', { password: PASSWORD })).status).toBe(409);
    const again = await site.browser().post('/api/v1/session', { contact: PHONE, password: PASSWORD });
    expect(await again.json()).toEqual({ step: 'second-factor' });
    const renewed = await expectStatus(page.post('/api/v1/account/recovery-codes', { password: PASSWORD }), 200);
    expect(((await renewed.json()) as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    expect((await page.post('/api/v1/account/second-factor/removal', { password: 'not it' })).status).toBe(422);
    await expectStatus(page.post('/api/v1/account/second-factor/removal', { password: PASSWORD }), 204);
    const after = await site.browser().post('/api/v1/session', { contact: PHONE, password: PASSWORD });
    expect(await after.json()).toEqual({ step: 'complete' });
    expect(await site.actions()).toEqual(
      expect.arrayContaining(['second-factor.prepared', 'second-factor.changed', 'second-factor.removed']),
    );
  });

  test('staff who give up their second factor are back at setting one up', async () => {
    const site = await openSignIn();
    const { page } = await openStaff(site, 'li@example.cn', 'set-up');
    await expectStatus(page.post('/api/v1/account/second-factor/removal', { password: PASSWORD }), 204);
    expect((await page.json<SessionAnswer>('/api/v1/session')).session?.step).toBe('enrol-second-factor');
    expect((await page.get('/api/v1/people')).status).toBe(401);
  });
});

describe('a new number or address', () => {
  const ADDRESS = 'wang@example.cn';
  const OLD = 'old@example.cn';
  const open = async (contact = PHONE) => {
    const site = await openSignIn();
    const page = await site.signUp(contact);
    const askFor = async (to: string, password = PASSWORD) => {
      const answer = await page.post('/api/v1/account/contact-code', { contact: to, password });
      return [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code];
    };
    const confirm = async (to: string, code: string) =>
      (await page.send('PUT', '/api/v1/account/contact', { contact: to, code })).status;
    const signIn = async (with_: string) =>
      (await site.browser('203.0.113.9').post('/api/v1/session', { contact: with_, password: PASSWORD })).status;
    const shown = async () => page.json<Account>('/api/v1/account');
    return { ...site, page, askFor, confirm, signIn, shown };
  };

  test('is added by a code sent there, after the password; what was there before is told, and both sign in', async () => {
    const { askFor, confirm, shown, codeTo, lastMessage, signIn, actions } = await open();
    expect(await askFor(ADDRESS, 'a wrong password')).toEqual([422, 'wrong-password']);
    expect(await askFor(ADDRESS)).toEqual([202, undefined]);
    expect((await shown()).email).toBeNull();
    const code = await codeTo(ADDRESS);
    expect(await confirm(ADDRESS, code === '000000' ? '000001' : '000000')).toBe(422);
    // A code is for the address it was sent to.
    expect(await confirm('another@example.cn', code)).toBe(422);
    expect(await confirm(ADDRESS, code)).toBe(204);
    expect(await shown()).toMatchObject({ email: ADDRESS, phone: PHONE });
    expect(await confirm(ADDRESS, code)).toBe(422);
    const told = await lastMessage(PHONE);
    expect([told.kind, told.text]).toEqual(['sms', expect.stringContaining('wa***@example.cn')]);
    expect([await signIn(ADDRESS), await signIn(PHONE)]).toEqual([200, 200]);
    expect(await actions()).toContain('contact.changed');
  });

  test('takes the place of the old one, which is told and signs in no more', async () => {
    const { askFor, confirm, codeTo, lastMessage, signIn, shown } = await open(OLD);
    expect(await askFor(OLD)).toEqual([409, 'contact-yours']);
    await askFor(ADDRESS);
    expect(await confirm(ADDRESS, await codeTo(ADDRESS))).toBe(204);
    expect((await lastMessage(OLD)).subject).toBe('梯度账号的联系方式已更改');
    expect([await signIn(OLD), await signIn(ADDRESS), (await shown()).email]).toEqual([401, 200, ADDRESS]);
  });

  test("is never another's: its owner is told, and who asks learns nothing", async () => {
    const { askFor, confirm, signUp, lastMessage, shown, post } = await open();
    await signUp('taken@example.cn');
    expect(await askFor('taken@example.cn')).toEqual([202, undefined]);
    expect((await lastMessage('taken@example.cn')).subject).toBe('您已有梯度账号');
    expect(await confirm('taken@example.cn', '123456')).toBe(422);
    expect((await shown()).email).toBeNull();
    expect((await post('/api/v1/account/contact-code', { contact: 'x@example.cn', password: PASSWORD })).status).toBe(
      401,
    );
  });

  test('may stand in an account that never proved it, and is freed from there', async () => {
    const { askFor, confirm, browser, codeTo, shown, actions } = await open();
    await browser().post('/api/v1/accounts', { name: '路人', contact: ADDRESS, password: PASSWORD });
    await askFor(ADDRESS);
    expect(await confirm(ADDRESS, await codeTo(ADDRESS))).toBe(204);
    expect((await shown()).email).toBe(ADDRESS);
    expect(await actions()).toContain('contact.freed');
  });

  test('is changed at the single sign-on by people who have no password here', async () => {
    const { database, page } = await open();
    await withTransaction(database, (tx) => tx.update(accounts).set({ password: null }));
    const answer = await page.post('/api/v1/account/contact-code', { contact: ADDRESS, password: PASSWORD });
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'contact-from-sso']);
  });
});

const codeOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { error: { code: string } }).error.code;

describe('the language of mails', () => {
  test('is that of the page at sign-up, and can be chosen', async () => {
    const site = await openSignIn();
    const english = { 'accept-language': 'en' };
    const person = { name: 'Wang', contact: 'w@example.cn', password: PASSWORD };
    expect((await site.post('/api/v1/accounts', person, english)).status).toBe(202);
    expect((await site.lastMessage('w@example.cn')).subject).toBe('Your Tidu code');
    const page = await site.signUp(PHONE);
    expect((await page.json<Account>('/api/v1/account')).language).toBe('zh-CN');
    await expectStatus(page.send('PUT', '/api/v1/account/language', { language: 'en' }), 204);
    expect((await page.json<Account>('/api/v1/account')).language).toBe('en');
    expect((await site.post('/api/v1/accounts/password-code', { contact: PHONE })).status).toBe(202);
    expect((await site.lastMessage(PHONE)).subject).toBe('Reset your Tidu password');
    expect(await site.actions()).toContain('account.language-chosen');
  });
});
