import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openProvider, type Person } from '../../../testing/open-provider.ts';
import { expectStatus, openSignIn, openStaff, PASSWORD } from '../../../testing/open-sign-in.ts';
import { fileUrl, openTestAccounts, openTestDatabase, testFolder } from '../../../testing/open-test-app.ts';
import { accounts, auditEntries, users } from '../../db/schema.ts';
import type { SessionAnswer } from '../contract.ts';

const SITE = 'http://localhost';

/** The app and a real provider on loopback, where `person` answers when it asks who is there. */
async function openBoth(person: Person, more: { trustsMfa?: boolean } = {}) {
  const provider = await openProvider(`${SITE}/api/v1/session/sso/callback`, person);
  const database = await openTestDatabase(fileUrl(testFolder()));
  const clock = () => new Date();
  const singleSignOn = { ...provider.client, label: '统一认证', trustsMfa: more.trustsMfa ?? false };
  const site = await openSignIn({
    database,
    accounts: await openTestAccounts(database, clock, { site: SITE, singleSignOn }),
  });
  const { page: system } = await openStaff(site, 'system@example.cn', 'set-up');
  const call = (contact: string) => system.post('/api/v1/staff-invitations', { name: '陈审核', contact });
  /** Follows the redirects to the provider and back, as a browser would. */
  const comeBy = async (page = site.browser()) => {
    const start = await page.get('/api/v1/session/sso?back=/desk');
    expect(start.status).toBe(302);
    const back = await provider.walk(start.headers.get('Location') ?? '');
    const end = await page.get(`${new URL(back).pathname}${new URL(back).search}`);
    return { page, to: end.headers.get('Location') ?? '', back };
  };
  const session = async (page: ReturnType<typeof site.browser>) =>
    (await page.json<SessionAnswer>('/api/v1/session')).session;
  return { ...site, system, call, comeBy, session };
}

const CHEN: Person = { sub: 'p-1', email: 'chen@example.cn', email_verified: true, name: '陈审核' };

describe('single sign-on', () => {
  test('is offered only where it is configured', async () => {
    const site = await openSignIn();
    expect(await site.browser().json('/api/v1/session/ways')).toMatchObject({ singleSignOn: null });
    expect((await site.browser().get('/api/v1/session/sso')).status).toBe(404);
    const both = await openBoth(CHEN);
    expect(await both.browser().json('/api/v1/session/ways')).toMatchObject({ singleSignOn: { label: '统一认证' } });
  });

  test('takes in who was invited, asks for a second factor here, and keeps no token', async () => {
    const both = await openBoth(CHEN);
    await expectStatus(both.call('chen@example.cn'), 201);
    const { page, to } = await both.comeBy();
    expect(to).toBe(`${SITE}/desk`);
    expect(await both.session(page)).toMatchObject({ name: '陈审核', kind: 'staff', step: 'enrol-second-factor' });
    expect((await page.get('/api/v1/account')).status).toBe(401);
    const [kept] = await both.database.read.select().from(accounts).where(eq(accounts.providerId, 'oidc'));
    expect(kept).toMatchObject({ accountId: 'p-1', accessToken: null, refreshToken: null, idToken: null });
    const trail = (await both.database.read.select().from(auditEntries)).map(({ action }) => action);
    expect(trail).toEqual(expect.arrayContaining(['invitation.accepted', 'account.linked', 'session.started']));
    const again = await both.comeBy();
    expect(await both.session(again.page)).toMatchObject({ step: 'enrol-second-factor' });
    expect((await both.database.read.select().from(users)).length).toBe(2);
  });

  test('a second factor shown to the provider counts only where that is configured', async () => {
    const several: Person = { ...CHEN, amr: ['pwd', 'otp', 'mfa'] };
    for (const [trustsMfa, person, step] of [
      [false, several, 'enrol-second-factor'],
      [true, several, 'complete'],
      [true, { ...CHEN, amr: ['pwd'] }, 'enrol-second-factor'],
      [true, CHEN, 'enrol-second-factor'],
    ] as const) {
      const both = await openBoth(person, { trustsMfa });
      await both.call('chen@example.cn');
      const { page } = await both.comeBy();
      expect([trustsMfa, person.amr, (await both.session(page))?.step]).toEqual([trustsMfa, person.amr, step]);
    }
  });

  test.each([
    ['was not invited', CHEN, false],
    ['has an address the provider has not verified', { ...CHEN, email_verified: false }, true],
  ])('refuses who %s', async (_why, person, isInvited) => {
    const both = await openBoth(person);
    if (isInvited) await both.call('chen@example.cn');
    const { page, to } = await both.comeBy();
    expect(to).toMatch(/^http:\/\/localhost\/sign-in\?error=/);
    expect(await both.session(page)).toBeNull();
  });

  test('refuses a firm, though its address is verified', async () => {
    const both = await openBoth({ ...CHEN, email: 'wang@example.cn' });
    await both.signUp('wang@example.cn');
    const { page, to } = await both.comeBy();
    expect(to).toMatch(/error=/);
    expect(await both.session(page)).toBeNull();
  });

  test('links an account that has a password; the second factor there is asked for', async () => {
    const both = await openBoth(CHEN);
    await both.call('chen@example.cn');
    await openStaff(both, 'chen@example.cn');
    const { page } = await both.comeBy();
    expect(await both.session(page)).toMatchObject({ step: 'second-factor' });
    expect((await page.post('/api/v1/session', { contact: 'chen@example.cn', password: PASSWORD })).status).toBe(200);
  });

  test('an answer that was not asked for in this browser is refused', async () => {
    const both = await openBoth(CHEN);
    await both.call('chen@example.cn');
    const { back } = await both.comeBy();
    const other = both.browser();
    const end = await other.get(`${new URL(back).pathname}${new URL(back).search}`);
    expect(end.headers.get('Location')).toMatch(/\/sign-in\?error=/);
    expect(await both.session(other)).toBeNull();
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'does not lead to %s afterwards',
    async (back) => {
      const both = await openBoth(CHEN);
      expect((await both.browser().get(`/api/v1/session/sso?back=${encodeURIComponent(back)}`)).status).toBe(422);
    },
  );
});
