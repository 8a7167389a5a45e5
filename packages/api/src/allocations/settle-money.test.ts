import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOffice } from '../../testing/open-office.ts';
import { NOW } from '../../testing/open-test-app.ts';
import { readApplication } from '../applications/queries.ts';
import type { StateId } from '../applications/states.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { listLedger, moneyIn, readCaseMoney, readPoolYear } from './queries.ts';
import { settleMoney } from './settle-money.ts';

const KEY = { policyId: 'nbhtz-three-pools', poolId: 'major-st-programme', year: 2026 };
const BUDGET = 5_000_000_000;
const ACT = { actor: 'system', now: NOW, requestId: 'test' } as const;

async function office() {
  const opened = await openOffice();
  const firm = await opened.newFirm();
  const settle = (id: string, state: StateId, amountFen: number | null) =>
    withTransaction(opened.database, async (tx) => {
      const row = await readApplication(tx, id);
      if (!row) throw new Error('no case');
      await settleMoney(tx, ACT, { ...row, state, amountFen });
    });
  const account = async () => {
    const pool = await readPoolYear(opened.database.read, KEY);
    const entries = await listLedger(opened.database.read, KEY, [KEY.poolId]);
    return { pool, entries };
  };
  return { ...opened, firm, settle, account };
}

describe('settleMoney', () => {
  it('reserves on publicity, commits on approval, and each only once', async () => {
    const { newCase, firm, settle, database } = await office();
    const id = await newCase(firm, { state: 'in-publicity' });
    await settle(id, 'in-publicity', 1000);
    await settle(id, 'in-publicity', 1000);
    expect(await readCaseMoney(database.read, id)).toMatchObject({ reservedFen: 1000, committedFen: 0 });
    await settle(id, 'approved', 1000);
    await settle(id, 'approved', 1000);
    expect(await readCaseMoney(database.read, id)).toMatchObject({ reservedFen: 0, committedFen: 1000 });
  });

  it.each(['refused-finally', 'withdrawn', 'lapsed'] as const)('gives the money back on %s', async (state) => {
    const { newCase, firm, settle, database } = await office();
    const id = await newCase(firm, { state: 'in-publicity' });
    await settle(id, 'in-publicity', 1000);
    await settle(id, state, 1000);
    expect(await readCaseMoney(database.read, id)).toMatchObject({ reservedFen: 0, committedFen: 0 });
  });

  it('keeps the money of a refusal that can still be appealed', async () => {
    const { newCase, firm, settle, database } = await office();
    const id = await newCase(firm, { state: 'in-publicity' });
    await settle(id, 'in-publicity', 1000);
    await settle(id, 'refused', 1000);
    expect(await readCaseMoney(database.read, id)).toMatchObject({ reservedFen: 1000 });
  });

  it('touches no pool where the scheme has none', async () => {
    const { newCase, firm, settle, account } = await office();
    const id = await newCase(firm, { state: 'in-publicity', scheme: 'gazelle-recognition', facts: {} });
    await settle(id, 'in-publicity', null);
    expect((await account()).pool).toBeUndefined();
  });

  it('pool-never-overdrawn: 200 at once for 100 places leave exactly 100 served', async () => {
    const { newCase, firm, settle, account } = await office();
    const share = BUDGET / 100;
    const ids: string[] = [];
    for (let i = 0; i < 200; i++) ids.push(await newCase(firm, { state: 'in-publicity' }));
    const done = await Promise.allSettled(ids.map((id) => settle(id, 'in-publicity', share)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(['pool-exhausted']));
    const { pool, entries } = await account();
    expect(pool).toMatchObject({ reservedFen: BUDGET, committedFen: 0 });
    expect(moneyIn(entries)).toEqual({ reservedFen: BUDGET, committedFen: 0 });
  }, 120_000);

  it('pool-never-overdrawn: whatever happens in whatever order, the sums are those of the ledger and within the budget', async () => {
    const { newCase, firm, settle, account } = await office();
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push(await newCase(firm, { state: 'in-publicity' }));
    const step = fc.record({
      id: fc.constantFrom(...ids),
      state: fc.constantFrom<StateId>('in-publicity', 'approved', 'withdrawn', 'refused', 'refused-finally'),
      amountFen: fc.integer({ min: 0, max: BUDGET }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await Promise.allSettled(steps.map(({ id, state, amountFen }) => settle(id, state, amountFen)));
        const { pool, entries } = await account();
        if (!pool) return;
        expect(moneyIn(entries)).toEqual({ reservedFen: pool.reservedFen, committedFen: pool.committedFen });
        expect(pool.reservedFen + pool.committedFen).toBeLessThanOrEqual(BUDGET);
        expect(pool.reservedFen).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
