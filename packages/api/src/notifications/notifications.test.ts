import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { NOW, openTestApp, openTestDatabase, TEST_USER, testFolder } from '../../testing/open-test-app.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { users } from '../identity/table.ts';
import type { NotificationPage } from './contract.ts';
import { keepSending } from './keep-sending.ts';
import { notify } from './notify.ts';
import { queueMessage } from './queue-message.ts';
import { sendDue } from './send-due.ts';
import { outbox } from './table.ts';
import { openTransport } from './transport.ts';

const SITE = 'https://tidu.example';
const ROLE = { key: 'role-granted', args: { role: '受理人员' }, link: '/account' };

async function addUser(database: Database, id: string, more: Partial<typeof users.$inferInsert> = {}): Promise<void> {
  const user = { id, name: id, email: `${id}@x.cn`, emailVerified: true, createdAt: NOW, updatedAt: NOW, ...more };
  await withTransaction(database, (tx) => tx.insert(users).values(user));
}

async function openTestDatabaseWith(languages: readonly ('zh' | 'en')[]) {
  const database = await openTestDatabase();
  for (const each of languages) await addUser(database, each, { language: each === 'en' ? 'en' : null });
  return { database };
}

const tell = (database: Database, to: readonly string[], now = NOW) =>
  withTransaction(database, (tx) => notify(tx, { now }, { to, ...ROLE }));

const mail = (to: string, more: { isSecret?: boolean; link?: string } = {}) => ({
  kind: 'email' as const,
  to,
  subject: '主题',
  text: '正文',
  ...more,
});

describe('notices', () => {
  test('are mailed to each in the language they chose, the names of roles too', async () => {
    const { database } = await openTestDatabaseWith(['zh', 'en']);
    const told = { to: ['zh', 'en'], key: 'role-granted', args: { role: '@role.auditor' } };
    await withTransaction(database, (tx) => notify(tx, { now: NOW }, told));
    const sent = await database.read.select().from(outbox);
    expect(new Map(sent.map(({ to, text }) => [to, text]))).toEqual(
      new Map([
        ['zh@x.cn', '您已获授角色：审计员'],
        ['en@x.cn', 'You now hold the role: auditor'],
      ]),
    );
  });

  test('reach each person once in the web, and by e-mail those with a verified address who want it', async () => {
    const { database, app } = await openTestApp();
    await addUser(database, 'a');
    await addUser(database, 'b', { emailVerified: false });
    await addUser(database, 'c', { disabledAt: NOW.toISOString() });
    await addUser(database, 'd');
    const choose = await app.request('/api/v1/notifications/preference', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', [TEST_USER]: 'd' },
      body: JSON.stringify({ email: false }),
    });
    expect(choose.status).toBe(204);
    await tell(database, ['a', 'a', 'b', 'c', 'd']);
    expect((await database.read.select().from(outbox)).map(({ to, link }) => [to, link])).toEqual([
      ['a@x.cn', '/account'],
    ]);
    for (const [user, unread] of [
      ['a', 1],
      ['b', 1],
      ['d', 1],
    ] as const) {
      const answer = await app.request('/api/v1/notifications', { headers: { [TEST_USER]: user } });
      expect([user, ((await answer.json()) as NotificationPage).unread]).toEqual([user, unread]);
    }
  });

  test('are about what happened: undone with the act', async () => {
    const database = await openTestDatabase();
    await addUser(database, 'a');
    const act = withTransaction(database, async (tx) => {
      await notify(tx, { now: NOW }, { to: ['a'], ...ROLE });
      throw new Error('undone');
    });
    await expect(act).rejects.toThrow('undone');
    expect(await database.read.select().from(outbox)).toEqual([]);
  });

  test('are listed newest first in the language of the reader, page by page, and marked as read', async () => {
    const { database, app } = await openTestApp();
    await addUser(database, 'a');
    await addUser(database, 'b');
    for (let i = 0; i < 25; i++) await tell(database, ['a', 'b'], new Date(NOW.getTime() + i));
    const headers = { 'Content-Type': 'application/json', [TEST_USER]: 'a', 'Accept-Language': 'en' };
    const get = async (query = '') =>
      (await (await app.request(`/api/v1/notifications${query}`, { headers })).json()) as NotificationPage;
    const first = await get();
    expect(first).toMatchObject({ unread: 25, next: expect.any(String) });
    expect(first.notifications[0]?.text).toBe('You now hold the role: 受理人员');
    const second = await get(`?cursor=${first.next}`);
    expect([first.notifications.length, second.notifications.length, second.next]).toEqual([20, 5, null]);
    const read = (body: object) =>
      app.request('/api/v1/notifications/reading', { method: 'POST', headers, body: JSON.stringify(body) });
    await read({ ids: [first.notifications[0]?.id] });
    expect((await get()).unread).toBe(24);
    await read({});
    expect((await get()).unread).toBe(0);
    const other = await app.request('/api/v1/notifications', { headers: { ...headers, [TEST_USER]: 'b' } });
    expect(((await other.json()) as NotificationPage).unread).toBe(25);
  });
});

describe('the outbox', () => {
  const queue = (database: Database, message: ReturnType<typeof mail>, now = NOW) =>
    withTransaction(database, (tx) => queueMessage(tx, now, message));

  test('without a mail server every message becomes one readable file, links with the address of the site', async () => {
    const database = await openTestDatabase();
    const folder = join(testFolder(), 'outbox');
    await queue(database, mail('wang@x.cn', { link: '/accept?token=secret', isSecret: true }));
    await withTransaction(database, (tx) => queueMessage(tx, NOW, { ...mail('13800138000'), kind: 'sms' }));
    const transport = openTransport({ from: 'Tidu <tidu@x.cn>', folder });
    expect(await sendDue({ database, clock: () => NOW, transport, site: SITE })).toBe(2);
    const files = readdirSync(folder);
    expect(files.map((name) => name.replace(/^.*Z-(\w+)-.*\./, '$1.'))).toEqual(['email.eml', 'sms.eml']);
    const text = readFileSync(join(folder, files[0] ?? ''), 'utf8');
    expect(text).toContain('Subject: 主题');
    expect(text).toContain(`正文\n\n${SITE}/accept?token=secret`);
    const parsed = await simpleParser(text);
    expect([parsed.subject, parsed.text?.startsWith('正文')]).toEqual(['主题', true]);
    const rows = await database.read.select().from(outbox);
    expect(rows.map(({ text: kept, link, sentAt }) => [kept, link, sentAt !== null])).toEqual([
      ['', null, true],
      ['正文', null, true],
    ]);
    expect(await sendDue({ database, clock: () => NOW, transport, site: SITE })).toBe(0);
  });

  test('by SMTP to a real server', async () => {
    const received: ParsedMail[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) =>
        void simpleParser(stream)
          .then((parsed) => received.push(parsed))
          .then(() => done()),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.server.address() as { port: number };
    const database = await openTestDatabase();
    await queue(database, mail('王敏 <wang@x.cn>'));
    const transport = openTransport({
      from: '梯度 <tidu@x.cn>',
      smtpUrl: `smtp://127.0.0.1:${port}`,
      folder: testFolder(),
    });
    expect(await sendDue({ database, clock: () => NOW, transport, site: SITE })).toBe(1);
    expect(received.map(({ subject, text, from }) => [subject, text?.trim(), from?.text])).toEqual([
      ['主题', '正文', '"梯度" <tidu@x.cn>'],
    ]);
  });

  test('text messages to a gateway, signed with the shared secret; one that is refused is tried again', async () => {
    const received: { readonly body: string; readonly signature: unknown }[] = [];
    const answers = [503, 200];
    const gateway = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        received.push({ body, signature: request.headers['x-tidu-signature'] });
        response.writeHead(answers.shift() ?? 500).end();
      });
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void gateway.close());
    const { port } = gateway.address() as { port: number };
    const database = await openTestDatabase();
    await withTransaction(database, (tx) => queueMessage(tx, NOW, { ...mail('13800138000'), kind: 'sms' }));
    const smsHook = { url: `http://127.0.0.1:${port}/send`, secret: 'x'.repeat(32) };
    const transport = openTransport({ from: 'Tidu <tidu@x.cn>', smsHook, folder: testFolder() });
    let now = NOW;
    const deps = { database, clock: () => now, transport, site: SITE };
    expect(await sendDue(deps)).toBe(0);
    expect((await database.read.select().from(outbox))[0]).toMatchObject({ lastError: 'SMS gateway: 503' });
    now = new Date(NOW.getTime() + 60_000);
    expect(await sendDue(deps)).toBe(1);
    const [first, second] = received;
    expect(second).toEqual(first);
    expect(JSON.parse(first?.body ?? '')).toEqual({
      id: expect.any(String),
      to: '13800138000',
      text: '正文',
      createdAt: NOW.toISOString(),
    });
    const signature = createHmac('sha256', smsHook.secret)
      .update(first?.body ?? '')
      .digest('hex');
    expect(first?.signature).toBe(`sha256=${signature}`);
  });

  test('a failure is tried again later and later, with the reason kept, until it works', async () => {
    const database = await openTestDatabase();
    await queue(database, mail('wang@x.cn'));
    let now = NOW;
    let isDown = true;
    const tried: number[] = [];
    const transport = async () => {
      tried.push(now.getTime() - NOW.getTime());
      if (isDown) throw new Error('connection refused');
    };
    const deps = { database, clock: () => now, transport, site: SITE };
    for (let seconds = 0; seconds < 600; seconds += 10) {
      now = new Date(NOW.getTime() + seconds * 1000);
      await sendDue(deps);
    }
    expect(tried.map((ms) => ms / 1000)).toEqual([0, 30, 90, 210, 450]);
    expect((await database.read.select().from(outbox))[0]).toMatchObject({
      sentAt: null,
      lastError: 'connection refused',
      attempts: 5,
    });
    isDown = false;
    now = new Date(NOW.getTime() + 3_600_000);
    expect(await sendDue(deps)).toBe(1);
    expect((await database.read.select().from(outbox))[0]).toMatchObject({ lastError: null, attempts: 6 });
  });

  // INVARIANT (outbox-keeps)
  test('a process that dies while sending loses nothing: the message goes out again after the claim', async () => {
    const database = await openTestDatabase();
    await queue(database, mail('wang@x.cn'));
    let now = NOW;
    const never = () => new Promise<void>(() => {});
    void sendDue({ database, clock: () => now, transport: never, site: SITE });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const sent: string[] = [];
    const deps = {
      database,
      clock: () => now,
      transport: async ({ to }: { to: string }) => void sent.push(to),
      site: SITE,
    };
    expect(await sendDue(deps)).toBe(0);
    now = new Date(NOW.getTime() + 5 * 60_000);
    expect(await sendDue(deps)).toBe(1);
    expect(sent).toEqual(['wang@x.cn']);
  });

  test('two senders side by side send each message once', async () => {
    const database = await openTestDatabase();
    for (let i = 0; i < 15; i++) await queue(database, mail(`u${i}@x.cn`));
    const sent: string[] = [];
    const deps = {
      database,
      clock: () => NOW,
      transport: async ({ to }: { to: string }) => void sent.push(to),
      site: SITE,
    };
    await Promise.all([sendDue(deps), sendDue(deps), sendDue(deps)]);
    expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted());
    expect(sent).toHaveLength(15);
  });

  test('the loop goes on after a fault and stops when asked', async () => {
    const database = await openTestDatabase();
    const folder = join(testFolder(), 'outbox');
    const faults: unknown[] = [];
    let calls = 0;
    const clock = () => {
      if (calls++ === 0) throw new Error('once');
      return NOW;
    };
    await queue(database, mail('wang@x.cn'));
    const transport = openTransport({ from: 'Tidu <tidu@x.cn>', folder });
    const stop = keepSending({ database, clock, transport, site: SITE, everyMs: 5 }, (fault) => faults.push(fault));
    await expect
      .poll(async () => (await database.read.select().from(outbox))[0]?.sentAt, { timeout: 10_000 })
      .not.toBeNull();
    await stop();
    expect(faults).toHaveLength(1);
  });
});
