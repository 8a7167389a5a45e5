import { describe, expect, test } from 'vitest';
import { codeAt, expectStatus, openSignIn, openStaff, PASSWORD } from '../../../testing/open-sign-in.ts';
import type { SessionAnswer } from '../contract.ts';
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
