import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOW, openTestApp, openTestDatabase, TEST_USER } from '../../testing/open-test-app.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import type { StaffRole } from '../identity/roles.ts';
import { staffRoles, users } from '../identity/table.ts';
import { appendAudit } from './append-audit.ts';
import type { AuditPage, ChainReport } from './contract.ts';
import { digestOf } from './entry-digest.ts';
import { logPersonalView } from './log-personal-view.ts';
import { auditEntries } from './table.ts';
import { verifyChain } from './verify-chain.ts';

const WANG = { userId: 'u1', name: '王敏', kind: 'firm', staff: [], firms: [] } as const;

/** A trail of `length` acts, one a minute. */
async function writeTrail(database: Database, length: number): Promise<void> {
  await withTransaction(database, async (tx) => {
    for (let i = 0; i < length; i++) {
      const now = new Date(NOW.getTime() + i * 60_000);
      const act = { actor: i % 3 === 0 ? ('system' as const) : WANG, now, requestId: `r${i}` };
      const action = i % 2 === 0 ? 'application.submitted' : 'file.viewed';
      await appendAudit(tx, act, {
        action,
        subject: { type: 'application', id: `a${i % 5}` },
        details: { i, why: '=1+1' },
      });
    }
  });
}

/** What an attacker with the file in hand can do: the guards of the table are no hindrance. */
async function tamper(database: Database, statements: readonly string[]): Promise<void> {
  const { writer } = database.gate;
  for (const guard of ['audit_entries_stay', 'audit_entries_are_kept']) await writer.run(`DROP TRIGGER ${guard}`);
  for (const statement of statements) await writer.run(statement);
}

async function addStaff(database: Database, id: string, role: StaffRole): Promise<void> {
  const at = NOW.toISOString();
  await withTransaction(database, async (tx) => {
    await tx.insert(users).values({ id, name: id, email: `${id}@x.cn`, kind: 'staff', createdAt: NOW, updatedAt: NOW });
    await tx.insert(staffRoles).values({ id, userId: id, role, grantedAt: at, grantedBy: 'test' });
  });
}

describe('the chain', () => {
  test('holds over an untouched trail, also an empty one', async () => {
    const database = await openTestDatabase();
    expect(await verifyChain(database.read)).toMatchObject({ entries: 0, problem: null });
    await writeTrail(database, 2100);
    expect(await verifyChain(database.read)).toMatchObject({ entries: 2100, problem: null });
  });

  test('the table refuses changes and removals', async () => {
    const database = await openTestDatabase();
    await writeTrail(database, 3);
    const { writer } = database.gate;
    await expect(writer.run("UPDATE audit_entries SET actor_name = 'x' WHERE seq = 2")).rejects.toThrow();
    await expect(writer.run('DELETE FROM audit_entries WHERE seq = 3')).rejects.toThrow();
    expect((await verifyChain(database.read)).problem).toBeNull();
  });

  const COLUMNS = [
    'at',
    'actor_id',
    'actor_name',
    'action',
    'subject_id',
    'details',
    'request_id',
    'algorithm',
    'digest',
    'previous_digest',
  ];
  type Tampering = (seq: number, length: number, column: string) => readonly string[];
  const shift = (seq: number) => [
    `UPDATE audit_entries SET seq = -seq WHERE seq >= ${seq}`,
    'UPDATE audit_entries SET seq = 1 - seq WHERE seq < 0',
  ];
  const copyTo = (from: number, to: number) =>
    `INSERT INTO audit_entries SELECT ${to}, at, actor_id, actor_name, action, subject_type, subject_id, details, request_id, algorithm, previous_digest, digest FROM audit_entries WHERE seq = ${from}`;
  const TAMPERINGS: Readonly<Record<string, Tampering>> = {
    changed: (seq, _, column) => [`UPDATE audit_entries SET ${column} = ${column} || 'x' WHERE seq = ${seq}`],
    removed: (seq) => [`DELETE FROM audit_entries WHERE seq = ${seq}`],
    'removed and closed up': (seq) => [
      `DELETE FROM audit_entries WHERE seq = ${seq}`,
      `UPDATE audit_entries SET seq = -seq WHERE seq > ${seq}`,
      'UPDATE audit_entries SET seq = -seq - 1 WHERE seq < 0',
    ],
    inserted: (seq) => [...shift(seq), copyTo(seq + 1, seq)],
    'put at the end': (seq, length) => [copyTo(seq, length + 1)],
    'swapped with the next': (seq, length) => {
      const next = seq === length ? seq - 1 : seq + 1;
      return [
        `UPDATE audit_entries SET seq = -1 WHERE seq = ${seq}`,
        `UPDATE audit_entries SET seq = ${seq} WHERE seq = ${next}`,
        `UPDATE audit_entries SET seq = ${next} WHERE seq = -1`,
      ];
    },
    'cut off': (seq) => [`DELETE FROM audit_entries WHERE seq >= ${seq}`],
  };

  // INVARIANT (audit-chain)
  test.each(Object.entries(TAMPERINGS))(
    'any single row %s is found, and nothing before it is blamed',
    async (_, make) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 2, max: 12 }),
          fc.nat(),
          fc.constantFrom(...COLUMNS),
          async (length, at, column) => {
            const database = await openTestDatabase();
            await writeTrail(database, length);
            const seq = (at % length) + 1;
            await tamper(database, make(seq, length, column));
            const { problem } = await verifyChain(database.read);
            expect(problem).not.toBeNull();
            expect(problem?.seq).toBeGreaterThanOrEqual(seq === length ? seq - 1 : seq);
            expect(problem?.seq).toBeLessThanOrEqual(length + 1);
            database.close();
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  test('a row rewritten with a fitting digest of its own is found by the row after it, or by the head', async () => {
    for (const seq of [1, 3, 5]) {
      const database = await openTestDatabase();
      await writeTrail(database, 5);
      const rows = await database.read.select().from(auditEntries);
      const row = rows.find((each) => each.seq === seq);
      if (!row) throw new Error('no row');
      const digest = digestOf({ ...row, actorName: '别人' });
      await tamper(database, [`UPDATE audit_entries SET actor_name = '别人', digest = '${digest}' WHERE seq = ${seq}`]);
      expect((await verifyChain(database.read)).problem).toEqual({ seq, kind: 'changed' });
    }
  });

  test('acts of many at once make one chain', async () => {
    const database = await openTestDatabase();
    await Promise.all(Array.from({ length: 100 }, () => writeTrail(database, 2)));
    expect(await verifyChain(database.read)).toMatchObject({ entries: 200, problem: null });
  });
});

describe('reading the trail', () => {
  async function openTrail() {
    const opened = await openTestApp();
    await addStaff(opened.database, 'auditor', 'auditor');
    await addStaff(opened.database, 'clerk', 'intake-clerk');
    await writeTrail(opened.database, 120);
    const get = (path: string, user = 'auditor') => opened.app.request(path, { headers: { [TEST_USER]: user } });
    const page = async (query: string) => (await (await get(`/api/v1/audit?${query}`)).json()) as AuditPage;
    return { ...opened, get, page };
  }

  test('is for auditors and security administrators', async () => {
    const { get, app } = await openTrail();
    for (const path of ['/api/v1/audit', '/api/v1/audit/export', '/api/v1/audit/verification']) {
      expect([path, (await get(path)).status, (await get(path, 'clerk')).status]).toEqual([path, 200, 403]);
      expect((await app.request(path)).status).toBe(401);
    }
  });

  test.each([
    ['actor=u1', 80],
    ['actor=%E7%8E%8B', 80],
    ['action=file.viewed', 60],
    ['action=application.', 60],
    ['subjectType=application&subject=a1', 24],
    ['actor=u1&action=file.', 40],
    ['from=2026-04-01&to=2026-04-01', 120],
    ['from=2026-04-02', 0],
    ['actor=%25', 0],
  ])('filtered by %s shows, and exports, exactly those', async (query, wanted) => {
    const { page, get } = await openTrail();
    const seen: number[] = [];
    let cursor: number | null = null;
    do {
      const { entries, next }: AuditPage = await page(`${query}&limit=50${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...entries.filter(({ requestId }) => requestId.startsWith('r')).map(({ seq }) => seq));
      cursor = next;
    } while (cursor !== null);
    expect(seen).toHaveLength(wanted);
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a));
    const lines = (await (await get(`/api/v1/audit/export?format=ndjson&${query}`)).text()).trim().split('\n');
    const exported = lines.filter(Boolean).map((line) => JSON.parse(line) as { seq: number; requestId: string });
    expect(exported.filter((each) => /^r\d+$/.test(each.requestId)).map(({ seq }) => seq)).toEqual(seen.toReversed());
  });

  test('an export is a CSV that a spreadsheet reads as text, and stands in the trail itself', async () => {
    const { get, page } = await openTrail();
    const answer = await get('/api/v1/audit/export?subject=a1');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines).toHaveLength(25);
    expect(lines[1]).toContain('"{""i"":1,""why"":""=1+1""}"');
    expect((await page('action=audit.exported')).entries[0]?.details).toEqual({ format: 'csv', subject: 'a1' });
  });

  test('says whether the chain holds', async () => {
    const { get, database } = await openTrail();
    const report = async () => (await (await get('/api/v1/audit/verification')).json()) as ChainReport;
    expect((await report()).problem).toBeNull();
    await tamper(database, ["UPDATE audit_entries SET details = '{}' WHERE seq = 60"]);
    expect((await report()).problem).toEqual({ seq: 60, kind: 'changed' });
  });

  test('a view of personal data leaves the fields in the trail, never their values, once a person, subject and day', async () => {
    const { database, page } = await openTrail();
    const clerk = { userId: 'clerk', name: '李工', kind: 'staff', staff: [], firms: [] } as const;
    const view = (actor: typeof WANG | typeof clerk, hours: number, id = 'f1') => {
      const act = { database, actor, now: new Date(NOW.getTime() + hours * 3_600_000), requestId: 'view' };
      return logPersonalView(act, { subject: { type: 'firm', id }, fields: ['phone'] });
    };
    // Early on the day, late on it, the next day; another firm; and somebody of the firm, who is no official.
    for (const hours of [0.1, 19, 21]) await view(clerk, hours);
    await view(clerk, 21, 'f2');
    await view(WANG, 21);
    const seen = {
      action: 'personal-data.viewed',
      actorId: 'clerk',
      subjectType: 'firm',
      details: { fields: ['phone'] },
    };
    expect((await page('action=personal-data.viewed')).entries).toMatchObject([
      { ...seen, subjectId: 'f2' },
      { ...seen, subjectId: 'f1', at: '2026-04-01T17:00:00.000Z' },
      { ...seen, subjectId: 'f1', at: '2026-03-31T20:06:00.000Z' },
    ]);
  });
});
