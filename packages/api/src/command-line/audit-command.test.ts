import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { fileUrl, NOW, openTestDatabase, testFolder } from '../../testing/open-test-app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { createProgram, runProgram } from './create-program.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

async function openTrail() {
  const folder = testFolder();
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('INIT_CWD', folder);
  const database = await openTestDatabase(fileUrl(folder));
  await withTransaction(database, async (tx) => {
    for (let i = 0; i < 5; i++) {
      const act = { actor: 'system', now: NOW, requestId: `r${i}` } as const;
      await appendAudit(tx, act, { action: i < 3 ? 'a.done' : 'b.done', subject: { type: 'x', id: `${i}` } });
    }
  });
  const run = async (...args: string[]) => {
    const said: string[] = [];
    process.exitCode = undefined;
    await runProgram(
      createProgram((text) => said.push(text)),
      ['audit', ...args],
      (text) => said.push(text),
    );
    return { code: process.exitCode ?? 0, said: said.join('\n') };
  };
  return { folder, database, run };
}

test('verify says that the trail holds, and names the digest of its end', async () => {
  const { run } = await openTrail();
  const { code, said } = await run('verify');
  expect([code, said]).toEqual([0, expect.stringMatching(/5 条[\s\S]*[0-9a-f]{64}/)]);
});

test('verify names the first broken row and ends with 1', async () => {
  const { run, database } = await openTrail();
  await database.gate.writer.run('DROP TRIGGER audit_entries_stay');
  await database.gate.writer.run("UPDATE audit_entries SET action = 'c.done' WHERE seq = 4");
  expect(await run('verify')).toEqual({ code: 1, said: expect.stringContaining('第 4 条被改动过') });
});

test('export writes exactly what is asked for', async () => {
  const { run, folder } = await openTrail();
  expect((await run('export', '--out', 'a.ndjson', '--format', 'ndjson', '--action', 'b.')).code).toBe(0);
  const lines = readFileSync(join(folder, 'a.ndjson'), 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([4, 5]);
  expect((await run('export')).code).toBe(2);
});
