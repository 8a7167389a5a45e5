import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shippedCalendar } from '@tidu/rules/calendar';
import { shipped } from '../../packages/api/src/config.ts';
import { migrateDatabase } from '../../packages/api/src/db/migrate-database.ts';
import { type Database, openDatabase } from '../../packages/api/src/db/open-database.ts';
import type { Actor } from '../../packages/api/src/identity/actor.ts';
import type { CaseFilters } from '../../packages/api/src/review/desk/contract.ts';
import { describeCases } from '../../packages/api/src/review/desk/describe-cases.ts';
import { exportCases } from '../../packages/api/src/review/desk/export-cases.ts';
import { readOverview } from '../../packages/api/src/review/desk/overview.ts';
import { countCases, listCases } from '../../packages/api/src/review/desk/queries.ts';
import { seedCases } from './desk-cases.ts';

const CASES = 100_000;
const TODAY = '2026-04-01';
const RUNS = 40;

const clerk: Actor = { userId: 'clerk', name: '陈晨', kind: 'staff', staff: [{ role: 'intake-clerk' }], firms: [] };
const reviewer: Actor = {
  userId: 'reviewer',
  name: '周岚',
  kind: 'staff',
  staff: [{ role: 'department-reviewer', department: 'tax' }],
  firms: [],
};

interface Asked {
  readonly name: string;
  readonly filters: CaseFilters;
  readonly actor?: Actor;
}

/** What people do at the desk, the likely and the awkward. */
const LISTS: readonly Asked[] = [
  { name: 'the queue', filters: {} },
  { name: 'the queue of one department', filters: {}, actor: reviewer },
  { name: 'open tasks of my department', filters: { task: 'mine' }, actor: reviewer },
  { name: 'one state', filters: { state: 'in-decision' } },
  { name: 'five states', filters: { state: 'submitted,in-review,in-decision,returned,approved' } },
  { name: 'one scheme and state', filters: { scheme: 'tech-loan', state: 'submitted' } },
  { name: 'overdue', filters: { overdue: '1' } },
  { name: 'due within 5 working days', filters: { dueWithin: '5' } },
  { name: 'open conflicts', filters: { conflicts: '1' } },
  { name: 'assigned to me', filters: { assigned: 'me' } },
  { name: 'submitted on one day', filters: { submittedFrom: '2025-06-03', submittedTo: '2025-06-03' } },
  { name: 'a pool year nobody claimed', filters: { poolYear: '2019' } },
  { name: 'waiting on firms', filters: { turn: 'firm' } },
  { name: 'search 有限公司 (in every name)', filters: { q: '有限公司' } },
  { name: 'search 青瓷联 (some names)', filters: { q: '青瓷联' } },
  { name: 'search 青瓷 (two characters)', filters: { q: '青瓷' } },
  { name: 'search 鑫鑫 (two, in none)', filters: { q: '鑫鑫' } },
  { name: 'search 甬 (one character)', filters: { q: '甬' } },
  { name: 'search nbqclgd (pinyin initials)', filters: { q: 'nbqclgd' } },
  { name: 'search ningboqingci (pinyin)', filters: { q: 'ningboqingci' } },
  { name: 'search by number', filters: { q: 'TD-2025-012345' } },
  { name: 'search by credit code', filters: { q: '91330201MA0012345X' } },
  { name: 'search 有限公司 among refused', filters: { q: '有限公司', state: 'refused-finally' } },
  { name: 'search of a reviewer', filters: { q: '机器人' }, actor: reviewer },
];

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;

async function time(work: () => Promise<unknown>, runs = RUNS): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

const line = (name: string, times: readonly number[], bare: number): string => {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  return `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${(p50 / bare).toFixed(1)} |`;
};

async function listAll(database: Database, calendar: typeof shippedCalendar): Promise<void> {
  // The peer: fifty rows straight off an index of the same file, which is as little as a list can be.
  const bareTimes = await time(() =>
    database.read.all("select * from applications where state = 'in-review' order by due_on, id limit 50"),
  );
  const bare = quantile(bareTimes, 0.5);
  console.log(`\nthe desk with ${CASES} cases, milliseconds\n\n| | p50 | p95 | × bare list |\n|---|---:|---:|---:|`);
  console.log(line('bare indexed SELECT … LIMIT 50', bareTimes, bare));
  let worst = 0;
  for (const { name, filters, actor = clerk } of LISTS) {
    const asking = { actor, today: TODAY, calendar };
    const times = await time(async () => {
      const rows = await listCases(database.read, filters, asking, { limit: 51 });
      return describeCases(database.read, rows, asking);
    });
    worst = Math.max(worst, quantile(times, 0.95));
    console.log(line(name, times, bare));
  }
  const asking = { actor: clerk, today: TODAY, calendar };
  const countTimes = await time(() => countCases(database.read, {}, asking), 10);
  console.log(line('counts by state', countTimes, bare));
  console.log(
    line('counts of 有限公司', await time(() => countCases(database.read, { q: '有限公司' }, asking), 10), bare),
  );
  console.log(line('overview', await time(() => readOverview(database.read, asking), 10), bare));
  console.log(`\nlist and search: worst p95 ${worst.toFixed(1)} ms (limit 200 ms)`);
}

async function exportAll(database: Database, calendar: typeof shippedCalendar): Promise<void> {
  const act = { database, actor: clerk, now: new Date(), requestId: 'bench' };
  for (const format of ['csv', 'xlsx'] as const) {
    const start = performance.now();
    const { body } = await exportCases(act, { format }, { actor: clerk, today: TODAY, calendar });
    let [bytes, most] = [0, 0];
    for await (const chunk of body) {
      bytes += chunk.length;
      most = Math.max(most, process.memoryUsage().heapUsed);
    }
    const [seconds, mib] = [(performance.now() - start) / 1000, bytes / 2 ** 20];
    console.log(
      `export ${format}: ${CASES} rows, ${mib.toFixed(1)} MiB in ${seconds.toFixed(1)} s, heap at most ${Math.round(most / 2 ** 20)} MiB`,
    );
  }
}

/** Times the desk on a file of its own with `CASES` cases. */
export async function measureDesk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-desk-'));
  const database = await openDatabase({ url: pathToFileURL(join(folder, 'tidu.db')).href });
  try {
    await migrateDatabase(database, shipped.migrationsDir);
    await seedCases(database, CASES, TODAY);
    await listAll(database, shippedCalendar);
    await exportAll(database, shippedCalendar);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
