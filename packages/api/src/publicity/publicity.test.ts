import { describe, expect, it } from 'vitest';
import { openOffice } from '../../testing/open-office.ts';
import { NOW, openTestFiles } from '../../testing/open-test-app.ts';
import { samplePdf, samplePng } from '../../testing/sample-files.ts';
import type { AppDeps } from '../app.ts';
import { readApplication } from '../applications/queries.ts';
import { outbox } from '../notifications/table.ts';

const placed = { isPlaced: true, amountFen: 240_000_000 };
const NAMED = { isAnonymous: false, name: '张三', contact: 'zhang@example.org', text: '该项目与往年重复' };

async function published(count = 1, deps: Partial<AppDeps> = {}) {
  const now = { at: NOW };
  const opened = await openOffice({ ...deps, clock: () => now.at });
  const firm = await opened.newFirm();
  const maker = await opened.newStaff('decision-maker', '甲');
  const clerk = await opened.newStaff('intake-clerk');
  const ids: string[] = [];
  for (let i = 0; i < count; i++)
    ids.push(await opened.newCase(firm, { state: 'in-decision', panelScore: 8800, set: placed }));
  const items = ids.map((applicationId) => ({ applicationId, version: 3 }));
  const decision = { outcome: 'approve', reason: '符合条件' };
  await opened.ask(maker, 'POST', '/api/v1/decisions/bulk', { items, decision });
  const { body } = await opened.ask(undefined, 'GET', '/api/v1/publicity');
  const noticeId: string = body.notices[0].id;
  const object = (id: string, objection: unknown = NAMED) =>
    opened.ask(undefined, 'POST', `/api/v1/publicity/${noticeId}/rows/${id}/objections`, objection);
  const notice = async () => (await opened.ask(undefined, 'GET', `/api/v1/publicity/${noticeId}`)).body;
  const view = async (id: string, userId = maker) =>
    (await opened.ask(userId, 'GET', `/api/v1/applications/${id}/publicity`)).body;
  const answer = async (id: string, outcome: string, userId = maker, more = {}) => {
    const { objections, version } = await view(id);
    const open = objections.find((each: { outcome: unknown }) => each.outcome === null);
    return opened.ask(userId, 'POST', `/api/v1/objections/${open.id}/answer`, {
      version,
      outcome,
      answer: '经核实，……',
      ...more,
    });
  };
  return { ...opened, now, firm, maker, clerk, ids, first: ids[0] ?? '', noticeId, object, notice, view, answer };
}

describe('a notice', () => {
  it('is open to everyone and says who, what, how much, until when and whom to tell', async () => {
    const { notice, firm } = await published();
    expect(await notice()).toMatchObject({
      number: '公示〔2026〕1号',
      isOpen: true,
      workingDays: 10,
      total: '2400000',
      rows: [{ firmName: firm.name, amount: '2400000', status: 'open', until: '2026-04-16' }],
    });
  });

  it('is not found under another number', async () => {
    const { ask } = await published();
    expect((await ask(undefined, 'GET', '/api/v1/publicity/none')).status).toBe(404);
  });
});

describe('an objection', () => {
  it('stops only the row concerned', async () => {
    const { ids, first, object, notice, audited } = await published(3);
    const answer = await object(first);
    expect(answer).toMatchObject({ status: 201, body: { number: 'YY-2026-000001' } });
    expect((await notice()).rows.map((row: { status: string }) => row.status)).toEqual(['objection', 'open', 'open']);
    expect(await audited(first)).toContain('application.raise-objection');
    expect((await audited()).filter((a) => a === 'objection.received')).toHaveLength(1);
    expect(ids).toHaveLength(3);
  });

  it.each([
    ['without a name', { isAnonymous: false, contact: 'x', text: 'y' }, 422],
    ['without words', { isAnonymous: true, text: ' ' }, 422],
    ['anonymous', { isAnonymous: true, text: '匿名反映' }, 201],
  ])('%s', async (_what, objection, status) => {
    const { first, object } = await published();
    expect((await object(first, objection)).status).toBe(status);
  });

  it('comes too late after the last day, and not on a row of another notice', async () => {
    const { first, object, now, ask, noticeId } = await published();
    expect((await ask(undefined, 'POST', `/api/v1/publicity/${noticeId}/rows/none/objections`, NAMED)).status).toBe(
      404,
    );
    now.at = new Date('2026-04-16T15:59:00Z');
    expect((await object(first)).status).toBe(201);
    now.at = new Date('2026-04-16T16:01:00Z');
    const { first: other, object: late, now: clock } = await published();
    clock.at = now.at;
    expect(await late(other)).toMatchObject({ status: 409, body: { error: { code: 'notice-closed' } } });
  });

  it('is rate-limited', async () => {
    const { testLimits } = await import('../../testing/open-test-app.ts');
    const opened = await openOffice({ limits: { ...testLimits, objectionsPerMinute: 2 } });
    const send = () => opened.ask(undefined, 'POST', '/api/v1/publicity/x/rows/y/objections', NAMED);
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([404, 404, 429]);
  });

  it('dismissed: the notice goes on for the days that were left', async () => {
    const { first, object, answer, notice, now, database, audited } = await published();
    now.at = new Date('2026-04-09T02:00:00Z');
    await object(first);
    now.at = new Date('2026-04-20T02:00:00Z');
    expect(await answer(first, 'dismissed')).toMatchObject({ status: 200, body: { state: 'in-publicity' } });
    const [row] = (await notice()).rows;
    // Five working days were used up to 9 April (6 April is a day off); five are left from 21 April on.
    expect(row).toMatchObject({ status: 'open', until: '2026-04-27', answers: [{ outcome: 'dismissed' }] });
    const mails = await database.read.select().from(outbox);
    expect(mails.map(({ to }) => to)).toContain('zhang@example.org');
    expect(await audited(first)).toEqual(expect.arrayContaining(['application.dismiss-objection']));
  });

  it('upheld: decided again; another amount is published anew for the whole time', async () => {
    const { first, object, answer, notice, now, ask, maker, database } = await published();
    now.at = new Date('2026-04-09T02:00:00Z');
    await object(first);
    expect(await answer(first, 'upheld')).toMatchObject({ status: 200, body: { state: 'in-decision' } });
    const row = await readApplication(database.read, first);
    const again = {
      outcome: 'approve',
      version: row?.version,
      amount: '2000000',
      deviationReason: '核减',
      reason: '重新核定',
    };
    const decided = await ask(maker, 'POST', `/api/v1/applications/${first}/decisions`, again);
    expect(decided).toMatchObject({ status: 200, body: { dueOn: '2026-04-23' } });
    expect((await notice()).rows).toMatchObject([
      { status: 'replaced', amount: '2400000', replacedBy: decided.body.noticeId },
    ]);
    const { body } = await ask(undefined, 'GET', `/api/v1/publicity/${decided.body.noticeId}`);
    expect(body.rows).toMatchObject([{ status: 'open', amount: '2000000' }]);
  });

  it('waits until every objection is answered; one upheld is enough', async () => {
    const { first, object, answer } = await published();
    await object(first);
    await object(first, { isAnonymous: true, text: '第二件' });
    expect(await answer(first, 'upheld')).toMatchObject({ body: { state: 'under-objection' } });
    expect(await answer(first, 'dismissed')).toMatchObject({ body: { state: 'in-decision' } });
  });

  it('is answered by a decision maker alone, once, and on the version seen', async () => {
    const { first, object, answer, clerk } = await published();
    await object(first);
    expect((await answer(first, 'dismissed', clerk)).status).toBe(403);
    expect((await answer(first, 'dismissed', undefined, { version: 1 })).status).toBe(409);
    expect((await answer(first, 'dismissed', undefined, { answer: '' })).status).toBe(422);
  });

  it('shows name and contact to who answers alone, and that is noted', async () => {
    const { first, object, view, clerk, audited, notice } = await published();
    await object(first);
    expect((await view(first, clerk)).objections).toMatchObject([{ name: '张***', contact: 'z***' }]);
    expect(await audited(first)).not.toContain('objection.contacts-viewed');
    expect((await view(first)).objections).toMatchObject([{ name: '张三', contact: 'zhang@example.org' }]);
    expect(await audited(first)).toContain('objection.contacts-viewed');
    expect(JSON.stringify(await notice())).not.toContain('zhang');
  });
});

describe('files with an objection', () => {
  const attaching = async (deps: Partial<AppDeps> = {}) => {
    const opened = await published(1, deps);
    const { body: receipt } = await opened.object(opened.first);
    const attach = async (
      content: Buffer = samplePdf,
      { name = '合同.pdf', key = receipt.filesKey, id = receipt.id } = {},
    ) => {
      const answer = await opened.app.request(
        `/api/v1/publicity/objections/${id}/files?name=${encodeURIComponent(name)}`,
        { method: 'POST', headers: { 'Content-Type': 'application/octet-stream', 'X-Files-Key': key }, body: content },
      );
      const body: ReturnType<typeof JSON.parse> = await answer.json();
      return { status: answer.status, body };
    };
    const fileAt = (fileId: string) => `/api/v1/objections/${receipt.id}/files/${fileId}`;
    return { ...opened, receipt, attach, fileAt };
  };

  it('are taken from who raised it, and opened by who answers alone, with a note', async () => {
    const { attach, view, first, clerk, maker, ask, fileAt, audited, notice } = await attaching();
    expect((await notice()).files).toEqual({ most: 5, limitBytes: 2 ** 20 });
    const sent = await attach();
    expect(sent).toMatchObject({
      status: 201,
      body: { name: '合同.pdf', mediaType: 'application/pdf', state: 'clean' },
    });
    expect(await audited(sent.body.id)).toEqual(['file.uploaded']);
    const [forMaker] = (await view(first)).objections;
    const [forClerk] = (await view(first, clerk)).objections;
    expect([forMaker.attachments, forClerk.attachments, forClerk.attachmentCount]).toEqual([[sent.body], [], 1]);
    const opened = await ask(maker, 'GET', `${fileAt(sent.body.id)}?as=preview`);
    expect([opened.status, opened.headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/^inline/)]);
    expect(opened.headers.get('content-security-policy')).toContain('sandbox');
    expect(await audited(sent.body.id)).toEqual(['file.uploaded', 'file.viewed']);
    expect((await ask(clerk, 'GET', fileAt(sent.body.id))).status).toBe(403);
    // An objection is no firm: nobody comes to its files through the files of firms.
    const { id } = forMaker;
    for (const path of ['', `/${sent.body.id}`, `/${sent.body.id}/content`])
      expect((await ask(maker, 'GET', `/api/v1/firms/${id}/files${path}`)).status).toBe(404);
  });

  it('are refused without the key, of another kind, once answered, after two hours, and beyond five', async () => {
    const { attach, first, answer, now } = await attaching();
    expect((await attach(samplePdf, { key: 'guessed' })).status).toBe(404);
    expect((await attach(samplePdf, { id: 'none' })).status).toBe(404);
    expect((await attach(Buffer.from('#!/bin/sh'))).body.error.code).toBe('invalid-file');
    expect((await attach(Buffer.alloc(2 ** 20 + 1))).status).toBe(413);
    const five = await Promise.all(Array.from({ length: 7 }, () => attach(samplePng, { name: '照片.png' })));
    expect(five.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 201, 409, 409]);
    now.at = new Date(now.at.getTime() + 2 * 3_600_000 + 1);
    expect((await attach()).body.error.code).toBe('attaching-over');
    now.at = NOW;
    await answer(first, 'dismissed');
    expect((await attach()).body.error.code).toBe('attaching-over');
  });

  it('wait in quarantine for the scanner, and what it rejects opens for nobody', async () => {
    let release = () => {};
    const waiting = new Promise<void>((done) => {
      release = done;
    });
    const scanner = { name: 'test', scan: () => waiting.then(() => 'infected' as const) };
    const { attach, maker, ask, fileAt, view, first } = await attaching({
      files: { ...(await openTestFiles()), scanner },
    });
    const sent = await attach();
    expect(sent.body.state).toBe('quarantined');
    const open = async () => (await ask(maker, 'GET', fileAt(sent.body.id))).body.error.code;
    expect(await open()).toBe('file-quarantined');
    release();
    const state = async () => (await view(first)).objections[0].attachments[0].state;
    await expect.poll(state, { timeout: 20_000 }).toBe('rejected');
    expect(await open()).toBe('file-rejected');
  });
});
