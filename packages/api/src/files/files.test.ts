import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { describe, expect, test } from 'vitest';
import { notedOf } from '../../testing/noted-of.ts';
import { openOffice } from '../../testing/open-office.ts';
import { openTestFiles, TEST_USER, testFolder } from '../../testing/open-test-app.ts';
import { samplePdf, samplePng } from '../../testing/sample-files.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { errorBody } from '../http/contract.ts';
import { holdFiles } from './hold-files.ts';
import { createScanRun } from './scan-pending.ts';
import { commandScanner } from './scanner.ts';
import { files } from './table.ts';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());

async function openWithFirm(more: Parameters<typeof openTestFiles>[0] = {}) {
  const folder = join(testFolder(), 'files');
  const deps = await openTestFiles({ folder, ...more });
  const office = await openOffice({ files: deps });
  const firm = await office.newFirm('甲', 'editor');
  const path = `/api/v1/firms/${firm.firmId}/files`;
  const send = async (name: string, body: Uint8Array | ReadableStream, who = firm.userId, headers = {}) => {
    const init = { method: 'POST', body: body as never, duplex: 'half' };
    const answer = await office.app.request(`${path}?name=${encodeURIComponent(name)}`, {
      ...init,
      headers: { 'Content-Type': 'application/octet-stream', [TEST_USER]: who, ...headers },
    } as RequestInit);
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  const open = (id: string, who = firm.userId, as = 'download') =>
    office.app.request(`${path}/${id}/content?as=${as}`, { headers: { [TEST_USER]: who } });
  return { ...office, firm, path, send, open, folder, deps };
}

/** A scanner as a person would write one: exit 1 where the marker stands, 2 where a file says that it is away. */
function scriptScanner(folder = testFolder()): { readonly command: readonly string[]; readonly away: string } {
  const script = join(folder, 'scan.sh');
  const away = join(folder, 'away');
  writeFileSync(
    script,
    `#!/bin/sh\n[ -e "${away}" ] && exit 2\ngrep -q HARMFUL-TEST-MARKER "$1" && exit 1\n[ -s "$1" ] || exit 3\nexit 0\n`,
  );
  chmodSync(script, 0o755);
  return { command: [script], away };
}

describe('sending a file', () => {
  test('it is kept by its digest, and the list shows it with who sent it', async () => {
    const { send, ask, firm, path, database, folder } = await openWithFirm();
    const { status, body } = await send('审计报告.pdf', samplePdf);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        name: '审计报告.pdf',
        sizeBytes: samplePdf.length,
        mediaType: 'application/pdf',
        state: 'clean',
        scannedBy: 'none',
        uploadedBy: '甲的签署人',
        isHeld: false,
      }),
    ]);
    expect((await ask(firm.userId, 'GET', path)).body).toEqual({ files: [body], limitBytes: 2 ** 20 });
    expect((await ask(firm.userId, 'GET', `${path}/${body.id}`)).body).toEqual(body);
    expect(filesIn(folder).map(({ name }) => name)).toEqual([body.digest]);
    expect(await notedOf(database, body.id, 'file')).toEqual(['file.uploaded']);
  });

  test('the same content twice lies there once, and goes when the last file of it goes', async () => {
    const { send, ask, firm, path, folder } = await openWithFirm();
    const [a, b] = await Promise.all([send('a.pdf', samplePdf), send('b.pdf', samplePdf)]);
    expect(filesIn(folder)).toHaveLength(1);
    const remove = (id: string) => ask(firm.userId, 'DELETE', `${path}/${id}`);
    expect((await remove(a.body.id)).status).toBe(204);
    expect(filesIn(folder)).toHaveLength(1);
    expect((await remove(b.body.id)).status).toBe(204);
    expect(filesIn(folder)).toEqual([]);
    expect((await remove(b.body.id)).status).toBe(404);
  });

  test.each([
    ['content that is not what the name says', 'a.pdf', samplePng, 422, 'invalid-file'],
    ['a kind that is not taken', 'a.html', Buffer.from('<html>'), 422, 'invalid-file'],
    ['nothing', 'a.pdf', Buffer.alloc(0), 422, 'invalid-file'],
    ['no name', ' ', samplePdf, 422, 'invalid-file'],
    ['one byte too many', 'a.csv', Buffer.alloc(2 ** 20 + 1, 65), 413, 'file-too-large'],
  ])('%s is refused and leaves nothing', async (_, name, bytes, status, code) => {
    const { send, folder, database } = await openWithFirm();
    const answer = await send(name, bytes);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/);
    expect(filesIn(folder)).toEqual([]);
    expect(await database.read.select().from(files)).toEqual([]);
  });

  test('exactly the limit is taken', async () => {
    const { send } = await openWithFirm();
    expect((await send('a.csv', Buffer.alloc(2 ** 20, 65))).status).toBe(201);
  });

  test('a name is kept without path and tricks', async () => {
    const { send } = await openWithFirm();
    expect((await send('../../etc/报告\u202e.pdf', samplePdf)).body.name).toBe('报告.pdf');
    expect((await send('C:\\我的\\a\r\nb.pdf', samplePdf)).body.name).toBe('ab.pdf');
  });

  test('only as bytes: a form of another site cannot send one', async () => {
    const { send } = await openWithFirm();
    expect((await send('a.pdf', samplePdf, undefined, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  test('INVARIANT nothing-by-halves: a connection that breaks half-way leaves neither row nor bytes', async () => {
    const { app, path, firm, folder, database } = await openWithFirm();
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    const head = [
      `POST ${path}?name=a.pdf HTTP/1.1`,
      'Host: x',
      `${TEST_USER}: ${firm.userId}`,
      'Content-Type: application/octet-stream',
    ];
    socket.write(`${[...head, 'Content-Length: 500000', '', ''].join('\r\n')}`);
    socket.write(samplePdf);
    // Half of it has arrived.
    await expect.poll(() => filesIn(folder).length, { timeout: 20_000 }).toBe(1);
    socket.destroy();
    await expect.poll(() => filesIn(folder).length, { timeout: 20_000 }).toBe(0);
    expect(await database.read.select().from(files)).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('opening a file', () => {
  test('gives the bytes with headers that keep them harmless, and every opening is noted', async () => {
    const { send, open, newStaff, database } = await openWithFirm();
    const { id } = (await send('审计 "2025".pdf', samplePdf)).body;
    const answer = await open(id);
    expect(Buffer.from(await answer.arrayBuffer()).equals(samplePdf)).toBe(true);
    const header = (name: string) => answer.headers.get(name);
    expect(header('Content-Type')).toBe('application/pdf');
    expect(header('Content-Disposition')).toBe(
      'attachment; filename="__ _2025_.pdf"; filename*=UTF-8\'\'%E5%AE%A1%E8%AE%A1%20%222025%22.pdf',
    );
    expect(header('X-Content-Type-Options')).toBe('nosniff');
    expect(header('Content-Security-Policy')).toBe("sandbox; default-src 'none'");
    expect(header('Cache-Control')).toContain('no-store');
    const shown = await open(id, await newStaff('department-reviewer', 'x'), 'preview');
    expect(shown.headers.get('Content-Disposition')).toMatch(/^inline/);
    expect(await notedOf(database, id, 'file')).toEqual(['file.uploaded', 'file.downloaded', 'file.viewed']);
  });

  test('a table is never shown by the browser itself', async () => {
    const { send, open } = await openWithFirm();
    const { id } = (await send('a.csv', Buffer.from('a,b\n'))).body;
    expect((await open(id, undefined, 'preview')).headers.get('Content-Disposition')).toMatch(/^attachment/);
  });

  test('another firm finds nothing; a file of one firm is not found under another; others need the role', async () => {
    const { send, open, ask, app, path, firm, newFirm, newStaff, database } = await openWithFirm();
    const { id } = (await send('a.pdf', samplePdf)).body;
    const stranger = await newFirm('乙', 'owner');
    expect((await open(id, stranger.userId)).status).toBe(404);
    expect((await ask(stranger.userId, 'GET', path)).status).toBe(404);
    expect((await ask(stranger.userId, 'DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await send('a.pdf', samplePdf, stranger.userId)).status).toBe(404);
    for (const at of [`/${id}`, `/${id}/content`])
      expect((await ask(stranger.userId, 'GET', `/api/v1/firms/${stranger.firmId}/files${at}`)).status).toBe(404);
    expect((await ask(stranger.userId, 'DELETE', `/api/v1/firms/${stranger.firmId}/files/${id}`)).status).toBe(404);
    for (const role of ['panel-expert', 'policy-editor', 'system-administrator'] as const)
      expect((await open(id, await newStaff(role))).status).toBe(403);
    const auditor = await newStaff('auditor');
    expect((await open(id, auditor)).status).toBe(200);
    expect((await send('b.pdf', samplePdf, auditor)).status).toBe(403);
    expect((await ask(auditor, 'DELETE', `${path}/${id}`)).status).toBe(403);
    expect((await app.request(path)).status).toBe(401);
    expect((await notedOf(database, id, 'file')).filter((each) => each === 'file.downloaded')).toHaveLength(1);
    expect(firm.firmId).not.toBe(stranger.firmId);
  });
});

describe('a file the office sends in', () => {
  test.each(['intake-clerk', 'department-reviewer'] as const)(
    'a %s adds the paper found; the firm sees it, without the name of who sent it',
    async (role) => {
      const { send, ask, open, firm, path, newStaff, database } = await openWithFirm();
      const official = await newStaff(role, '严谨');
      const { status, body } = await send('社保查询.pdf', samplePdf, official);
      expect([status, body]).toEqual([201, expect.objectContaining({ side: 'office', uploadedBy: '严谨' })]);
      const [seen] = (await ask(firm.userId, 'GET', path)).body.files;
      expect(seen).toMatchObject({ id: body.id, side: 'office', uploadedBy: '' });
      expect((await open(body.id)).status).toBe(200);
      expect(await notedOf(database, body.id, 'file')).toEqual(['file.uploaded', 'file.downloaded']);
    },
  );

  test('each side takes back only what it sent itself', async () => {
    const { send, ask, firm, path, newStaff, database } = await openWithFirm();
    const [official, colleague] = [await newStaff('intake-clerk'), await newStaff('intake-clerk')];
    const [theirs, ours] = [await send('a.pdf', samplePdf, official), await send('b.pdf', samplePdf)];
    const remove = async (who: string, { body }: typeof ours) =>
      (await ask(who, 'DELETE', `${path}/${body.id}`)).status;
    expect(await remove(firm.userId, theirs)).toBe(403);
    expect(await remove(colleague, theirs)).toBe(403);
    expect(await remove(official, ours)).toBe(403);
    expect(await remove(official, theirs)).toBe(204);
    expect(await remove(firm.userId, ours)).toBe(204);
    expect(await notedOf(database, theirs.body.id, 'file')).toEqual(['file.uploaded', 'file.deleted']);
  });

  test('is refused for a firm that is not there, and proves a figure where there is one', async () => {
    const { send, ask, app, firm, newStaff } = await openWithFirm();
    const official = await newStaff('department-reviewer', '严谨');
    const nowhere = await app.request('/api/v1/firms/no-such/files?name=a.pdf', {
      method: 'POST',
      body: samplePdf as never,
      headers: { 'Content-Type': 'application/octet-stream', [TEST_USER]: official },
    });
    expect(nowhere.status).toBe(404);
    const { id } = (await send('社保查询.pdf', samplePdf, official)).body;
    const proven = await ask(official, 'POST', `/api/v1/firms/${firm.firmId}/facts/verifications`, {
      facts: { employees: { '2025': '120' } },
      source: 'proven',
      about: { 'employees@2025': { evidence: [id] } },
    });
    expect([proven.status, proven.body.changed]).toEqual([200, ['employees@2025']]);
    expect((await ask(firm.userId, 'GET', `/api/v1/firms/${firm.firmId}/files/${id}`)).body.isHeld).toBe(true);
  });
});

describe('deleting', () => {
  test('what something needs is never deleted', async () => {
    const { send, ask, open, firm, path, database } = await openWithFirm();
    const { id } = (await send('a.pdf', samplePdf)).body;
    await withTransaction(database, (tx) => holdFiles(tx, [id, id], 'submission:1'));
    const refused = await ask(firm.userId, 'DELETE', `${path}/${id}`);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'file-in-use']);
    expect((await ask(firm.userId, 'GET', `${path}/${id}`)).body.isHeld).toBe(true);
    expect((await open(id)).status).toBe(200);
  });

  test('a deleted file is not opened, listed or held again', async () => {
    const { send, ask, open, firm, path, database } = await openWithFirm();
    const { id } = (await send('a.pdf', samplePdf)).body;
    await ask(firm.userId, 'DELETE', `${path}/${id}`);
    expect((await open(id)).status).toBe(404);
    expect((await ask(firm.userId, 'GET', path)).body.files).toEqual([]);
    await expect(withTransaction(database, (tx) => holdFiles(tx, [id], 'submission:1'))).rejects.toThrow('file-gone');
    expect(await notedOf(database, id, 'file')).toEqual(['file.uploaded', 'file.deleted']);
  });
});

describe('the scanner', () => {
  test('a file waits until it is clean; until then only who sent it opens it', async () => {
    const { command, away } = scriptScanner();
    writeFileSync(away, '');
    const office = await openWithFirm({ scannerCommand: command });
    const { send, open, newStaff, database, deps } = office;
    const { id, state } = (await send('a.pdf', samplePdf)).body;
    expect(state).toBe('quarantined');
    const clerk = await newStaff('intake-clerk');
    expect((await open(id, clerk)).status).toBe(409);
    expect((await open(id)).status).toBe(200);
    const scan = createScanRun(database, deps, () => new Date());
    await scan();
    expect((await open(id, clerk)).status).toBe(409);
    rmSync(away);
    await scan();
    expect((await open(id, clerk)).status).toBe(200);
    expect((await office.ask(clerk, 'GET', `${office.path}/${id}`)).body).toMatchObject({
      state: 'clean',
      scannedBy: 'scan.sh',
    });
    expect(await notedOf(database, id, 'file')).toContain('file.clean');
  });

  test('what does harm is rejected, opens for nobody, and its bytes are gone', async () => {
    const office = await openWithFirm({ scannerCommand: scriptScanner().command });
    const { send, open, database, deps, folder, firm, ask, path } = office;
    const { id } = (await send('a.pdf', Buffer.concat([samplePdf, Buffer.from('HARMFUL-TEST-MARKER')]))).body;
    await createScanRun(database, deps, () => new Date())();
    const refused = await open(id);
    expect([refused.status, errorBody.parse(await refused.json()).error.code]).toEqual([409, 'file-rejected']);
    // The upload has begun a scan of its own, which may still be putting its copy away.
    await expect.poll(() => filesIn(folder), { timeout: 20_000 }).toEqual([]);
    expect((await ask(firm.userId, 'GET', path)).body.files[0].state).toBe('rejected');
    expect(await notedOf(database, id, 'file')).toEqual(['file.uploaded', 'file.rejected']);
  });

  test.each([
    ['clean', 'exit 0', 'clean'],
    ['infected', 'exit 1', 'infected'],
    ['its own trouble', 'exit 2', 'failed'],
    ['killed by a signal', 'kill -9 $$', 'failed'],
    ['no answer in time', 'exec sleep 30', 'failed'],
  ])('a command that says %s', async (_, script, expected) => {
    const path = join(testFolder(), 'scan.sh');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    expect(await commandScanner([path], 500).scan(path)).toBe(expected);
  });

  test('a command that is not there has no result', async () => {
    expect(await commandScanner(['no-such-scanner']).scan('x')).toBe('failed');
  });
});

test('pages of files follow each other without gaps', async () => {
  const { send, ask, firm, path } = await openWithFirm();
  for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await send(name, samplePdf);
  const first = (await ask(firm.userId, 'GET', `${path}?limit=2`)).body;
  const second = (await ask(firm.userId, 'GET', `${path}?limit=2&after=${first.next}`)).body;
  const names = [...first.files, ...second.files].map((each: { name: string }) => each.name);
  expect([names, second.next]).toEqual([['c.pdf', 'b.pdf', 'a.pdf'], undefined]);
});
