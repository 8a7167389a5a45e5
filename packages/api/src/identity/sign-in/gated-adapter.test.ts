import { count, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { expectStatus, openSignIn, PASSWORD } from '../../../testing/open-sign-in.ts';
import { verifyChain } from '../../audit/verify-chain.ts';
import { accounts, auditEntries, departments, sessions, users } from '../../db/schema.ts';
import { withTransaction } from '../../db/with-transaction.ts';

test('forty sign-ups and sign-ins at once, mixed with other writes: none is lost, none fails, the trail holds', async () => {
  const site = await openSignIn();
  const { database } = site;
  const numbers = Array.from({ length: 40 }, (_, i) => `139${String(i).padStart(8, '0')}`);
  const others = Array.from({ length: 200 }, (_, i) =>
    withTransaction(database, (tx) =>
      tx.insert(departments).values({ id: `d${i}`, label: 'x', labelEn: 'x', position: i }),
    ),
  );
  const people = numbers.map(async (contact, i) => {
    const page = site.browser(`203.0.113.${i}`);
    await expectStatus(page.post('/api/v1/accounts', { name: `人${i}`, contact, password: PASSWORD }), 202);
    const code = await site.codeTo(contact);
    await expectStatus(page.post('/api/v1/accounts/verification', { contact, code }), 204);
    await expectStatus(page.post('/api/v1/session', { contact, password: PASSWORD }), 200);
    await expectStatus(page.post('/api/v1/notifications/reading'), 204);
    return page;
  });
  const pages = await Promise.all(people);
  await Promise.all(others);
  const counted = async (table: typeof users | typeof accounts | typeof sessions | typeof departments) =>
    (await database.read.select({ n: count() }).from(table))[0]?.n;
  expect([await counted(users), await counted(accounts), await counted(sessions), await counted(departments)]).toEqual([
    40, 40, 40, 200,
  ]);
  const started = await database.read
    .select({ actor: auditEntries.actorName })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'session.started'));
  expect(new Set(started.map(({ actor }) => actor)).size).toBe(40);
  expect((await verifyChain(database.read)).problem).toBeNull();
  const leaving = await Promise.all(pages.map((page) => page.send('DELETE', '/api/v1/session')));
  expect(new Set(leaving.map(({ status }) => status))).toEqual(new Set([204]));
  expect(await counted(sessions)).toBe(0);
});

test("the library's writes inside a transaction of ours are part of it", async () => {
  const site = await openSignIn();
  await site.signUp('13800138000');
  const { internalAdapter } = await site.accounts.auth.$context;
  const [user] = await site.database.read.select().from(users);
  await expect(
    withTransaction(site.database, async () => {
      await internalAdapter.updateUser(user?.id ?? '', { name: '改名' });
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect((await site.database.read.select().from(users))[0]?.name).toBe('王敏');
});
