import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openOffice } from '../../../testing/open-office.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { firmFacts, firms } from '../table.ts';
import { changedSince, factsOfFirms, factsOfSome, lastChange } from './facts-of-firms.ts';

const NOTED = [
  ['a figure is recorded', (tx, firmId) => tx.insert(firmFacts).values(figure(firmId, newId(), '2025'))],
  ['a figure no longer counts', (tx) => tx.update(firmFacts).set({ supersededAt: '2026-04-01T00:00:00Z' })],
  ['a figure is mended in place', (tx) => tx.update(firmFacts).set({ value: '"9"' })],
  ['a figure is taken away', (tx) => tx.delete(firmFacts)],
  ['a firm comes to another industry', (tx) => tx.update(firms).set({ industryCode: '6510' })],
  ['a firm comes to another park', (tx) => tx.update(firms).set({ parkId: 'core' })],
  ['the day of its registration is mended', (tx) => tx.update(firms).set({ registeredOn: '2019-01-01' })],
] as const satisfies readonly (readonly [string, (tx: Transaction, firmId: string) => Promise<unknown>])[];

const figure = (firmId: string, id: string, year: string) => ({
  ...{ id, firmId, factId: 'revenue', year, state: 'known' as const, value: '"1"', source: 'declared' as const },
  ...{ recordedAt: '2026-01-01T00:00:00Z', recordedBy: 'someone' },
});

// INVARIANT (firm-changes): no way of writing passes by the list of changes, and it holds a firm once.
test('firm-changes: whatever a trial sees of a firm, a change of it is noted under a new number', async () => {
  const { database, newFirm } = await openOffice();
  const { firmId } = await newFirm();
  await withTransaction(database, (tx) => tx.insert(firmFacts).values(figure(firmId, newId(), '2024')));
  for (const [what, write] of NOTED) {
    const before = await lastChange(database.read);
    await withTransaction(database, async (tx) => {
      await write(tx, firmId);
    });
    expect(await changedSince(database.read, before, 10), what).toEqual([firmId]);
  }
  const last = await lastChange(database.read);
  await withTransaction(database, (tx) => tx.update(firms).set({ name: '改名', industryCode: '6510', version: 9 }));
  expect(await lastChange(database.read)).toBe(last);
  const other = await newFirm();
  expect(await changedSince(database.read, 0, 10)).toEqual([firmId, other.firmId]);
  expect(await changedSince(database.read, 0, 1)).toEqual([firmId]);
  await withTransaction(database, async (tx) => {
    await tx.run(`DELETE FROM firm_members WHERE firm_id = '${other.firmId}'`);
    await tx.delete(firms).where(eq(firms.id, other.firmId));
  });
  expect(await changedSince(database.read, last, 10)).toEqual([other.firmId]);
});

test('some firms are told as all are, and those no longer there are left out', async () => {
  const { database, newFirm } = await openOffice();
  const ids = [(await newFirm()).firmId, (await newFirm()).firmId, (await newFirm()).firmId];
  for (const firmId of ids)
    await withTransaction(database, (tx) => tx.insert(firmFacts).values(figure(firmId, newId(), '2024')));
  const all = await factsOfFirms(database.read, '', 10);
  expect(all.map(({ id }) => id)).toEqual(ids);
  expect(await factsOfSome(database.read, [ids[2] ?? '', 'gone', ids[0] ?? ''])).toEqual([all[0], all[2]]);
});
