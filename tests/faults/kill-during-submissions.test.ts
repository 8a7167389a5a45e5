import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyChain } from '../../packages/api/src/audit/verify-chain.ts';
import { readConfig } from '../../packages/api/src/config.ts';
import { openDatabase } from '../../packages/api/src/db/open-database.ts';
import { prepareDatabase } from '../../packages/api/src/start-server.ts';
import { createCaller, PASSWORD } from '../support/office/person.ts';
import { readWhole, type Whole } from './read-whole.ts';
import { type SeededDraft, SIGNER, seedDrafts } from './seed-drafts.ts';
import { startProcess } from './start-process.ts';

const SUBMISSIONS = 1_000;
const CLIENTS = 8;
const NOW = new Date('2026-04-01T10:00:00+08:00');

type Acknowledged = Map<string, string>;

test('killed in the middle of a thousand submissions, the server has every one it acknowledged and no half of any', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tidu-kill-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const config = readConfig({ DATA_DIR: dataDir });
  const prepared = await prepareDatabase(config);
  const drafts = await seedDrafts(config, prepared, { now: NOW, drafts: SUBMISSIONS, clients: CLIENTS });
  prepared.close();

  // Anywhere but at the edges; said in every failure, so that it can be tried again.
  const killAfter = 100 + Math.floor(Math.random() * 600);
  const first = await startProcess(dataDir, NOW);
  onTestFinished(first.kill);
  const acknowledged: Acknowledged = new Map();
  await submitAll(first.url, drafts, (id, number) => {
    acknowledged.set(id, number);
    if (acknowledged.size === killAfter) void first.kill();
  });
  await first.kill();
  expect(acknowledged.size).toBeGreaterThanOrEqual(killAfter);
  expect(acknowledged.size).toBeLessThan(SUBMISSIONS);

  const second = await startProcess(dataDir, NOW);
  onTestFinished(second.kill);
  const database = await openDatabase(config.database);
  onTestFinished(() => database.close());
  const kept = await readWhole(database);
  expect(await verifyChain(database.read), `killed after ${killAfter}`).toMatchObject({ problem: null });
  requireWhole(kept, `killed after ${killAfter}`);
  const byId = new Map(kept.map((each) => [each.id, each]));
  for (const [id, number] of acknowledged)
    expect(byId.get(id), `killed after ${killAfter}`).toMatchObject({ state: 'submitted', number });

  // Firms that had no answer ask again: each case is submitted once, whatever had become of the first attempt.
  const rest = drafts.filter(({ id }) => !acknowledged.has(id)).slice(0, 10 * CLIENTS);
  const again: Acknowledged = new Map();
  const refused = await submitAll(second.url, rest, (id, number) => void again.set(id, number));
  const committed = kept.filter(({ id, state }) => state === 'submitted' && !acknowledged.has(id));
  expect(refused).toEqual(committed.map(() => 409));
  const all = await readWhole(database);
  requireWhole(all, `killed after ${killAfter}, then went on`);
  expect(all.filter(({ state }) => state === 'submitted')).toHaveLength(acknowledged.size + rest.length);
  expect(await verifyChain(database.read)).toMatchObject({ problem: null });
}, 180_000);

/** Each client signs in once and submits its firms' drafts one after the other; all clients at the same time. */
async function submitAll(
  url: string,
  drafts: readonly SeededDraft[],
  onDone: (id: string, number: string) => void,
): Promise<readonly number[]> {
  const refused: number[] = [];
  const contacts = [...new Set(drafts.map(({ contact }) => contact))];
  const client = async (contact: string): Promise<void> => {
    const caller = createCaller(url);
    await caller.ask('POST', '/api/v1/session', { contact, password: PASSWORD });
    for (const { id } of drafts.filter((each) => each.contact === contact)) {
      const { status, body } = await caller.answer<{ number: string }>('POST', `/api/v1/applications/${id}/submit`, {
        declaration: '本企业承诺：以上内容和所附材料真实、完整、有效。',
        signedName: SIGNER,
        draftVersion: 1,
      });
      if (status === 200) onDone(id, body.number);
      else refused.push(status);
    }
  };
  await Promise.all(contacts.map((contact) => client(contact).catch(unlessGone)));
  return refused;
}

/** A client whose server is gone has no answer, and stops. */
function unlessGone(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}

/** Either a draft and nothing else, or a submission with all that belongs to it; numbers without a gap. */
function requireWhole(all: readonly Whole[], when: string): void {
  expect(all, when).toHaveLength(SUBMISSIONS);
  const submitted = all.filter(({ state }) => state === 'submitted');
  for (const each of all)
    expect(each, when).toEqual({ id: each.id, ...(each.state === 'submitted' ? wholeOf(each) : DRAFT) });
  const numbers = submitted.map(({ number }) => number).toSorted();
  expect(numbers, when).toEqual(numbers.map((_, i) => `TD-2026-${String(i + 1).padStart(6, '0')}`));
}

const DRAFT = {
  state: 'draft',
  number: null,
  version: 1,
  draft: 1,
  submissions: 0,
  frozen: false,
  events: 0,
  clocks: 0,
  holds: 0,
  indexed: 0,
  facts: 0,
  audited: 0,
};

const wholeOf = ({ number }: Whole) => ({
  state: 'submitted',
  number,
  version: 2,
  draft: 0,
  submissions: 1,
  frozen: true,
  events: 1,
  clocks: 1,
  holds: 5,
  indexed: 1,
  // The day of registration stands in the profile already.
  facts: 10,
  audited: 1,
});
