import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gazelle2026 } from '../../../testing/open-cases.ts';
import { openStudio as open, type Shown } from '../../../testing/open-studio.ts';
import { openTestFiles } from '../../../testing/open-test-app.ts';
import { runJob } from '../worker/run-job.ts';

type Studio = Awaited<ReturnType<typeof openStudio>>;

/** The studio, and what lies in its store as readable lines. */
async function openStudio() {
  const files = await openTestFiles();
  const folder = dirname(files.spoolFolder);
  const kept = async (): Promise<string[]> => {
    const all = await readdir(folder, { recursive: true, withFileTypes: true });
    const found = all.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    return Promise.all(found.map(async (path) => gunzipSync(await readFile(path)).toString()));
  };
  return { ...(await open(undefined, { files })), kept };
}

const SHEET = [
  '企业名称,统一社会信用代码,营业收入 2023（万元）,营业收入 2025（万元）,联系人,联系电话',
  '甲公司,,10000,13225,张三,13800000000',
  '乙公司,,10000,一亿,李四,13900000000',
  '丙公司,,10000,9000,,',
].join('\n');
const LINES = ['甲公司', '丁公司'].map((name) => JSON.stringify({ name, facts: gazelle2026, phone: '13800000000' }));

const send = async (s: Studio, draftId: string, body: string, user = s.editor, format = 'csv'): Promise<Shown> => {
  const query = new URLSearchParams({ draftId, format, name: `名单.${format}` });
  const answer = await s.app.request(`/api/v1/studio/populations?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', 'X-Test-User': user },
    body,
  });
  return { status: answer.status, body: await answer.json() };
};
const list = async (s: Studio, user = s.editor): Promise<readonly Shown[]> =>
  (await s.must(s.ask(user, 'GET', '/api/v1/studio/populations'))).populations;
const remove = (s: Studio, id: string, user = s.editor) =>
  s.ask(user, 'DELETE', `/api/v1/studio/populations/${id}`, {});

async function tried(s: Studio, draftId: string, populationId: string): Promise<Shown> {
  const body = { population: { kind: 'uploaded', populationId } };
  const { id } = await s.must(s.ask(s.editor, 'POST', s.at(draftId, '/trials'), body), 202);
  for (;;) {
    const trial = await s.must(s.ask(s.editor, 'GET', `/api/v1/studio/trials/${id}`));
    if (trial.state !== 'running') return trial;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a sheet is kept with its names and figures alone, tells every row it cannot read, and is tried on', async () => {
  const s = await openStudio();
  const { id } = await s.newDraft();
  const sent = await send(s, id, SHEET);
  expect(sent).toMatchObject({ status: 201, body: { name: '名单.csv', firms: 2, skipped: 1, mayDelete: true } });
  expect(sent.body.problems).toMatchObject([{ line: 3, problem: expect.stringContaining('营业收入 2025（万元）') }]);
  const trial = await tried(s, id, sent.body.id);
  expect(trial.population).toMatchObject({
    firms: 2,
    digest: sent.body.digest,
    list: { name: '名单.csv', isDeleted: false },
  });
  expect(await list(s, s.approver)).toMatchObject([{ id: sent.body.id, trials: 1, by: { name: '程拟稿' } }]);
  expect((await s.ask(s.reader, 'GET', '/api/v1/studio/populations')).status).toBe(403);
  const content = (await s.kept()).join();
  expect(content).toContain('甲公司');
  expect(content).not.toMatch(/张三|138/);
  expect(await s.audited(id)).toContain('policy-trial.population-uploaded');
});

test('it is there after the process has forgotten it, and names are for policy staff alone', async () => {
  const s = await openStudio();
  const { id } = await s.newDraft();
  await s.edit(id, [{ op: 'replace', path: 'tiers.1.gates.5.when.b.value', value: '1' }]);
  const { body } = await send(s, id, LINES.join('\n'), s.editor, 'ndjson');
  const first = await tried(s, id, body.id);
  for (const key of ['a', 'b', 'c', 'd']) await runJob('begin', { key });
  const again = await tried(s, id, body.id);
  expect(again).toMatchObject({ state: 'done', population: { firms: 2, digest: first.population.digest } });
  expect(again.sides[0].impact).toEqual(first.sides[0].impact);
  expect(Object.keys(again.names)).toEqual(expect.arrayContaining(['甲公司', '丁公司']));
  const masked = await s.must(s.ask(s.reader, 'GET', `/api/v1/studio/trials/${again.id}`));
  expect(Object.values(masked.names)).toContainEqual({ name: '', isMasked: true, firmId: null });
  expect(JSON.stringify(masked)).not.toMatch(/甲公司|丁公司/);
});

test('whoever sent it deletes it, or an approver; its trials still name it', async () => {
  const s = await openStudio();
  const { id } = await s.newDraft();
  const [one, two] = [await send(s, id, SHEET), await send(s, id, SHEET)].map(({ body }) => body);
  const trial = await tried(s, id, one.id);
  expect((await remove(s, one.id, s.other)).status).toBe(403);
  await s.must(remove(s, one.id), 204);
  expect((await remove(s, one.id)).status).toBe(404);
  expect(await s.kept()).toHaveLength(1);
  const shown = await s.must(s.ask(s.editor, 'GET', `/api/v1/studio/trials/${trial.id}`));
  expect(shown.population.list).toEqual({ name: '名单.csv', isDeleted: true });
  expect(await tried(s, id, one.id)).toMatchObject({ state: 'failed', failure: 'population-gone' });
  await s.must(remove(s, two.id, s.approver), 204);
  expect(await s.kept()).toEqual([]);
  expect(await list(s)).toEqual([]);
  expect(await s.audited(id)).toContain('policy-trial.population-deleted');
});

test('one a published version was tried on stays', async () => {
  const s = await openStudio();
  const { id } = await s.newDraft();
  const { body } = await send(s, id, SHEET);
  await tried(s, id, body.id);
  await s.put(id);
  expect(await list(s)).toMatchObject([{ id: body.id, mayDelete: false }]);
  expect((await remove(s, body.id)).status).toBe(409);
});

test.each([
  ['nothing', '', 1],
  ['a head alone', '企业名称,营业收入 2025（万元）', 1],
  ['rows of which none can be read', '企业名称,营业收入 2025（万元）\n甲公司,一\n乙公司,二', 2],
])('a sheet of %s is refused with every reason, and nothing is kept', async (_what, text, reasons) => {
  const s = await openStudio();
  const { id } = await s.newDraft();
  const { status, body } = await send(s, id, text);
  expect([status, body.error.details.length]).toEqual([422, reasons]);
  expect([await s.kept(), await list(s)]).toEqual([[], []]);
});
