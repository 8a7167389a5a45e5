import { createClient } from '@libsql/client';
import { eq, is, sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { fileUrl, openTestDatabase, testFolder } from '../../testing/open-test-app.ts';
import { shipped } from '../config.ts';
import { policyVersions } from '../policies/table.ts';
import { migrateDatabase } from './migrate-database.ts';
import { openDatabase, type Reader } from './open-database.ts';
import * as schema from './schema.ts';
import { type WriteContext, withTransaction } from './with-transaction.ts';

const row = (id: string, version = '0') => ({
  id,
  inForceFrom: '2020-01-01',
  version,
  status: 'published' as const,
  hash: id,
  document: '{}',
  loadedAt: '2026-01-01',
});
const counter = eq(policyVersions.id, 'counter');
const readCounter = async (db: Reader) => Number((await db.select().from(policyVersions).where(counter))[0]?.version);

/** Reads, waits a turn, writes: what loses updates wherever two of them overlap. */
const increment = (context: WriteContext) =>
  withTransaction(context, async (tx) => {
    const n = await readCounter(tx);
    await new Promise((resolve) => setImmediate(resolve));
    await tx
      .update(policyVersions)
      .set({ version: String(n + 1) })
      .where(counter);
  });

test('many writers at once lose nothing, and readers see only what is committed', async () => {
  const db = await openTestDatabase();
  await withTransaction(db, (tx) => tx.insert(policyVersions).values(row('counter')));
  const seen: number[] = [];
  const reading = (async () => {
    for (let i = 0; i < 200; i++) {
      seen.push(await readCounter(db.read));
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await Promise.all(Array.from({ length: 400 }, () => increment(db)));
  await reading;
  expect(await readCounter(db.read)).toBe(400);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('two connections of the same file, as of two processes, lose nothing either', async () => {
  const url = fileUrl(testFolder());
  const [a, b] = [await openTestDatabase(url), await openTestDatabase(url)];
  await withTransaction(a, (tx) => tx.insert(policyVersions).values(row('counter')));
  await Promise.all(Array.from({ length: 60 }, (_, i) => increment(i % 2 === 0 ? a : b)));
  expect([await readCounter(a.read), await readCounter(b.read)]).toEqual([60, 60]);
});

test('while another process holds the lock writers wait, and afterwards none reads old rows', async () => {
  const url = fileUrl(testFolder());
  const db = await openTestDatabase(url);
  await withTransaction(db, (tx) => tx.insert(policyVersions).values(row('counter')));
  const other = createClient({ url, concurrency: 1 });
  const held = await other.transaction('write');
  await held.execute("UPDATE policy_versions SET version = '100' WHERE id = 'counter'");
  const writing = Promise.all(Array.from({ length: 5 }, () => increment(db)));
  await new Promise((resolve) => setTimeout(resolve, 400));
  await held.commit();
  other.close();
  await writing;
  expect(await readCounter(db.read)).toBe(105);
});

test('a failure rolls everything back and does not hold up the next writer', async () => {
  const db = await openTestDatabase();
  const failing = withTransaction(db, async (tx) => {
    await tx.insert(policyVersions).values(row('lost'));
    throw new Error('no');
  });
  const next = withTransaction(db, (tx) => tx.insert(policyVersions).values(row('kept')));
  await expect(failing).rejects.toThrow('no');
  await next;
  expect((await db.read.select().from(policyVersions)).map((each) => each.id)).toEqual(['kept']);
});

test('an outer transaction is reused; the database itself is refused inside one', async () => {
  const db = await openTestDatabase();
  await withTransaction(db, async (tx) => {
    await withTransaction(tx, (inner) => inner.insert(policyVersions).values(row('inner')));
    expect(await tx.select().from(policyVersions)).toHaveLength(1);
    await expect(withTransaction(db, async () => {})).rejects.toThrow('Already in a transaction');
    expect(() => db.read).toThrow('Read through the transaction');
  });
  expect(await db.read.select().from(policyVersions)).toHaveLength(1);
});

test('the reader cannot write', async () => {
  const db = await openTestDatabase();
  await expect(db.read.all(sql`DELETE FROM policy_versions`)).rejects.toThrow();
});

test('every row is on the disk before the answer, in a write-ahead log', async () => {
  const db = await openTestDatabase();
  await withTransaction(db, async (tx) => {
    expect(await tx.all(sql`PRAGMA journal_mode`)).toEqual([{ journal_mode: 'wal' }]);
    expect(await tx.all(sql`PRAGMA synchronous`)).toEqual([{ synchronous: 2 }]);
    expect(await tx.all(sql`PRAGMA foreign_keys`)).toEqual([{ foreign_keys: 1 }]);
  });
});

test('the migrations make the tables the code speaks of', async () => {
  const db = await openTestDatabase();
  const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
  expect(tables.length).toBeGreaterThan(40);
  for (const table of tables) {
    const { name, columns } = getTableConfig(table);
    const made = await db.read.all<{ name: string; notnull: number }>(sql.raw(`PRAGMA table_info(${name})`));
    const spoken = columns.map((column) => [column.name, column.notNull]);
    expect(made.map((column) => [column.name, column.notnull === 1])).toEqual(spoken);
  }
});

test('several processes may migrate at once, and again', async () => {
  const url = fileUrl(testFolder());
  const all = await Promise.all([1, 2, 3].map(() => openDatabase({ url })));
  await Promise.all(all.map((db) => migrateDatabase(db, shipped.migrationsDir)));
  for (const db of all) await migrateDatabase(db, shipped.migrationsDir);
  expect(await all[0]?.read.select().from(policyVersions)).toEqual([]);
  for (const db of all) db.close();
});
