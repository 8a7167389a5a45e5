import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../testing/open-desk.ts';
import { majorProject } from '../../testing/open-office.ts';
import { NOW } from '../../testing/open-test-app.ts';
import { readApplication } from '../applications/queries.ts';
import { applications } from '../applications/table.ts';
import { newId } from '../db/new-id.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { files } from '../files/table.ts';
import { reviewTasks } from '../review/table.ts';
import { readCaseMoney } from './queries.ts';

const POOL = '/api/v1/pools/nbhtz-three-pools/major-st-programme/2026';
const PLACE = 'awards.0.for.of.0.of.0';
const path = (id: string, verb: string) => `/api/v1/applications/${id}/${verb}`;

/** Six placed cases of 10 million each on a pool of 50 million; the best scored one is said to be outside the zone. */
async function office() {
  const opened = await openDesk();
  const { ask, database } = opened;
  const maker = await opened.newStaff('decision-maker', '甲');
  const reviewer = opened.science;
  const ids: string[] = [];
  let owner = await opened.newFirm();
  for (const panelScore of [9500, 9000, 8500, 8000, 7500, 7000]) {
    const firm = await opened.newFirm();
    const facts = { ...majorProject('60000000'), ...(panelScore === 9500 ? { registeredInZone: false } : {}) };
    if (panelScore === 9500) owner = firm;
    ids.push(await opened.newCase({ of: firm, state: 'in-ranking', facts, claimFen: 1_000_000_000, panelScore }));
  }
  const [first = '', , , , , last = ''] = ids;
  const fileId = newId();
  const at = NOW.toISOString();
  await withTransaction(database, async (tx) => {
    await tx.insert(reviewTasks).values({
      id: newId(),
      applicationId: first,
      department: 'science',
      round: 1,
      question: '{}',
      state: 'answered',
      openedAt: at,
    });
    const file = {
      id: fileId,
      firmId: owner.firmId,
      name: '变更登记.pdf',
      digest: fileId,
      algorithm: 'sha256',
      sizeBytes: 1,
      mediaType: 'application/pdf',
    };
    await tx
      .insert(files)
      .values({ ...file, state: 'clean', scannedBy: 'none', uploadedAt: at, uploadedBy: owner.userId });
  });
  const preview = async () => (await ask(maker, 'GET', `${POOL}/ranking`)).body;
  const confirm = async (who = maker) =>
    ask(who, 'POST', `${POOL}/allocations`, { digest: (await preview()).digest, reason: '按评审得分排序' });
  const rowOf = (id: string) => readApplication(database.read, id);
  const overrule = async () =>
    ask(reviewer, 'POST', `/api/v1/desk/cases/${first}/overrides`, {
      version: (await rowOf(first))?.version,
      path: PLACE,
      verdict: 'yes',
      reason: '已于三月迁入',
      evidence: [fileId],
    });
  const decide = async (id: string, outcome: 'approve' | 'refuse' = 'approve') =>
    ask(maker, 'POST', path(id, 'decisions'), {
      outcome,
      version: (await rowOf(id))?.version,
      reason: '按排序',
      ...(outcome === 'refuse' ? { clause: '第五条' } : {}),
    });
  const amounts = async () => Promise.all(ids.map(async (id) => (await rowOf(id))?.amountFen));
  return { ...opened, maker, ids, first, last, preview, confirm, overrule, decide, rowOf, amounts };
}
const TEN = 1_000_000_000;

describe('a criterion overruled after the ranking was confirmed', () => {
  // INVARIANT (no-decision-on-a-stale-ranking)
  it('no-decision-on-a-stale-ranking: makes it stale; nobody in it is decided upon until it is confirmed again', async () => {
    const desk = await office();
    await desk.confirm();
    expect(await desk.amounts()).toEqual([0, TEN, TEN, TEN, TEN, TEN]);
    expect((await desk.preview()).claims).toEqual([]);
    expect((await desk.overrule()).status).toBe(200);

    for (const outcome of ['approve', 'refuse'] as const)
      expect(await desk.decide(desk.last, outcome)).toMatchObject({
        status: 409,
        body: { error: { code: 'allocation-stale', details: [{ path: desk.first }] } },
      });
    const shown = await desk.ask(desk.maker, 'GET', path(desk.last, 'decision-desk'));
    expect(shown.body.allocation.changed).toMatchObject([{ applicationId: desk.first, was: '0', is: '10000000' }]);
    const list = async () => (await desk.ask(desk.maker, 'GET', `${POOL}/allocations`)).body.allocations;
    expect(await list()).toMatchObject([{ isStale: true }]);
    const { body } = await desk.ask(desk.maker, 'GET', '/api/v1/pools?year=2026');
    expect(body.pools.find((each: { poolId: string }) => each.poolId === 'major-st-programme').changed).toBe(1);

    const again = await desk.preview();
    expect(again.claims.map((each: { got: string; before: string }) => [each.before, each.got])).toEqual([
      ['0', '10000000'],
      ...Array(4).fill(['10000000', '10000000']),
      ['10000000', '0'],
    ]);
    expect((await desk.confirm()).body).toMatchObject({ placed: 6, funded: 5 });
    expect(await desk.amounts()).toEqual([TEN, TEN, TEN, TEN, TEN, 0]);
    expect(await readCaseMoney(desk.database.read, desk.last)).toMatchObject({ reservedFen: 0 });
    expect(await list()).toMatchObject([{ isStale: false }, { isStale: false }]);
    expect((await desk.decide(desk.first)).status).toBe(200);
    expect((await desk.decide(desk.last, 'refuse')).status).toBe(200);
  });

  it('leaves alone what was decided before, and what it holds', async () => {
    const desk = await office();
    await desk.confirm();
    const [, second = '', third = ''] = desk.ids;
    expect((await desk.decide(second)).status).toBe(200);
    await desk.overrule();
    const again = await desk.preview();
    expect(again.claims).toHaveLength(5);
    expect(again.left).toBe('0');
    expect(again.claims.map((each: { applicationId: string }) => each.applicationId)).not.toContain(second);
    await desk.confirm();
    expect(await readCaseMoney(desk.database.read, second)).toMatchObject({ reservedFen: TEN });
    expect(await desk.amounts()).toEqual([TEN, TEN, TEN, TEN, TEN, 0]);
    expect((await desk.decide(third)).status).toBe(200);
  });

  it('is fresh again where the override is taken back, and not touched by what changes no claim', async () => {
    const desk = await office();
    await desk.confirm();
    await withTransaction(desk.database, (tx) =>
      tx.update(applications).set({ version: 40 }).where(eq(applications.id, desk.last)),
    );
    expect((await desk.preview()).claims).toEqual([]);
    await desk.overrule();
    const row = await desk.rowOf(desk.first);
    const [override] = (await desk.ask(desk.maker, 'GET', `/api/v1/desk/cases/${desk.first}`)).body.overrides;
    const end = `/api/v1/desk/cases/${desk.first}/overrides/${override.id}/end`;
    expect((await desk.ask(desk.science, 'POST', end, { version: row?.version, reason: '材料有误' })).status).toBe(200);
    expect((await desk.decide(desk.last)).status).toBe(200);
  });

  it('in appeal too: the case is ranked again with all that nobody has decided', async () => {
    const desk = await office();
    await desk.confirm();
    expect((await desk.decide(desk.first, 'refuse')).status).toBe(200);
    await withTransaction(desk.database, (tx) =>
      tx.update(applications).set({ state: 'in-appeal' }).where(eq(applications.id, desk.first)),
    );
    await desk.overrule();
    const other = await desk.newStaff('decision-maker', '乙');
    const answer = async () =>
      desk.ask(other, 'POST', path(desk.first, 'appeal/answer'), {
        outcome: 'overturn',
        version: (await desk.rowOf(desk.first))?.version,
        reason: '登记已核实',
      });
    expect(await answer()).toMatchObject({ status: 409, body: { error: { code: 'allocation-stale' } } });
    expect((await desk.confirm()).body).toMatchObject({ placed: 6, funded: 5 });
    expect((await answer()).status).toBe(200);
    expect(await readCaseMoney(desk.database.read, desk.first)).toMatchObject({ reservedFen: TEN });
  });
});
