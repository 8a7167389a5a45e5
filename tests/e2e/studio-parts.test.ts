import { readFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { studio } from '../../packages/web/src/messages/zh-CN/studio.ts';
import { studioForce } from '../../packages/web/src/messages/zh-CN/studio-force.ts';
import { studioWork } from '../../packages/web/src/messages/zh-CN/studio-work.ts';
import { useOffice } from '../support/office/use-office.ts';

const office = useOffice(['editor', 'approver']);

const LADDER = 'version:nbhtz-ladder:2020-11-23';
const GROWTH = /^瞪羚企业 · 路径一.* · 两年复合增长率高于20% · >/;

interface Draft {
  readonly id: string;
  readonly version: number;
  readonly document: { readonly label: Readonly<Record<string, string>> };
}

async function newDraft(title: string): Promise<string> {
  const body = { from: 'text', ref: LADDER, title, inForceFrom: '2026-07-01' };
  return (await office().staff.editor.ask<Draft>('POST', '/api/v1/studio/drafts', body)).id;
}
/** A text of one edge: making cases for all of a ladder's takes its time. */
async function newSmallDraft(title: string): Promise<string> {
  const { editor } = office().staff;
  const words = (text: string) => ({ 'zh-CN': text });
  const label = words('单级梯队');
  const body = { from: 'blank', policyId: 'one-rung', title, label, inForceFrom: '2026-07-01' };
  const { id, version } = await editor.ask<Draft>('POST', '/api/v1/studio/drafts', body);
  const ask = { group: 'finance', question: words('估值是多少？') };
  const valuation = { id: 'valuation', label: words('估值'), type: 'money', ifMissing: 'ask', ask };
  const [a, b] = [
    { k: 'fact', fact: 'valuation' },
    { k: 'lit', value: '1000000000', unit: 'CNY' },
  ];
  const route = { id: 'big.direct', k: 'direct', label: words('估值路径'), when: { k: 'cmp', op: 'ge', a, b } };
  const tier = { id: 'big', label: words('准独角兽'), gates: [], vetoes: [], routes: [route] };
  const ops = [
    { op: 'add', path: 'facts.1', value: valuation },
    { op: 'add', path: 'tiers.0', value: tier },
  ];
  await editor.ask('POST', `/api/v1/studio/drafts/${id}/edits`, { version, ops, summary: '录入' });
  return id;
}

const draftOf = (id: string) => office().staff.editor.ask<Draft>('GET', `/api/v1/studio/drafts/${id}`);

async function open(path: string, who: 'editor' | 'approver' | undefined = 'editor'): Promise<Page> {
  const page = await office().pageOf(who && office().staff[who]);
  await page.goto(path);
  return page;
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) => page.getByText(studio.save.saved, { exact: true }).waitFor();
const savedFile = async (page: Page, click: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download.path();
};

test('a list of firms is filled into the template, told row by row, tried on, kept and deleted', async () => {
  const page = await open(`/studio/drafts/${await newDraft('名单试算')}?tab=trials`);
  await page.getByLabel(studioWork.populationKind.uploaded).check();
  const template = await savedFile(page, () => button(page, studioWork.template).click());
  const [sheet] = (await readXlsx(new Uint8Array(await readFile(template)))).sheets;
  const headers = (sheet?.rows[0] ?? []).map(String);
  const rowOf = (name: string, revenue: string) =>
    headers.map((header) => (header === '企业名称' ? name : header.startsWith('营业收入 2025') ? revenue : null));
  const rows = [headers, rowOf('甲公司', '12000'), rowOf('乙公司', '一亿'), rowOf('丙公司', '13000')];
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: '填写', rows }] }));
  await page
    .locator('#population-file')
    .setInputFiles({ name: '名单.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByText(studioWork.firmsRead('2')).waitFor();
  await page.getByText(/^第 3 行：“营业收入 2025（万元）”的“一亿”不是数字/).waitFor();
  await button(page, studioWork.runTrial).click();
  await page.getByText(studioWork.onList('名单.xlsx', false)).waitFor();
  await button(page, studioWork.deleteList).click();
  await page.getByRole('dialog').getByRole('button', { name: studioWork.deleteList }).click();
  await page.locator('#population-list').waitFor({ state: 'detached' });
});

test('a slider moves any figure, shows firms at each place, and the draft takes the place over', async () => {
  const id = await newDraft('滑动');
  const page = await open(`/studio/drafts/${id}?tab=trials`);
  await page.getByLabel(studioWork.populationKind.synthetic).check();
  const choices = page.getByLabel(studioWork.whichFigure);
  const growth = (await choices.locator('option').allTextContents()).find((each) => GROWTH.test(each));
  expect(growth).toMatch(/（20%）$/);
  await choices.selectOption({ label: growth ?? '' });
  const slider = page.locator('#sweep-slider');
  await slider.waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe('20%');
  await slider.press('End');
  const moved = (await slider.getAttribute('aria-valuetext')) ?? '';
  expect(Number.parseFloat(moved)).toBeGreaterThan(20);
  await button(page, studioWork.useThis).click();
  await page.locator('#sweep-figure option', { hasText: `高于20% · >（${moved}）` }).waitFor({ state: 'attached' });
  await expect.poll(async () => (await draftOf(id)).version).toBe(1);
});

test('cases come from a sheet with each wrong row told, and from the edges at a click, called by their clause', async () => {
  const page = await open(`/studio/drafts/${await newSmallDraft('算例')}?tab=cases`);
  await button(page, studioWork.addCase).waitFor();
  const text = ['企业名称,预期层级,估值（万元）', '甲公司,无,1000', '乙公司,龙,1000', '丙公司,,一'].join('\n');
  const sheet = { name: '算例.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel(studioWork.importSheet).setInputFiles(sheet);
  await page.getByText(studioWork.skippedRows(2)).waitFor();
  await page.getByText(/^第 3 行：“预期层级”一栏的“龙”不是本政策的层级/).waitFor();
  await page.getByText(/^第 4 行：“估值（万元）”的“一”不是数字.*；“预期层级”一栏没有填/).waitFor();
  await button(page, '甲公司').waitFor();
  await button(page, studioWork.generate).click();
  await button(page, studioWork.chooseNone).click();
  const edge = page.getByRole('checkbox', { name: /准独角兽 · 估值路径 · 略低$/ }).first();
  await edge.check();
  await button(page, studioWork.addChosen(1)).click();
  await page.getByText(studioWork.toConfirm).waitFor();
  await button(page, studioWork.confirm).click();
  await page.getByText(studioWork.confirmedBy(office().staff.editor.name)).waitFor();
});

test('JSON goes out, comes in as another draft, is changed by hand, undone and done again', async () => {
  const id = await newDraft('导出');
  const page = await open(`/studio/drafts/${id}?tab=json`);
  const file = await savedFile(page, () => page.getByText(studio.exportJson).click());
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual((await draftOf(id)).document);
  const whole = await page.locator('#json').inputValue();
  await change(page, (text) => text.slice(0, -5));
  await button(page, studio.jsonApply).click();
  await page.getByText(/第 \d+ 行第 \d+ 列附近/).waitFor();
  await change(page, () => whole.replace('宁波高新区企业培育梯队', '改过的梯队'));
  await button(page, studio.jsonApply).click();
  const label = async () => (await draftOf(id)).document.label['zh-CN'];
  await expect.poll(label).toBe('改过的梯队');
  await saved(page);
  await button(page, studio.undo).click();
  await expect.poll(label).toBe('宁波高新区企业培育梯队');
  await saved(page);
  await button(page, studio.redo).click();
  await expect.poll(label).toBe('改过的梯队');
  await page.goto('/studio');
  await button(page, studio.importJson).click();
  await page.getByLabel(studio.jsonFile).setInputFiles({
    name: '导入的.json',
    mimeType: 'application/json',
    buffer: await readFile(file),
  });
  await button(page, studio.create).click();
  await page.getByRole('heading', { level: 1, name: '导入的' }).waitFor();
});

/** Sets the whole text at once: typing a hundred thousand letters is not what is tried. */
async function change(page: Page, by: (text: string) => string): Promise<void> {
  const field = page.locator('#json');
  const next = by(await field.inputValue());
  await field.evaluate((element, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, text);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, next);
}

test('of two who change the same figure the second is told, and loses nothing', async () => {
  const id = await newDraft('两人同改');
  const [first, second] = [await open(`/studio/drafts/${id}`), await open(`/studio/drafts/${id}`)];
  const figure = (page: Page) => page.getByRole('textbox', { name: '两年复合增长率高于20% >' });
  await figure(second).waitFor();
  await figure(first).fill('30');
  await figure(first).press('Enter');
  await expect.poll(async () => (await draftOf(id)).version).toBe(1);
  await figure(second).fill('40');
  await figure(second).press('Enter');
  const dialog = second.getByRole('dialog', { name: studio.conflictTitle });
  await dialog.getByText(/：40%$/).waitFor();
  await dialog.getByRole('button', { name: studio.keepBoth }).click();
  await second.getByRole('heading', { level: 1, name: studio.copyTitle('两人同改') }).waitFor();
  expect([await growthIn(second.url()), await growthIn(id)]).toEqual(['40%', '30%']);
});

async function growthIn(of: string): Promise<string> {
  const id = of.split('/').at(-1)?.split('?')[0] ?? '';
  return /"gazelle\.a-growth".*?"value":"([^"]+)"/.exec(JSON.stringify((await draftOf(id)).document))?.[1] ?? '';
}

test('what the public says is answered in the studio and read by all; two texts compare; an old one comes back', async () => {
  const id = await newDraft('征求意见稿');
  const { editor } = office().staff;
  const asked = { 'zh-CN': '瞪羚条件征求意见' };
  const consultation = { kind: 'public', title: asked, text: asked, contact: '政策处', closesOn: '2026-05-10' };
  await editor.ask('POST', `/api/v1/studio/drafts/${id}/consultation`, consultation);
  const visitor = await open('/consultations', undefined);
  await visitor.getByRole('link', { name: asked['zh-CN'] }).click();
  await visitor.getByLabel(studioForce.yourOpinion).fill('请保留原来的门槛');
  await button(visitor, studioForce.sendOpinion).click();
  await visitor.getByText(studioForce.opinionSentText).waitFor();
  const page = await open(`/studio/drafts/${id}?tab=force`);
  await button(page, studioForce.reply).click();
  await page.getByLabel(studioForce.replyText).fill('已经保留');
  await page.getByLabel(studioForce.isAdopted).check();
  await button(page, studioForce.sendReply).click();
  await page.getByText(studioForce.adopted, { exact: true }).waitFor();
  await visitor.reload();
  await visitor.getByText('已经保留').waitFor();

  await page.goto(`/studio/compare?before=version:nbhtz-ladder:2018-03-01&after=${LADDER}`);
  await page.getByText('瞪羚企业 · 人员增长路径').first().waitFor();
  await page.goto('/studio');
  await button(page, /^恢复“宁波高新区企业培育梯队”2018 年/).click();
  await page.getByLabel(studio.inForceFrom).fill('2026-09-01');
  await page.getByLabel(studio.rollBackReason).fill('新版有误');
  await button(page, studio.create).click();
  await page.getByRole('heading', { level: 1, name: /^恢复/ }).waitFor();
});
