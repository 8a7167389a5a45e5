import { describe, expect, it } from 'vitest';
import { majorProject, openOffice } from '../../testing/open-office.ts';
import { NOW } from '../../testing/open-test-app.ts';
import { readCaseMoney } from '../allocations/queries.ts';
import { changeState } from '../applications/change-state.ts';
import { readApplication } from '../applications/queries.ts';
import { withTransaction } from '../db/with-transaction.ts';

const placed = { isPlaced: true, amountFen: 240_000_000 };

async function office(now = { at: NOW }) {
  const opened = await openOffice({ clock: () => now.at });
  const firm = await opened.newFirm();
  const maker = await opened.newStaff('decision-maker', '甲');
  const second = await opened.newStaff('decision-maker', '乙');
  const auditor = await opened.newStaff('auditor');
  const clerk = await opened.newStaff('intake-clerk');
  const decide = (userId: string | undefined, id: string, body: unknown) =>
    opened.ask(userId, 'POST', `/api/v1/applications/${id}/decisions`, body);
  return { ...opened, now, firm, maker, second, auditor, clerk, decide };
}

const APPROVE = { outcome: 'approve', version: 3, reason: '符合条件，评审得分居前' };
const REFUSE = {
  outcome: 'refuse',
  version: 3,
  reason: '注册地不在高新区',
  clause: '共同条件',
  feedback: '迁入后可再申报',
};
const outside = { ...majorProject('12000000'), registeredInZone: false };

describe('deciding', () => {
  it('proposes what was allocated, publishes it and reserves the money', async () => {
    const { newCase, firm, maker, decide, database, audited } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const answer = await decide(maker, id, APPROVE);
    expect(answer).toMatchObject({ status: 200, body: { state: 'in-publicity', version: 4 } });
    expect(await readCaseMoney(database.read, id)).toMatchObject({ reservedFen: 240_000_000 });
    expect(await audited(id)).toEqual(['application.propose-approval']);
    expect(await audited(answer.body.noticeId)).toEqual(['notice.published']);
  });

  it.each([
    ['above what was allocated', { amount: '2400000.01', deviationReason: 'x' }, 'amount'],
    ['another amount without a reason', { amount: '2000000' }, 'deviationReason'],
    ['no amount', { amount: '-1', deviationReason: 'x' }, 'amount'],
    ['nothing', { amount: '0', deviationReason: 'x' }, 'amount'],
  ])('refuses %s', async (_what, more, path) => {
    const { newCase, firm, maker, decide, audited } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const answer = await decide(maker, id, { ...APPROVE, ...more });
    expect(answer).toMatchObject({ status: 422, body: { error: { details: [{ path }] } } });
    expect(await audited(id)).toEqual([]);
  });

  it('takes a smaller amount with its reason', async () => {
    const { newCase, firm, maker, decide, ask } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    await decide(maker, id, { ...APPROVE, amount: '2000000', deviationReason: '设备投入核减' });
    const { body } = await ask(maker, 'GET', `/api/v1/applications/${id}/decision-desk`);
    expect(body.decisions).toMatchObject([
      { amount: '2000000', suggested: '2400000', deviationReason: '设备投入核减' },
    ]);
  });

  it.each([
    ['nobody', () => undefined, 401],
    ['a clerk', (o: Awaited<ReturnType<typeof office>>) => o.clerk, 403],
    ['the auditor', (o: Awaited<ReturnType<typeof office>>) => o.auditor, 403],
    ['the firm', (o: Awaited<ReturnType<typeof office>>) => o.firm.userId, 403],
  ])('lets not decide: %s', async (_who, pick, status) => {
    const opened = await office();
    const id = await opened.newCase(opened.firm, { state: 'in-decision', panelScore: 8800, set: placed });
    expect((await opened.decide(pick(opened), id, APPROVE)).status).toBe(status);
    expect(await opened.audited(id)).toEqual([]);
  });

  it('different-person: who reviewed a case does not decide it', async () => {
    const { newCase, firm, maker, decide, database } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const { recordShare } = await import('../applications/record-share.ts');
    await withTransaction(database, async (tx) => {
      const row = await readApplication(tx, id);
      if (!row) throw new Error('no case');
      const actor = { userId: maker, name: '甲', kind: 'staff', staff: [], firms: [] } as const;
      await recordShare(tx, { actor, now: NOW, requestId: 't' }, row, { what: 'task.answered', duty: 'review' });
    });
    expect(await decide(maker, id, APPROVE)).toMatchObject({
      status: 412,
      body: { error: { details: [{ path: 'different-person' }] } },
    });
  });

  it('one decision of two at the same moment, the other is told', async () => {
    const { newCase, firm, maker, second, decide, audited } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const answers = await Promise.all([decide(maker, id, APPROVE), decide(second, id, REFUSE)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('changed-meanwhile');
    expect((await audited(id)).filter((a) => a.startsWith('application.'))).toHaveLength(1);
  });

  it('loses nothing and decides once among 200 attempts at the same moment', async () => {
    const { newCase, firm, maker, second, decide, audited, database } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const attempts = Array.from({ length: 200 }, (_, i) =>
      i % 2 === 0 ? decide(maker, id, APPROVE) : decide(second, id, REFUSE),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(199);
    expect((await audited(id)).filter((a) => a.startsWith('application.'))).toHaveLength(1);
    expect(await readApplication(database.read, id)).toMatchObject({ version: 4 });
  }, 120_000);

  it('never-above-the-rule: nobody is supported where the rules deny it', async () => {
    const { newCase, firm, maker, decide } = await office();
    const facts = { registeredInZone: false };
    const id = await newCase(firm, { state: 'in-decision', scheme: 'gazelle-recognition', facts });
    expect(await decide(maker, id, APPROVE)).toMatchObject({ status: 412, body: { error: { code: 'rule-says-no' } } });
    const none = await newCase(firm, { state: 'in-decision', facts: outside });
    expect(await decide(maker, none, APPROVE)).toMatchObject({ status: 422 });
  });

  it('decides in bulk with a result for each, in one notice', async () => {
    const { newCase, firm, maker, ask } = await office();
    const good = [];
    for (let i = 0; i < 3; i++) good.push(await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed }));
    const stale = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const items = [
      ...good.map((applicationId) => ({ applicationId, version: 3 })),
      { applicationId: stale, version: 2 },
    ];
    const { body } = await ask(maker, 'POST', '/api/v1/decisions/bulk', {
      items,
      decision: { outcome: 'approve', reason: '符合条件' },
    });
    expect(body.rows.map((row: { ok: boolean; code?: string }) => row.code ?? row.ok)).toEqual([
      true,
      true,
      true,
      'changed-meanwhile',
    ]);
    const { body: list } = await ask(undefined, 'GET', '/api/v1/publicity');
    expect(list.notices).toMatchObject([{ firms: 3, total: '7200000', isOpen: true }]);
  });
});

describe('deciding many', () => {
  it('is previewed: what each would get, and why it cannot be decided', async () => {
    const { newCase, firm, maker, auditor, ask } = await office();
    const good = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const poor = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: { isPlaced: true, amountFen: 0 } });
    const early = await newCase(firm, { state: 'in-review' });
    const preview = (who: string, ids: readonly string[]) =>
      ask(who, 'GET', `/api/v1/decisions/bulk?ids=${ids.join(',')}`);
    const { body } = await preview(maker, [good, poor, early, good]);
    expect(body.rows).toMatchObject([
      { applicationId: good, amount: '2400000', approve: null, refuse: null },
      { applicationId: poor, amount: null, approve: expect.stringContaining('金额为 0'), refuse: null },
      { applicationId: early, approve: expect.any(String), refuse: expect.any(String) },
    ]);
    expect((await preview(auditor, [good])).status).toBe(403);
    expect((await preview(maker, ['nowhere'])).status).toBe(404);
    expect(
      (
        await preview(
          maker,
          Array.from({ length: 201 }, (_, i) => `${i}`),
        )
      ).status,
    ).toBe(422);
  });
});

describe('refusing', () => {
  it('attaches what was decisive, sends the letter, and tells the firm in plain words', async () => {
    const { newCase, firm, maker, decide, ask, audited } = await office();
    const id = await newCase(firm, { state: 'in-decision', facts: outside });
    expect(await decide(maker, id, REFUSE)).toMatchObject({ status: 200, body: { state: 'refused' } });
    const { body } = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/outcome`);
    expect(body).toMatchObject({
      state: 'refused',
      decision: { kind: 'refusal', reason: REFUSE.reason, feedback: REFUSE.feedback },
      letters: [{ kind: 'refusal', title: '不予支持决定书' }],
      events: [{ event: 'appeal', permitted: true }],
    });
    expect(body.decision.unmet[0].text['zh-CN']).toContain('注册地在宁波高新区');
    expect(await audited(body.letters[0].id)).toEqual(['letter.issued']);
    for (const [format, start] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ]) {
      const letter = await ask(firm.userId, 'GET', `/api/v1/letters/${body.letters[0].id}/${format}`);
      expect(letter.status).toBe(200);
      expect(letter.body.startsWith(start)).toBe(true);
    }
    expect(await audited(body.letters[0].id)).toEqual(['letter.issued', 'letter.downloaded', 'letter.downloaded']);
  });

  it.each([
    ['reason', { reason: ' ' }],
    ['clause', { clause: '' }],
  ])('needs a %s', async (field, more) => {
    const { newCase, firm, maker, decide } = await office();
    const id = await newCase(firm, { state: 'in-decision', facts: outside });
    const answer = await decide(maker, id, { ...REFUSE, ...more });
    expect(answer).toMatchObject({ status: 422, body: { error: { details: [{ path: field }] } } });
  });

  it('shows outcome and letters of one firm to no other', async () => {
    const { newCase, newFirm, firm, maker, decide, ask } = await office();
    const other = await newFirm();
    const id = await newCase(firm, { state: 'in-decision', facts: outside });
    await decide(maker, id, REFUSE);
    const { body } = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/outcome`);
    expect((await ask(other.userId, 'GET', `/api/v1/applications/${id}/outcome`)).status).toBe(404);
    expect((await ask(other.userId, 'GET', `/api/v1/letters/${body.letters[0].id}/pdf`)).status).toBe(404);
    expect((await ask(undefined, 'GET', `/api/v1/letters/${body.letters[0].id}/pdf`)).status).toBe(401);
  });
});

describe('replay', () => {
  it('replay-same-bytes: a decision comes out again as it was', async () => {
    const { newCase, firm, maker, auditor, decide, ask } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const { body } = await decide(maker, id, APPROVE);
    const path = `/api/v1/decisions/${body.decisionId}/replay`;
    const [first, again] = [await ask(auditor, 'GET', path), await ask(auditor, 'GET', path)];
    expect(first.body).toMatchObject({ same: true, differences: [] });
    expect(again.body).toEqual(first.body);
    expect((await ask(firm.userId, 'GET', path)).status).toBe(403);
  });

  it('sees a record that was changed', async () => {
    const { newCase, firm, maker, auditor, decide, ask, database } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    const { body } = await decide(maker, id, APPROVE);
    const { decisions } = await import('./table.ts');
    await withTransaction(database, (tx) => tx.update(decisions).set({ reason: '另一个理由' }));
    const { body: replayed } = await ask(auditor, 'GET', `/api/v1/decisions/${body.decisionId}/replay`);
    expect(replayed.same).toBe(false);
  });
});

describe('appeal', () => {
  const APPEAL = { version: 4, reason: '迁入手续已于上月办结', fileIds: [] };

  async function refused() {
    const opened = await office();
    const id = await opened.newCase(opened.firm, { state: 'in-decision', facts: majorProject('12000000') });
    await opened.decide(opened.maker, id, REFUSE);
    const appeal = (userId: string, more = {}) =>
      opened.ask(userId, 'POST', `/api/v1/applications/${id}/appeal`, { ...APPEAL, ...more });
    const answer = (userId: string, body: unknown) =>
      opened.ask(userId, 'POST', `/api/v1/applications/${id}/appeal/answer`, body);
    return { ...opened, id, appeal, answer };
  }

  it('is decided by another person, who may overturn: published, letter, money', async () => {
    const { id, firm, maker, second, appeal, answer, ask, database } = await refused();
    expect(await appeal(firm.userId)).toMatchObject({ status: 200, body: { state: 'in-appeal' } });
    const overturn = { outcome: 'overturn', version: 5, reason: '新证据成立' };
    expect(await answer(maker, overturn)).toMatchObject({
      status: 412,
      body: { error: { details: [{ path: 'different-person' }] } },
    });
    expect(await answer(second, overturn)).toMatchObject({ status: 200, body: { state: 'in-publicity' } });
    expect(await readCaseMoney(database.read, id)).toMatchObject({ reservedFen: 240_000_000 });
    const { body } = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/outcome`);
    expect(body.letters.map((each: { kind: string }) => each.kind)).toEqual(['refusal', 'appeal-approval']);
    expect(body.decision).toMatchObject({ kind: 'appeal-approval', amount: '2400000' });
  });

  it('may be dismissed, finally', async () => {
    const { firm, second, appeal, answer, ask, id, audited } = await refused();
    await appeal(firm.userId);
    const uphold = { outcome: 'uphold', version: 5, reason: '新证据不成立', clause: '共同条件' };
    expect(await answer(second, uphold)).toMatchObject({ status: 200, body: { state: 'refused-finally' } });
    const { body } = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/letters`);
    expect(body.letters.map((each: { kind: string }) => each.kind)).toEqual(['refusal', 'appeal-refusal']);
    expect(await audited(id)).toEqual(['application.refuse', 'application.appeal', 'application.uphold-refusal']);
  });

  it('comes too late after the window, and only from a certifier', async () => {
    const { now, firm, appeal, newFirm, ask, id } = await refused();
    const other = await newFirm();
    expect((await appeal(other.userId)).status).toBe(404);
    expect(await appeal(firm.userId, { fileIds: ['none'] })).toMatchObject({ status: 422 });
    now.at = new Date('2026-09-01T00:00:00Z');
    expect(await appeal(firm.userId)).toMatchObject({ status: 412 });
    const { body } = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/outcome`);
    expect(body.events).toMatchObject([{ event: 'appeal', permitted: false, blockedBy: ['in-time'] }]);
  });
});

describe('the passing of time', () => {
  it('approves after the notice, commits the money and sends the letter', async () => {
    const { newCase, firm, maker, decide, database, ask, now } = await office();
    const id = await newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed });
    await decide(maker, id, APPROVE);
    const early = withTransaction(database, (tx) =>
      changeState(tx, { actor: 'system', now: now.at, requestId: 't' }, { applicationId: id, event: 'approve' }),
    );
    await expect(early).rejects.toMatchObject({ status: 412 });
    now.at = new Date('2026-06-01T00:00:00Z');
    await withTransaction(database, (tx) =>
      changeState(tx, { actor: 'system', now: now.at, requestId: 't' }, { applicationId: id, event: 'approve' }),
    );
    expect(await readCaseMoney(database.read, id)).toMatchObject({ reservedFen: 0, committedFen: 240_000_000 });
    const { body } = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/letters`);
    expect(body.letters).toMatchObject([{ kind: 'approval' }]);
    const { body: awards } = await ask(undefined, 'GET', '/api/v1/awards');
    expect(awards.awards).toMatchObject([{ firmName: firm.name, amount: '2400000', approvedOn: '2026-06-01' }]);
  });
});

describe('overrides', () => {
  it('are taken in, stand in the decision, and replay', async () => {
    const { newCase, firm, maker, auditor, decide, ask, database } = await office();
    const id = await newCase(firm, { state: 'in-decision', facts: outside, set: { isPlaced: true, amountFen: 1000 } });
    const row = await readApplication(database.read, id);
    const { caseOverrides } = await import('../review/table.ts');
    await withTransaction(database, (tx) =>
      tx.insert(caseOverrides).values({
        id: 'override',
        applicationId: id,
        submissionId: row?.submissionId ?? '',
        path: 'awards.0.for.of.0.of.0',
        computed: JSON.stringify({ verdict: 'no' }),
        verdict: 'yes',
        reason: '已于三月迁入，附变更登记',
        evidence: '[]',
        madeAt: NOW.toISOString(),
        madeBy: 'reviewer',
        madeByName: '审核人',
      }),
    );
    const { body: desk } = await ask(maker, 'GET', `/api/v1/applications/${id}/decision-desk`);
    expect(desk).toMatchObject({ unmet: [], overrides: [{ computed: 'no', verdict: 'yes', by: '审核人' }] });
    const { body } = await decide(maker, id, APPROVE);
    const { body: replayed } = await ask(auditor, 'GET', `/api/v1/decisions/${body.decisionId}/replay`);
    expect(replayed).toMatchObject({ same: true, differences: [] });
  });
});
