import { count, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openTestApp, TEST_USER } from '../../testing/open-test-app.ts';
import type { Database } from '../db/open-database.ts';
import { auditEntries, departments, idempotencyKeys, staffRoles, users } from '../db/schema.ts';
import { withTransaction } from '../db/with-transaction.ts';

const AT = new Date('2026-04-01T00:00:00Z');

async function openOffice() {
  let now = AT;
  const opened = await openTestApp({ clock: () => now });
  await withTransaction(opened.database, async (tx) => {
    for (const id of ['system', 'other']) {
      await tx.insert(users).values({ id, name: id, email: `${id}@x.cn`, kind: 'staff', createdAt: AT, updatedAt: AT });
      const role = { role: 'system-administrator', grantedAt: AT.toISOString(), grantedBy: 'test' } as const;
      await tx.insert(staffRoles).values({ id, userId: id, ...role });
    }
  });
  const add = (key: string, label: string, user = 'system', body?: string) =>
    opened.post('/api/v1/departments', body ?? { label, labelEn: label, position: 1 }, {
      'Idempotency-Key': key,
      [TEST_USER]: user,
    });
  const made = async () => (await opened.database.read.select({ n: count() }).from(departments))[0]?.n;
  const moveOn = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  return { ...opened, add, made, moveOn };
}

describe('a change with an Idempotency-Key', () => {
  // INVARIANT (one-effect)
  test('fifty at once have one effect; the answers are the same one, or say that it is still running', async () => {
    const { add, made, database } = await openOffice();
    const answers = await Promise.all(Array.from({ length: 50 }, () => add('key-00000001', '科技局')));
    expect(await made()).toBe(1);
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    const bodies = new Set(await Promise.all(done.map((each) => each.text())));
    expect(bodies.size).toBe(1);
    const rows = await database.read.select().from(auditEntries).where(eq(auditEntries.action, 'department.added'));
    expect(rows).toHaveLength(1);
  });

  test('sent again later gets the same answer, said to be a repeat', async () => {
    const { add, made } = await openOffice();
    const first = await add('key-00000001', '科技局');
    const again = await add('key-00000001', '科技局');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await first.text());
    expect([first.headers.get('Idempotent-Replayed'), again.headers.get('Idempotent-Replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(again.headers.get('Content-Type')).toContain('application/json');
    expect(await made()).toBe(1);
  });

  test('another body under the same key is refused; another person or another key is another change', async () => {
    const { add, made } = await openOffice();
    await add('key-00000001', '科技局');
    const other = await add('key-00000001', '财政局');
    expect([other.status, ((await other.json()) as { error: { code: string } }).error.code]).toEqual([
      422,
      'key-for-other-request',
    ]);
    expect((await add('key-00000001', '科技局', 'other')).status).toBe(201);
    expect((await add('key-00000002', '科技局')).status).toBe(201);
    expect(await made()).toBe(3);
  });

  test('a refusal is an answer as well: it is repeated, and costs nothing', async () => {
    const { add } = await openOffice();
    const first = await add('key-00000001', '');
    const again = await add('key-00000001', '');
    expect([first.status, again.status, again.headers.get('Idempotent-Replayed')]).toEqual([422, 422, 'true']);
  });

  test('an answer is kept for a day', async () => {
    const { add, made, moveOn, database } = await openOffice();
    await add('key-00000001', '科技局');
    moveOn(24 * 3_600_000 + 1);
    expect((await add('key-00000001', '财政局')).status).toBe(201);
    expect(await made()).toBe(2);
    expect(await database.read.select().from(idempotencyKeys)).toHaveLength(1);
  });

  test.each([['short'], ['with a space'], ['k'.repeat(129)]])('the key “%s” is refused', async (key) => {
    const { add, made } = await openOffice();
    expect((await add(key, '科技局')).status).toBe(422);
    expect(await made()).toBe(0);
  });

  test('without a key, or without a person, nothing is kept', async () => {
    const { post, database } = await openOffice();
    await post('/api/v1/departments', { label: 'a', labelEn: 'a', position: 1 }, { [TEST_USER]: 'system' });
    expect((await post('/api/v1/departments', {}, { 'Idempotency-Key': 'key-00000001' })).status).toBe(401);
    expect(await database.read.select().from(idempotencyKeys)).toEqual([]);
  });

  test('the answers of sign-in and of one’s account are never kept: they hold secrets', async () => {
    const { app, database } = await openOffice();
    await app.request('/api/v1/account/name', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'key-00000001', [TEST_USER]: 'system' },
      body: JSON.stringify({ name: '新名' }),
    });
    expect(await database.read.select().from(idempotencyKeys)).toEqual([]);
  });
});

describe('after a process has died in the middle', () => {
  const dead = (database: Database, requestId: string) =>
    withTransaction(database, (tx) =>
      tx.update(idempotencyKeys).set({ status: null, headers: null, body: null, requestId }),
    );
  const requestOf = async (database: Database) =>
    (await database.read.select().from(idempotencyKeys))[0]?.requestId ?? '';

  test('what was committed is not done again, though the answer is lost', async () => {
    const { add, made, moveOn, database } = await openOffice();
    await add('key-00000001', '科技局');
    await dead(database, await requestOf(database));
    expect((await add('key-00000001', '科技局')).status).toBe(409);
    moveOn(120_000);
    const answer = await add('key-00000001', '科技局');
    expect(((await answer.json()) as { error: { code: string } }).error.code).toBe('already-done');
    expect(await made()).toBe(1);
  });

  test('what was not committed is done, once', async () => {
    const { add, made, moveOn, database } = await openOffice();
    await add('key-00000001', '科技局');
    await dead(database, 'a request that left no trace');
    moveOn(120_000);
    const answers = await Promise.all(Array.from({ length: 10 }, () => add('key-00000001', '科技局')));
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect(await made()).toBe(2);
  });
});
