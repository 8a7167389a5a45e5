import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPayments } from '../../testing/open-payments.ts';
import { closeShared } from '../../testing/open-test-app.ts';
import { readCaseMoney } from '../allocations/queries.ts';

let office: Awaited<ReturnType<typeof openPayments>>;
beforeAll(async () => {
  office = await openPayments();
  await office.giveAccount();
}, 60_000);
afterAll(closeShared);

type Refused = { error: { details: { path: string }[] } };
const details = (body: Refused) => body.error.details.map(({ path }) => path);

describe('the plan', () => {
  test('arises when a case is approved, from the instalments of its award, and both sides are told', async () => {
    const { approved, see, firm, audited, ask, preparer } = office;
    const id = await approved();
    const plan = await see(id);
    expect(plan).toMatchObject({ total: '240000', paid: '0', payTo: { maskedNumber: '**** 2345' } });
    expect(plan.instalments).toMatchObject([
      { seq: 1, of: 2, amount: '120000', state: 'waiting', condition: { 'zh-CN': '签订项目合同后拨付' } },
      { seq: 2, of: 2, amount: '120000', state: 'waiting', condition: { 'zh-CN': '项目验收通过后拨付' } },
    ]);
    expect(await audited(id)).toContain('payment.planned');
    for (const who of [firm.userId, preparer]) {
      const { body } = await ask(who, 'GET', '/api/v1/notifications');
      expect(JSON.stringify(body)).toContain('240000');
    }
  });

  test('the firm reads its part without names, orders or the whole number; others find nothing', async () => {
    const { approved, firm, newFirm, ask, newStaff } = office;
    const path = `/api/v1/applications/${await approved()}/payments`;
    const { body } = await ask(firm.userId, 'GET', path);
    expect(body.instalments[0]).toMatchObject({
      permitted: [],
      order: null,
      stateLabel: { 'zh-CN': '条件满足后拨付' },
    });
    expect(body.mayRecover).toBeNull();
    expect((await ask((await newFirm()).userId, 'GET', path)).status).toBe(404);
    expect((await ask(await newStaff('panel-expert'), 'GET', path)).status).toBe(403);
  });

  test('a recognition without money has none', async () => {
    const { newCase, firm, see, ask, maker, database } = office;
    const id = await newCase(firm, { state: 'approved', scheme: 'gazelle-recognition', facts: {} });
    expect(await see(id)).toMatchObject({ total: '0', instalments: [] });
    expect(await readCaseMoney(database.read, id)).toMatchObject({ committedFen: 0 });
    expect((await ask(maker, 'GET', '/api/v1/payments')).status).toBe(403);
  });
});

describe('the condition', () => {
  test('is confirmed with a reason and papers of the firm, which then stay', async () => {
    const { approved, part, ask, preparer, releaser, maker, confirm, audited, see } = office;
    const id = await approved();
    const { id: instalment, version } = await part(id);
    const path = `/api/v1/instalments/${instalment}/confirmation`;
    const body = { version, reason: '合同已签', evidence: ['no-such-file'] };
    expect(await ask(preparer, 'POST', path, body)).toMatchObject({ status: 422 });
    expect((await ask(preparer, 'POST', path, { version, reason: ' ' })).status).toBe(422);
    for (const who of [releaser, maker]) expect((await ask(who, 'POST', path, body)).status).toBe(403);
    expect((await ask(preparer, 'POST', path, { version: 9, reason: '合同已签' })).status).toBe(409);
    expect((await ask(preparer, 'POST', `/api/v1/instalments/none/confirmation`, body)).status).toBe(404);
    expect((await confirm(id)).status).toBe(200);
    expect((await see(id)).instalments[0]).toMatchObject({ state: 'due', confirmed: { reason: '合同已签订，见附件' } });
    expect(await audited(id)).toContain('application.payment.confirm');
  });
});

describe('preparing', () => {
  test('nothing is paid before its condition (auditors: 287,000,000 CNY paid before the condition was met)', async () => {
    const { approved, part, prepare } = office;
    const { status, body } = await prepare([await part(await approved())]);
    expect([status, body.error.code]).toEqual([412, 'conditions-not-met']);
  });

  test('what may not be paid drops out with its reason and the rest goes on (Unity #469)', async () => {
    const { approved, confirm, part, prepare, see, database, audited } = office;
    const [good, open] = [await approved(), await approved()];
    await confirm(good);
    const { status, body } = await prepare([await part(open), await part(good)]);
    expect(status).toBe(201);
    expect(body).toMatchObject({ order: { count: 1, total: '120000', state: 'prepared' }, leftOut: [{}] });
    expect((await see(open)).instalments[0].state).toBe('waiting');
    expect(await readCaseMoney(database.read, good)).toMatchObject({ committedFen: 24_000_000 });
    expect((await see(good)).ordered).toBe('120000');
    expect(await audited(body.order.id)).toEqual(['payment-order.prepared']);
  });

  test.each([
    ['an objection stands', { openObjections: 1 }, 'no-open-objection'],
    ['double funding is not answered', { openConflicts: 1 }, 'no-open-conflict'],
  ])('is refused while %s', async (_what, set, guard) => {
    const { approved, confirm, part, prepare, database } = office;
    const id = await approved();
    await confirm(id);
    const { applications } = await import('../applications/table.ts');
    const { withTransaction } = await import('../db/with-transaction.ts');
    const { eq } = await import('drizzle-orm');
    await withTransaction(database, (tx) => tx.update(applications).set(set).where(eq(applications.id, id)));
    const { status, body } = await prepare([await part(id)]);
    expect([status, details(body)]).toEqual([412, [`instalments.0.${guard}`]]);
  });

  test('is refused without an account, and under another name without a reason', async () => {
    const { approved, confirm, part, prepare, newFirm, giveAccount, seeOrder } = office;
    const other = await newFirm('宁波乙有限公司', 'owner');
    const id = await approved({}, other);
    await confirm(id);
    expect(details((await prepare([await part(id)])).body)).toEqual(['instalments.0.account-given']);
    await giveAccount(other, { holder: '宁波丙有限公司' });
    expect(details((await prepare([await part(id)])).body)).toEqual(['instalments.0.holder-matches']);
    const { status, body } = await prepare([await part(id)], undefined, { holderReason: '企业更名，旧户名未变更' });
    expect(status).toBe(201);
    const { rows } = await seeOrder(body.order.id);
    expect(rows[0]).toMatchObject({ holderReason: '企业更名，旧户名未变更', account: { isHolderFirm: false } });
  });

  test('is for the preparer alone', async () => {
    const { ask, releaser, maker, firm, auditor } = office;
    const body = { instalments: [{ id: 'x', version: 1 }] };
    for (const who of [releaser, maker, firm.userId, auditor])
      expect((await ask(who, 'POST', '/api/v1/payment-orders', body)).status).toBe(403);
    expect((await ask(undefined, 'POST', '/api/v1/payment-orders', body)).status).toBe(401);
  });

  test('the same instalment never stands in two orders (Shenzhen: one project paid twice)', async () => {
    const { ordered, part, prepare } = office;
    const { applicationId } = await ordered();
    const answers = await Promise.all([1, 2].map(async () => prepare([await part(applicationId)])));
    expect(answers.map(({ status }) => status)).toEqual([412, 412]);
  });
});

describe('releasing', () => {
  test('sends the order to the bank; the file has whole numbers and only the releaser gets it', async () => {
    const { ordered, release, ask, releaser, preparer, auditor, audited, seeOrder } = office;
    const { orderId } = await ordered();
    const file = `/api/v1/payment-orders/${orderId}/bank-file?format=csv`;
    expect((await ask(releaser, 'GET', file)).status).toBe(409);
    expect((await release(orderId)).body).toMatchObject({ state: 'released', mayDownload: true });
    const { status, body } = await ask(releaser, 'GET', file);
    expect([status, body.includes('33010402000000012345')]).toEqual([200, true]);
    for (const who of [preparer, auditor]) expect((await ask(who, 'GET', file)).status).toBe(403);
    expect(JSON.stringify(await seeOrder(orderId))).not.toContain('0000012345');
    expect(await audited(orderId)).toEqual([
      'payment-order.prepared',
      'payment-order.released',
      'payment-order.bank-file-downloaded',
    ]);
  });

  test('shows a whole number to the finance people alone, and notes it', async () => {
    const { ordered, seeOrder, ask, releaser, auditor, audited, firm } = office;
    const { orderId } = await ordered();
    const path = `/api/v1/payment-orders/${orderId}/rows/${(await seeOrder(orderId)).rows[0].id}/number`;
    expect((await ask(releaser, 'GET', path)).body).toEqual({ number: '33010402000000012345' });
    expect((await ask(auditor, 'GET', path)).status).toBe(403);
    expect((await ask(releaser, 'GET', path.replace(orderId, 'other'))).status).toBe(404);
    expect(await audited(firm.firmId)).toContain('payment.account-number-viewed');
  });

  test('is not for who prepared it, nor for who decided (opencollective #5035: one person submits, approves and pays)', async () => {
    const { ordered, release, approved, confirm, part, prepare, grant, preparer, maker, releaser } = await withGrants();
    const { orderId } = await ordered();
    await grant(preparer, 'finance-releaser');
    await grant(maker, 'finance-releaser');
    await grant(maker, 'finance-preparer');
    await grant(releaser, 'finance-preparer');
    for (const who of [preparer, maker]) {
      const { status, body } = await release(orderId, 1, who);
      expect([status, details(body)]).toEqual([412, ['rows.0']]);
    }
    const id = await approved();
    expect(details((await confirm(id, 0, maker)).body)).toEqual(['different-person']);
    await confirm(id);
    expect(details((await prepare([await part(id)], maker)).body)).toEqual(['instalments.0.different-person']);
    expect((await release(orderId)).status).toBe(200);
    const second = await ordered();
    expect((await release(second.orderId)).status).toBe(200);
    // Who released the first instalment of a case does not prepare its second.
    expect((await confirm(second.applicationId, 1, releaser)).status).toBe(412);
  });

  test('is refused once the firm has another account', async () => {
    const { ordered, release, giveAccount, seeOrder, ask, releaser, part } = office;
    const { orderId, applicationId } = await ordered();
    await giveAccount(undefined, { number: '6222 0000 0000 9999' });
    expect((await release(orderId)).status).toBe(412);
    expect((await seeOrder(orderId)).rows[0].blockedBy).toMatchObject([{ key: 'account-unchanged' }]);
    const back = { version: 1, reason: '企业已更换账户' };
    expect((await ask(releaser, 'POST', `/api/v1/payment-orders/${orderId}/return`, back)).status).toBe(200);
    expect(await part(applicationId)).toMatchObject({ state: 'due' });
    await giveAccount();
  });

  test('of 200 at the same moment one goes through and the others get 409', async () => {
    const { ordered, release, database } = office;
    const { orderId, applicationId } = await ordered();
    const answers = await Promise.all(Array.from({ length: 200 }, () => release(orderId)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(199);
    const { listEvents } = await import('../applications/queries.ts');
    const events = await listEvents(database.read, applicationId);
    expect(events.filter(({ event }) => event === 'payment.release')).toHaveLength(1);
  }, 120_000);

  test('sent back, some or all, with a reason, it can be prepared again', async () => {
    const { approved, confirm, part, prepare, seeOrder, ask, releaser, preparer, audited } = office;
    const ids = [await approved(), await approved()];
    for (const id of ids) await confirm(id);
    const { body } = await prepare(await Promise.all(ids.map((id) => part(id))));
    const orderId = body.order.id;
    const path = `/api/v1/payment-orders/${orderId}/return`;
    const [first] = (await seeOrder(orderId)).rows;
    expect((await ask(releaser, 'POST', path, { version: 1, reason: '' })).status).toBe(422);
    expect((await ask(preparer, 'POST', path, { version: 1, reason: '不对' })).status).toBe(403);
    const some = await ask(releaser, 'POST', path, { version: 1, reason: '附件不全', rowIds: [first.id] });
    expect(some.body).toMatchObject({ state: 'prepared', version: 2 });
    const rest = await ask(releaser, 'POST', path, { version: 2, reason: '重做' });
    expect(rest.body).toMatchObject({ state: 'returned', returnReason: '重做' });
    expect((await prepare(await Promise.all(ids.map((id) => part(id))))).status).toBe(201);
    expect(await audited(orderId)).toEqual(['payment-order.prepared', ...Array(2).fill('payment-order.returned')]);
  });
});

/** Gives people a second role, so that only the separation of duties can stop them. */
async function withGrants() {
  const { newId } = await import('../db/new-id.ts');
  const { withTransaction } = await import('../db/with-transaction.ts');
  const { staffRoles } = await import('../identity/table.ts');
  const own = await openPayments();
  await own.giveAccount();
  const grant = (userId: string, role: 'finance-preparer' | 'finance-releaser') =>
    withTransaction(own.database, (tx) =>
      tx.insert(staffRoles).values({ id: newId(), userId, role, grantedAt: own.now.at.toISOString(), grantedBy: 'x' }),
    );
  return { ...own, grant };
}

describe('the answer of the bank', () => {
  test('paid: the firm sees it, and the pool has spent it', async () => {
    const { paid, see, firm, ask, preparer, audited } = office;
    const { applicationId, orderId } = await paid();
    const view = await see(applicationId, firm.userId);
    expect(view).toMatchObject({
      paid: '120000',
      ordered: '0',
      instalments: [{ state: 'paid', paidOn: '2026-04-01' }, {}],
    });
    const { body: pools } = await ask(preparer, 'GET', '/api/v1/pools?year=2026');
    const pool = pools.pools.find(({ poolId }: { poolId: string }) => poolId === 'major-st-programme');
    expect(Number(pool.paid)).toBeGreaterThanOrEqual(120_000);
    expect(await audited(orderId)).toContain('payment-order.results-recorded');
    expect(await audited(applicationId)).toContain('application.payment.note-paid');
    expect(view.instalments[0].account.maskedNumber).toBe('**** 2345');
    const { body: story } = await ask(firm.userId, 'GET', `/api/v1/applications/${applicationId}`);
    expect(story.timeline.map(({ event }: { event: string }) => event)).toContain('payment.note-paid');
  });

  test('bounced: prepared again, into another order', async () => {
    const { ordered, release, results, part, prepare, see } = office;
    const { applicationId, orderId } = await ordered();
    await release(orderId);
    expect((await results(orderId, 'bounced')).body).toMatchObject({ state: 'settled' });
    expect(await part(applicationId)).toMatchObject({ state: 'bounced', bounceReason: '户名与账号不符' });
    expect((await see(applicationId)).ordered).toBe('0');
    expect((await prepare([await part(applicationId)])).status).toBe(201);
  });

  test('is taken once, of known rows, not of days to come', async () => {
    const { ordered, release, results, seeOrder, ask, releaser, preparer } = office;
    const { orderId } = await ordered();
    await release(orderId);
    const path = `/api/v1/payment-orders/${orderId}/results`;
    const { version, rows } = await seeOrder(orderId);
    const one = { rowId: rows[0].id, outcome: 'paid', paidOn: '2027-01-01', bankReference: 'x' };
    const wrong = await ask(releaser, 'POST', path, {
      version,
      results: [one, { ...one, rowId: 'none' }, { ...one, rowId: 'x', paidOn: '2026-03-01' }],
    });
    expect([wrong.status, details(wrong.body)]).toEqual([
      422,
      ['results.0.paidOn', 'results.1.rowId', 'results.1.paidOn', 'results.2.rowId', 'results.2.paidOn'],
    ]);
    expect((await results(orderId, 'paid', preparer)).status).toBe(403);
    const answers = await Promise.all([results(orderId), results(orderId)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('results in a file of the bank', () => {
  const HEAD = '明细编号,结果,到账日期,银行流水号,退票原因';
  const two = async () => {
    const { approved, confirm, part, prepare, release, seeOrder } = office;
    const ids = [await approved(), await approved()];
    for (const id of ids) await confirm(id);
    const { body } = await prepare(await Promise.all(ids.map((id) => part(id))));
    await release(body.order.id);
    return { orderId: body.order.id as string, ...(await seeOrder(body.order.id)) };
  };
  const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const post = (
    orderId: string,
    version: number,
    body: string | Uint8Array,
    type = 'text/csv',
    who = office.releaser,
  ) =>
    office.app.request(`/api/v1/payment-orders/${orderId}/result-file?version=${version}`, {
      method: 'POST',
      headers: { 'Content-Type': type, 'X-Test-User': who },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  const send = async (orderId: string, version: number, lines: readonly string[], who = office.releaser) => {
    const answer = await post(orderId, version, [HEAD, ...lines].join('\n'), 'text/csv', who);
    return {
      status: answer.status,
      body: (await answer.json()) as never as { version: number; state: string } & Refused,
    };
  };

  test('has a template without account numbers, for a released order and the releaser alone', async () => {
    const { ordered, ask, releaser, preparer, audited } = office;
    const { orderId, rows } = await two();
    const path = (id: string) => `/api/v1/payment-orders/${id}/result-template?format=csv`;
    const { status, body } = await ask(releaser, 'GET', path(orderId));
    expect([status, body.includes(rows[0].id), body.includes('0000012345')]).toEqual([200, true, false]);
    expect((await ask(releaser, 'GET', path((await ordered()).orderId))).status).toBe(409);
    expect((await ask(releaser, 'GET', path('none'))).status).toBe(404);
    expect((await ask(preparer, 'GET', path(orderId))).status).toBe(403);
    expect(await audited(orderId)).toContain('payment-order.result-template-downloaded');
  });

  test('are all recorded, or none with everything that is wrong in it', async () => {
    const { seeOrder, preparer, audited } = office;
    const { orderId, version, rows } = await two();
    const [first, second] = rows.map(({ id }: { id: string }) => id);
    const good = `${first},已到账,2026/4/1,YH1,`;
    const wrong = [good, `${second},退票,,,`, 'none,成功,2026-04-01,YH2,', `${first},到账,4 月,,`, `${second},改天,,,`];
    const refused = await send(orderId, version, wrong);
    expect([refused.status, details(refused.body).toSorted()]).toEqual([
      422,
      [
        'row.3.reason',
        'row.4.rowId',
        'row.5.bankReference',
        'row.5.paidOn',
        'row.5.rowId',
        'row.6.outcome',
        'row.6.rowId',
      ],
    ]);
    expect((await send(orderId, version, [`${first},,,,`])).status).toBe(422);
    expect((await send(orderId, version, [good], preparer)).status).toBe(403);
    expect((await send(orderId, version + 1, [good])).status).toBe(409);
    expect((await seeOrder(orderId)).rows.map(({ state }: { state: string }) => state)).toEqual([
      'released',
      'released',
    ]);
    const taken = await send(orderId, version, [good, `${second},,,,`]);
    expect([taken.status, taken.body.state]).toEqual([200, 'released']);
    const again = await send(orderId, taken.body.version, [good, `${second},退票,,,账号不符`]);
    expect([again.status, details(again.body)]).toEqual([422, ['row.2.rowId']]);
    expect((await send(orderId, taken.body.version, [`${second},退票,,,账号不符`])).body.state).toBe('settled');
    expect((await audited(orderId)).filter((action) => action === 'payment-order.results-recorded')).toHaveLength(2);
  });

  test('come as a workbook too, from the template as it was given, with days and numbers as a workbook has them', async () => {
    const { app, releaser, seeOrder, audited } = office;
    const { orderId, version } = await two();
    const template = await app.request(`/api/v1/payment-orders/${orderId}/result-template?format=xlsx`, {
      headers: { 'X-Test-User': releaser },
    });
    const { sheets } = await readXlsx(new Uint8Array(await template.arrayBuffer()));
    const rows = sheets[0]?.rows ?? [];
    const header = rows[0] ?? [];
    const fill = (row: (typeof rows)[number], cells: Readonly<Record<string, (typeof row)[number]>>) =>
      header.map((name, i) => cells[String(name)] ?? row[i] ?? null);
    const paid = { 结果: '已到账', 到账日期: new Date('2026-04-01T00:00:00Z'), 银行流水号: 20260401 };
    const workbook = async (day: unknown) =>
      writeXlsx({
        sheets: [
          {
            name: '结果',
            rows: [
              header,
              fill(rows[1] ?? [], { ...paid, 到账日期: day as Date }),
              fill(rows[2] ?? [], { 结果: '退票', 退票原因: '账号不符' }),
            ],
          },
        ],
      });
    const refused = await post(orderId, version, await workbook('4 月'), XLSX);
    expect([refused.status, details((await refused.json()) as Refused)]).toEqual([422, ['row.2.paidOn']]);
    expect((await post(orderId, version, await workbook(paid.到账日期), XLSX)).status).toBe(200);
    const order = await seeOrder(orderId);
    expect(order.rows.map((row: { state: string; paidOn?: string }) => [row.state, row.paidOn ?? null])).toEqual([
      ['paid', '2026-04-01'],
      ['bounced', null],
    ]);
    expect(order.rows[0]).toMatchObject({ bankReference: '20260401' });
    expect((await audited(orderId)).filter((action) => action === 'payment-order.results-recorded')).toHaveLength(1);
  });
});

describe('consent withdrawn', () => {
  test('wipes the numbers in orders, but for those the bank has not answered', async () => {
    const { ordered, release, results, giveAccount, firm, ask, database } = office;
    const { paymentRows } = await import('./table.ts');
    const { eq } = await import('drizzle-orm');
    const [open, prepared] = [await ordered(), await ordered()];
    await release(open.orderId);
    expect((await ask(firm.userId, 'DELETE', `/api/v1/firms/${firm.firmId}/bank-account`)).status).toBe(204);
    const numberIn = async (orderId: string) =>
      (await database.read.select().from(paymentRows).where(eq(paymentRows.orderId, orderId)))[0]?.sealedNumber;
    expect(await numberIn(prepared.orderId)).toBeNull();
    expect(await numberIn(open.orderId)).toEqual(expect.any(String));
    expect((await results(open.orderId)).status).toBe(200);
    expect(await numberIn(open.orderId)).toBeNull();
    await giveAccount();
  });
});

describe('stopping', () => {
  test('gives the money back to the pool, tells the firm why, and can be taken back', async () => {
    const { paid, part, ask, preparer, releaser, database, audited, firm } = office;
    const { applicationId } = await paid();
    const { id, version } = await part(applicationId, 1);
    const stop = `/api/v1/instalments/${id}/stop`;
    const body = { version, reason: '项目终止，未通过验收' };
    expect((await ask(releaser, 'POST', stop, body)).status).toBe(403);
    expect((await ask(preparer, 'POST', stop, { version })).status).toBe(422);
    expect((await ask(preparer, 'POST', stop, body)).body).toMatchObject({ stopped: '120000', total: '240000' });
    expect((await ask(preparer, 'POST', stop, body)).status).toBe(409);
    expect(await readCaseMoney(database.read, applicationId)).toMatchObject({ committedFen: 12_000_000 });
    const { body: notices } = await ask(firm.userId, 'GET', '/api/v1/notifications');
    expect(JSON.stringify(notices)).toContain('项目终止，未通过验收');
    const again = { version: version + 1, reason: '复工' };
    const resume = `/api/v1/instalments/${id}/resumption`;
    expect((await ask(releaser, 'POST', resume, again)).status).toBe(403);
    expect((await ask(preparer, 'POST', resume, { version, reason: '复工' })).status).toBe(409);
    expect((await ask(preparer, 'POST', resume, again)).body.instalments[1]).toMatchObject({ state: 'waiting' });
    expect(await audited(applicationId)).toEqual(
      expect.arrayContaining(['application.payment.stop', 'application.payment.resume']),
    );
  });
});

describe('recovery (SIMS #1346, #3340, #1738: overpayment and recovery)', () => {
  test('never claims more than was paid nor takes more than was claimed, and can be taken back', async () => {
    const { paid, see, ask, preparer, releaser, audited, firm, database } = office;
    const { applicationId } = await paid();
    const path = `/api/v1/applications/${applicationId}/recoveries`;
    const claim = { amount: '120000', reason: '材料不实', clause: '管理办法第二十条', dueOn: '2026-07-01' };
    expect(await see(applicationId)).toMatchObject({ mayRecover: '120000' });
    expect(details((await ask(preparer, 'POST', path, { ...claim, amount: '120000.01' })).body)).toEqual(['amount']);
    expect((await ask(releaser, 'POST', path, claim)).status).toBe(403);
    expect((await ask(firm.userId, 'POST', path, claim)).status).toBe(403);
    const { body } = await ask(preparer, 'POST', path, claim);
    const [{ id }] = body.recoveries;
    expect(body).toMatchObject({ mayRecover: '0', recoveries: [{ left: '120000', state: 'open' }] });
    const receipts = `/api/v1/recoveries/${id}/receipts`;
    const came = { version: 1, amount: '20000', receivedOn: '2026-03-30', bankReference: 'H1' };
    const wrong = await ask(preparer, 'POST', receipts, { ...came, amount: '130000', receivedOn: '2027-01-01' });
    expect(details(wrong.body)).toEqual(['amount', 'receivedOn']);
    expect((await ask(releaser, 'POST', receipts, came)).status).toBe(403);
    expect((await ask(preparer, 'POST', receipts, came)).body).toMatchObject({ recovered: '20000' });
    expect((await ask(preparer, 'POST', receipts, came)).status).toBe(409);
    const withdrawal = `/api/v1/recoveries/${id}/withdrawal`;
    expect((await ask(releaser, 'POST', withdrawal, { version: 2, reason: '复核后不成立' })).status).toBe(403);
    const back = await ask(preparer, 'POST', withdrawal, { version: 2, reason: '复核后不成立' });
    expect(back.body).toMatchObject({
      mayRecover: '100000',
      recoveries: [{ state: 'withdrawn', received: '20000' }],
    });
    expect((await ask(preparer, 'POST', withdrawal, { version: 3, reason: 'x' })).status).toBe(409);
    expect(await audited(applicationId)).toEqual(
      expect.arrayContaining(
        ['claimed', 'received', 'withdrawn'].map((what) => `application.payment.recovery-${what}`),
      ),
    );
    expect(await readCaseMoney(database.read, applicationId)).toMatchObject({ committedFen: 24_000_000 });
  });
});

describe('the queue', () => {
  test('is paged, counted by state and exported as filtered', async () => {
    const { ask, preparer, releaser, auditor, audited, approved } = office;
    await approved();
    const { body } = await ask(preparer, 'GET', '/api/v1/payments?state=waiting&limit=1');
    expect(body.payments).toHaveLength(1);
    expect(body.payments[0]).toMatchObject({ state: 'waiting', firmName: expect.any(String) });
    const { body: next } = await ask(releaser, 'GET', `/api/v1/payments?state=waiting&limit=1&after=${body.next}`);
    expect(next.payments[0].id > body.payments[0].id).toBe(true);
    const { count } = body.counts.find(({ state }: { state: string }) => state === 'waiting');
    const { status, body: sheet } = await ask(auditor, 'GET', '/api/v1/payments/export?state=waiting&format=csv');
    expect(status).toBe(200);
    expect(sheet.trim().split('\n')).toHaveLength(count + 1);
    expect((await ask(auditor, 'GET', '/api/v1/payments/export?state=waiting&format=xlsx')).status).toBe(200);
    expect((await ask(preparer, 'GET', '/api/v1/payments?state=nonsense')).status).toBe(422);
    expect(await audited('payments')).toEqual(['payments.exported', 'payments.exported']);
    const { body: orders } = await ask(auditor, 'GET', '/api/v1/payment-orders?state=prepared&limit=1');
    expect(orders).toMatchObject({ orders: [{ state: 'prepared' }], next: expect.any(String) });
    expect((await ask(auditor, 'GET', '/api/v1/payment-orders/none')).status).toBe(404);
  });
});
