/**
 * The studio's trial and slider on every firm on file: `node --import tsx tests/bench/run-studio.ts [firms] [open]`. The real verbs
 * on a real database file; only the firms are made up, and `open` in a thousand of them lack two figures, not all the same.
 * Told apart: what is made ready when a draft is opened, the first trial, one after a figure of the text changed, the same
 * once more, one after figures of firms on file changed, a slider. `--cold` makes nothing ready.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FactDef, type PolicyDoc, valueAtPath } from '@tidu/rules';
import { shipped } from '../../packages/api/src/config.ts';
import { migrateDatabase } from '../../packages/api/src/db/migrate-database.ts';
import { type Database, openDatabase } from '../../packages/api/src/db/open-database.ts';
import { withTransaction } from '../../packages/api/src/db/with-transaction.ts';
import { createLocalStore } from '../../packages/api/src/files/local-store.ts';
import type { Actor } from '../../packages/api/src/identity/actor.ts';
import { loadPolicies } from '../../packages/api/src/policies/load-policies.ts';
import { readPolicyFiles } from '../../packages/api/src/policies/read-policy-files.ts';
import { createDraft } from '../../packages/api/src/studio/drafts/create-draft.ts';
import { findDraft } from '../../packages/api/src/studio/drafts/describe-draft.ts';
import { editDraft } from '../../packages/api/src/studio/drafts/save-draft.ts';
import { documentOf } from '../../packages/api/src/studio/texts.ts';
import { describeTrial } from '../../packages/api/src/studio/trials/describe-trial.ts';
import { makeReady } from '../../packages/api/src/studio/trials/make-ready.ts';
import { startTrial } from '../../packages/api/src/studio/trials/start-trial.ts';
import { sweepFigure } from '../../packages/api/src/studio/trials/sweep-figure.ts';

const FIRMS = Number(process.argv[2] ?? 100_000);
const OPEN = Number(process.argv[3] ?? 0);
const RUNS = 3;
const TODAY = new Date().toISOString().slice(0, 10);
const PATH = 'tiers.1.routes.1.when.of.1.b.value';
const editor: Actor = { userId: 'e', name: '程拟稿', kind: 'staff', staff: [{ role: 'policy-editor' }], firms: [] };

const TOLD = ['registeredOn', 'revenue', 'operatingProfit'];
const GOOD = ['independentLegalPerson', 'registeredInChina', 'registeredInZone', 'taxInZone', 'ownCoreIp'];

/** A value that opens nothing, so that no firm is left to the reference. */
function plain({ id, type, domain }: FactDef): readonly (readonly [year: string, value: string])[] {
  if (type === 'series') return ['2023', '2024', '2025'].map((year) => [year, '"100"']);
  if (type === 'bool') return [['', String(GOOD.includes(id))]];
  if (type === 'enum') return [['', JSON.stringify(domain?.values?.[0]?.id ?? '')]];
  return type === 'list' ? [['', '[]']] : [['', type === 'date' ? '"2018-05-01"' : '"0"']];
}

/** Firms by SQL alone: revenue spread around every threshold, growth from −10 to +50 %. */
async function seed(database: Database, defs: readonly FactDef[]): Promise<void> {
  const facts = (id: string, year: string, value: string) =>
    `INSERT INTO firm_facts (id, firm_id, fact_id, year, state, value, source, evidence, recorded_at, recorded_by)
     SELECT '${id}${year}-' || f.id, f.id, '${id}', '${year}', 'known', ${value}, 'declared', '[]', '2026-01-01', 's' FROM firms f
     ${lacking(defs.findIndex((def) => def.id === id))}`;
  // By turns every figure is one of those that some firms lack.
  function lacking(k: number): string {
    const turns = `(f.rowid % ${defs.length} = ${k} OR f.rowid * 7 % ${defs.length} = ${k})`;
    return k < 0 ? '' : `WHERE NOT (f.rowid / 7 % 1000 < ${OPEN} AND ${turns})`;
  }
  const size = `(20000000 + (abs(f.rowid * 7919) % 180000000))`;
  const growth = `(90 + (abs(f.rowid * 104729) % 60))`;
  const figures = [
    facts('revenue', '2023', `'"' || ${size} || '"'`),
    facts('revenue', '2024', `'"' || (${size} * ${growth} / 100) || '"'`),
    facts('revenue', '2025', `'"' || (${size} * ${growth} * ${growth} / 10000) || '"'`),
    facts('operatingProfit', '2025', `'"1000000"'`),
    ...defs
      .filter(({ id }) => !TOLD.includes(id))
      .flatMap((def) => plain(def).map(([year, value]) => facts(def.id, year, `'${value}'`))),
  ];
  await withTransaction(database, async (tx) => {
    await tx.run(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${FIRMS})
      INSERT INTO firms (id, credit_code, name, registered_on, industry_code, registered_address, legal_representative,
        version, created_at, created_by, updated_at, updated_by)
      SELECT printf('firm-%08d', i), printf('91330201MA%08d', i), '宁波试算' || i || '号有限公司', '2018-05-01', '3985',
        '聚贤路', '王', 1, '2026-01-01', 's', '2026-01-01', 's' FROM n`);
    for (const statement of figures) await tx.run(statement);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'tidu-bench-'));
try {
  const database = await openDatabase({ url: pathToFileURL(join(folder, 'tidu.db')).href });
  await migrateDatabase(database, shipped.migrationsDir);
  await loadPolicies(database, readPolicyFiles(shipped.policiesDir), new Date());
  const act = { database, actor: editor, now: new Date('2026-04-01T02:00:00Z'), requestId: 'bench' };
  const from = {
    from: 'text',
    ref: 'version:nbhtz-ladder:2020-11-23',
    inForceFrom: '2026-07-01',
    title: '试算',
  } as const;
  const { id } = await createDraft(act, from);
  const doc = documentOf(await findDraft(database.read, id)) as unknown as PolicyDoc;
  await seed(database, doc.facts);
  if (valueAtPath(doc, PATH) !== '15%') throw new Error('the figure has moved: mend PATH');
  const change = (version: number, value: string) =>
    editDraft(act, { draftId: id, version, summary: '', ops: [{ op: 'replace' as const, path: PATH, value }] });
  const population = { kind: 'on-file' } as const;
  const files = createLocalStore(folder);
  console.log(`\nThe studio on ${FIRMS.toLocaleString('en')} firms on file\n`);
  const tried = async (what: string) => {
    const startedAt = performance.now();
    const used = process.cpuUsage();
    const trial = await startTrial(act, files, id, { population });
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 10);
      last = performance.now();
    }, 10);
    await trial.done;
    clearInterval(watch);
    const { sides, seconds } = await describeTrial(database.read, editor, trial.id);
    const all = ((performance.now() - startedAt) / 1000).toFixed(2);
    const { user, system } = process.cpuUsage(used);
    const { losers, byReference } = sides[0]?.impact ?? {};
    console.log(
      `| ${what} | ${all} s | processor ${((user + system) / 1e6).toFixed(2)} s | judging ${seconds?.toFixed(2)} s | ${losers?.count} lose, ${byReference?.after} by the reference | others waited ${longest.toFixed(0)} ms |`,
    );
  };
  const startedAt = performance.now();
  if (!process.argv.includes('--cold'))
    await makeReady({ db: database.read, store: files }, await findDraft(database.read, id), act.now);
  console.log(
    `| made ready when a draft is opened | ${((performance.now() - startedAt) / 1000).toFixed(2)} s | | | | |`,
  );
  for (let run = 0; run <= 2 * RUNS; run++) {
    // Every other trial has another figure than the one before; from 20 % on another way in lets the same firms pass.
    if (run % 2 === 0) await change(run / 2, `${19 - run / 2}%`);
    await tried(run === 0 ? 'first trial' : run % 2 === 0 ? 'trial, another figure' : 'the same again');
  }
  for (const firms of [1, 1, 100, 2000]) {
    await withTransaction(database, (tx) =>
      tx.run(`UPDATE firm_facts SET value = '"' || (100000000 + abs(rowid * 7919) % 1000000) || '"'
        WHERE id IN (SELECT id FROM firm_facts WHERE fact_id = 'revenue' AND year = '2024' AND rowid % 7 = ${firms % 7} LIMIT ${firms})`),
    );
    await tried(`after a figure of ${firms} firms on file changed`);
  }
  for (let run = 0; run < RUNS; run++) {
    const used = process.cpuUsage();
    const { seconds, points, mode } = await sweepFigure(
      { db: database.read, store: files },
      id,
      { path: PATH, population },
      TODAY,
    );
    const { user, system } = process.cpuUsage(used);
    const processor = `processor ${((user + system) / 1e6).toFixed(2)} s`;
    console.log(`| slider, ${points.length} positions | ${seconds.toFixed(2)} s | ${processor} | ${mode} | | |`);
  }
  console.log(`\nResident memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
  database.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
