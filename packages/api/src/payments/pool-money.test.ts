import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPayments } from '../../testing/open-payments.ts';
import { listMovements, moneyIn, readPoolYear, spentIn } from '../allocations/queries.ts';

const POOL = { policyId: 'nbhtz-three-pools', poolId: 'major-st-programme', year: 2026 };
const ACTS = ['confirm', 'prepare', 'release', 'return', 'paid', 'bounced', 'stop', 'resumption', 'recover'] as const;

test('pool-never-overdrawn, recovery-within-paid, paid-once: whatever the finance people do in whatever order, the sums are those of the ledger', async () => {
  const office = await openPayments();
  const { ask, approved, part, see, confirm, prepare, release, results, releaser, preparer, database } = office;
  await office.giveAccount();
  const ids = [await approved(), await approved()];
  const orders: string[] = [];
  const act = async ([which, n, what]: readonly [number, number, (typeof ACTS)[number]]) => {
    const id = ids[which] ?? '';
    const { id: instalment, version } = await part(id, n);
    const order = orders.at(-1) ?? 'none';
    if (what === 'confirm') return confirm(id, n);
    if (what === 'prepare') {
      const made = await prepare([{ id: instalment, version }]);
      if (made.status === 201) orders.push(made.body.order.id);
      return made;
    }
    if (what === 'release') return release(order);
    if (what === 'return')
      return ask(releaser, 'POST', `/api/v1/payment-orders/${order}/return`, { version: 1, reason: 'x' });
    if (what === 'paid' || what === 'bounced') return orders.length > 0 ? results(order, what) : undefined;
    if (what === 'recover') {
      const claim = { amount: '7.77', reason: 'x', clause: 'y', dueOn: '2026-07-01' };
      const { body } = await ask(preparer, 'POST', `/api/v1/applications/${id}/recoveries`, claim);
      const open = body.recoveries?.at(-1);
      if (!open) return undefined;
      const came = { version: open.version, amount: '7.77', receivedOn: '2026-03-30', bankReference: 'H' };
      return ask(preparer, 'POST', `/api/v1/recoveries/${open.id}/receipts`, came);
    }
    return ask(preparer, 'POST', `/api/v1/instalments/${instalment}/${what}`, { version, reason: 'x' });
  };
  let served = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(1), fc.nat(1), fc.constantFrom(...ACTS)), { minLength: 6, maxLength: 14 }),
      async (steps) => {
        for (const step of steps) {
          const answer = await act(step);
          if (answer && answer.status < 300) served += 1;
          expect(answer?.status ?? 200).toBeLessThan(500);
        }
        const pool = await readPoolYear(database.read, POOL);
        const entries = (await Promise.all(ids.map((id) => listMovements(database.read, id)))).flat();
        expect(pool).toMatchObject({ ...moneyIn(entries), ...spentIn(entries) });
        for (const id of ids) {
          const { total, paid, ordered, recovered, stopped } = await see(id);
          const [sum, spent] = [Number(total) - Number(stopped), Number(paid) + Number(ordered)];
          expect(spent).toBeLessThanOrEqual(sum);
          expect(Number(recovered)).toBeLessThanOrEqual(Number(paid));
        }
      },
    ),
    { numRuns: 12 },
  );
  expect(served).toBeGreaterThan(10);
}, 120_000);
