import { describe, expect, it } from 'vitest';
import { majorProject, openOffice } from '../../testing/open-office.ts';
import { readApplication } from '../applications/queries.ts';
import { withTransaction } from '../db/with-transaction.ts';

const POOL = '/api/v1/pools/nbhtz-three-pools/major-st-programme/2026';

/** Six firms, each with 10 million to claim, on a pool of 50 million; the last two scored the same. */
async function office() {
  const opened = await openOffice();
  const maker = await opened.newStaff('decision-maker', '甲');
  const auditor = await opened.newStaff('auditor');
  const reviewer = await opened.newStaff('department-reviewer');
  const scores = [9500, 9000, 8500, 8000, 7500, 7500];
  const ids: string[] = [];
  for (const panelScore of scores) {
    const firm = await opened.newFirm();
    const facts = majorProject('60000000');
    ids.push(await opened.newCase(firm, { state: 'in-ranking', facts, claimFen: 1_000_000_000, panelScore }));
  }
  const preview = (points = '1', userId = maker) => opened.ask(userId, 'GET', `${POOL}/ranking?points=${points}`);
  const confirm = (digest: string, userId = maker) =>
    opened.ask(userId, 'POST', `${POOL}/allocations`, { digest, reason: '按评审得分排序' });
  return { ...opened, maker, auditor, reviewer, ids, preview, confirm };
}

describe('a ranking', () => {
  it('is previewed with cut-off, ties and what a few points would do; nothing is stored', async () => {
    const { preview, ids, audited, auditor } = await office();
    const { status, body } = await preview('1');
    expect(status).toBe(200);
    expect(body.claims.map((each: { applicationId: string }) => each.applicationId)).toEqual(ids);
    expect(body.claims.map((each: { got: string }) => each.got)).toEqual([...Array(5).fill('10000000'), '0']);
    expect(body.outcome).toMatchObject({ paid: '50000000', left: '0', cutoff: { at: ids[5], before: ids[4] } });
    expect(body.claims[5]).toMatchObject({ missesBy: '0.01', plus: { place: 5, got: '10000000' } });
    expect(body.claims[4]).toMatchObject({ spares: '0', minus: { place: 6, got: '0' } });
    expect(body.order.map(({ by }: { by: string }) => by)).toEqual([
      'projectScore',
      'majorProjectRdCost',
      'submittedAt',
    ]);
    expect((await preview('1', auditor)).body.digest).toBe(body.digest);
    expect(await audited()).toEqual([]);
  });

  it.each([
    ['nobody', 401, undefined],
    ['a reviewer', 403, 'reviewer'],
  ] as const)('is not shown to %s', async (_who, status, who) => {
    const opened = await office();
    expect((await opened.ask(who && opened[who], 'GET', `${POOL}/ranking`)).status).toBe(status);
  });

  it('is not there for an unknown pool', async () => {
    const { ask, maker } = await office();
    expect((await ask(maker, 'GET', '/api/v1/pools/nbhtz-three-pools/none/2026/ranking')).status).toBe(404);
  });
});

describe('confirming', () => {
  it('stores it, reserves the money, sends every case on, and replays to the same bytes', async () => {
    const { preview, confirm, ids, database, ask, auditor, audited } = await office();
    const { body } = await preview();
    const answer = await confirm(body.digest);
    expect(answer).toMatchObject({ status: 201, body: { placed: 6, funded: 5 } });
    const rows = await Promise.all(ids.map((id) => readApplication(database.read, id)));
    expect(rows.map((row) => [row?.state, row?.amountFen])).toEqual([
      ...Array(5).fill(['in-decision', 1_000_000_000]),
      ['in-decision', 0],
    ]);
    const { body: pools } = await ask(auditor, 'GET', '/api/v1/pools?year=2026');
    const account = pools.pools.find((each: { poolId: string }) => each.poolId === 'major-st-programme');
    expect(account).toMatchObject({ reserved: '50000000', left: '0', waiting: 0 });
    const { body: ledger } = await ask(auditor, 'GET', `${POOL}/ledger`);
    expect(ledger.movements).toHaveLength(5);
    const { body: replayed } = await ask(auditor, 'GET', `/api/v1/allocations/${answer.body.id}/replay`);
    expect(replayed).toMatchObject({ same: true, digest: answer.body.digest });
    expect(await audited(answer.body.id)).toEqual(['allocation.confirmed']);
    const { body: list } = await ask(auditor, 'GET', `${POOL}/allocations`);
    expect(list.allocations).toMatchObject([{ paid: '50000000', claims: 6, funded: 5, confirmedBy: '甲' }]);
  });

  it('refuses what is no longer what was seen', async () => {
    const { preview, confirm, ids, database, audited } = await office();
    const { body } = await preview();
    const { noteResult } = await import('../applications/note-result.ts');
    await withTransaction(database, (tx) => noteResult(tx, ids[5] ?? '', { isScored: true, panelScore: 9900 }));
    expect(await confirm(body.digest)).toMatchObject({ status: 409, body: { error: { code: 'ranking-changed' } } });
    expect(await audited()).toEqual([]);
  });

  it('of two at the same moment one is done', async () => {
    const { preview, confirm, newStaff } = await office();
    const second = await newStaff('decision-maker', '乙');
    const { body } = await preview();
    const answers = await Promise.all([confirm(body.digest), confirm(body.digest, second)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('is for a decision maker alone, with a reason, and where there is something to rank', async () => {
    const { confirm, auditor, ask, maker, preview } = await office();
    const { body } = await preview();
    expect((await confirm(body.digest, auditor)).status).toBe(403);
    expect((await ask(maker, 'POST', `${POOL}/allocations`, { digest: body.digest, reason: '' })).status).toBe(422);
    const empty = '/api/v1/pools/nbhtz-three-pools/rd-institutions/2026/allocations';
    expect(await ask(maker, 'POST', empty, { digest: 'x', reason: 'y' })).toMatchObject({
      status: 409,
      body: { error: { code: 'nothing-to-rank' } },
    });
  });
});
