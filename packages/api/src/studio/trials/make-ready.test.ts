import { expect, test } from 'vitest';
import { gazelle2026 } from '../../../testing/open-cases.ts';
import { openStudio } from '../../../testing/open-studio.ts';
import { NOW, openTestFiles } from '../../../testing/open-test-app.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { judgeTexts } from './judge-texts.ts';
import { makeLatestReady, makeReady } from './make-ready.ts';
import { textsAsked } from './texts-asked.ts';

type Studio = Awaited<ReturnType<typeof openStudio>>;

/** Firms by SQL, all with the figures of a gazelle. */
async function seed({ database }: Studio, from: number, to: number): Promise<void> {
  const revenue = { '2023': '100000000', '2024': '115000000', '2025': '132250000' };
  const rows = Object.entries({ ...gazelle2026, revenue }).flatMap(([fact, value]) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([year, of]) => [fact, year, JSON.stringify(of)])
      : [[fact, '', JSON.stringify(value)]],
  );
  await withTransaction(database, async (tx) => {
    await tx.run(`WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
      INSERT INTO firms (id, credit_code, name, registered_on, industry_code, registered_address, legal_representative,
        version, created_at, created_by, updated_at, updated_by)
      SELECT printf('firm-%05d', i), 'code' || i, '甲' || i, '2018-05-01', '3985', '-', '-', 1, '-', '-', '-', '-' FROM n`);
    for (const [fact, year, value] of rows)
      await tx.run(`INSERT INTO firm_facts (id, firm_id, fact_id, year, state, value, source, recorded_at, recorded_by)
        SELECT '${fact}${year}-' || id, id, '${fact}', '${year}', 'known', '${value}', 'declared', '-', '-'
        FROM firms WHERE id BETWEEN printf('firm-%05d', ${from}) AND printf('firm-%05d', ${to})`);
  });
}

test('many firms are made ready once, again after a change on file, and the change is in the next trial', async () => {
  const s = await openStudio();
  const { read } = s.database;
  const { store } = await openTestFiles();
  const place = { db: read, store };
  const { id } = await s.newDraft();
  const draft = () => findDraft(read, id);
  await seed(s, 1, 20);
  expect(await makeReady(place, await draft(), NOW), 'few firms need nothing').toBe(false);
  await seed(s, 21, 2020);
  expect(await makeReady(place, await draft(), NOW)).toBe(true);
  expect(await makeReady(place, await draft(), NOW)).toBe(false);
  await s.edit(id, [{ op: 'replace', path: 'label.zh-CN', value: '另一名称' }]);
  expect(await makeReady(place, await draft(), NOW), 'another wording finds all ready').toBe(false);
  const tried = async () => {
    const { texts } = await textsAsked(read, await draft(), { population: { kind: 'on-file' } }, NOW);
    const steps = new Set<string>();
    const { impacts, opened } = await judgeTexts(place, texts, ({ step }) => steps.add(step));
    const [impact] = impacts;
    const held = impact?.matrix[impact.standings.indexOf('gazelle')]?.[impact.standings.indexOf('gazelle')];
    return { steps: [...steps], held, digest: opened.digest };
  };
  const before = await tried();
  expect(before).toMatchObject({ steps: ['judging'], held: 2020 });
  await withTransaction(s.database, (tx) =>
    tx.run(
      `UPDATE firm_facts SET value = '"90000000"' WHERE id IN ('revenue2025-firm-00007', 'revenue2025-firm-02020')`,
    ),
  );
  const after = await tried();
  expect(after).toMatchObject({ steps: ['judging'], held: 2018 });
  expect(after.digest).not.toBe(before.digest);
  expect(await makeReady(place, await draft(), NOW)).toBe(true);
  await s.edit(id, [{ op: 'replace', path: 'pick', value: 'lowest' }]);
  await withTransaction(s.database, (tx) =>
    tx.run(`UPDATE firm_facts SET value = '"1"' WHERE id LIKE 'revenue2025%7'`),
  );
  expect(await makeReady(place, await draft(), NOW), 'a text that cannot be read is left alone').toBe(false);
  await expect(makeLatestReady(place, NOW)).resolves.toBeUndefined();
});
