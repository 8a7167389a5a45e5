import { readFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';
import { GAZELLE_B_REVENUE, GAZELLE_C } from './firms.ts';
import { expectResult } from './pages/expect-result.ts';
import { SelfCheckForm } from './pages/self-check-form.ts';
import { SelfCheckResult } from './pages/self-check-result.ts';
import { type Cell, rowOf } from './pages/sheet-row.ts';
import { type Locale, WORDS } from './pages/words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.takeProblems()).toEqual([]));

test('the template is downloaded, filled in, refused cell by cell, mended and imported (Chinese, XLSX)', async () => {
  const page = await site.visit();
  await page.goto('/self-check/import');
  const words = WORDS['zh-CN'].sheet;
  const headers = await templateHeaders(page, 'zh-CN');
  expect(headers).toContain('营业收入 2021（万元）');

  const good = rowOf(headers, GAZELLE_B_REVENUE, 'zh-CN');
  const bad = good.map((cell, i) => spoiled[headers[i] ?? ''] ?? cell);
  await choose(page, 'firm.xlsx', await sheetOf([headers, bad]));
  const wrong = page.getByRole('table', { name: words.wrong(3) });
  await wrong.waitFor();
  const rows = await wrong.locator('tbody tr').allTextContents();
  expect(rows).toHaveLength(3);
  // Every row names the place, what stands there, and how to put it right.
  for (const [header, cell] of Object.entries(spoiled)) {
    const at = cellName(headers.indexOf(header));
    expect(rows.find((row) => row.startsWith(at))).toContain(String(cell));
  }

  await choose(page, 'firm.xlsx', await sheetOf([headers, good]));
  await page.getByRole('table', { name: words.understood(good.filter((cell) => cell !== null).length) }).waitFor();
  expect(await page.getByRole('table', { name: words.wrongTitle }).count()).toBe(0);
  await page.getByRole('button', { name: /^导入这/ }).click();
  await page.waitForURL(/\/self-check$/);
  await page.goto('/self-check/result');
  await expectResult(new SelfCheckResult(page, 'zh-CN'), GAZELLE_B_REVENUE);
  await site.leave(page);
});

test('a sheet of one’s own comes in as CSV, beside the open draft (English)', async () => {
  const page = await site.visit({ locale: 'en' });
  const form = new SelfCheckForm(page, 'en');
  await form.open('finance');
  await form.answer('revenue', { 2021: '77770000' });
  await form.page.getByRole('link', { name: WORDS.en.form.importFigures }).click();
  const headers = await templateHeaders(page, 'en');
  await choose(page, 'firm.csv', csvOf([headers, rowOf(headers, GAZELLE_C, 'en')]));
  await page.getByRole('button', { name: /^Import \d+ answers/ }).click();
  await page.waitForURL(/\/self-check$/);
  await page.goto('/self-check/result');
  await expectResult(new SelfCheckResult(page, 'en'), GAZELLE_C);

  await page.goto('/self-check');
  await page.getByRole('button', { name: WORDS.en.form.drafts }).click();
  await page.getByRole('dialog').getByRole('listitem').nth(1).waitFor();
  await site.leave(page);
});

test('a file that is no sheet of figures is refused with its reason', async () => {
  const page = await site.visit();
  await page.goto('/self-check/import');
  for (const [name, content, reason] of [
    ['empty.csv', Buffer.alloc(0), '文件里没有内容'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Excel'],
    ['picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '读不出表格'],
    ['large.csv', Buffer.alloc(2 * 2 ** 20 + 1, 'a'), '超过 2 MB'],
    ['half.xlsx', Buffer.from('504b03041400000008000000', 'hex'), '读不出表格'],
    ['fruit.csv', Buffer.from('苹果,梨\n1,2'), '没有一列能对应'],
    ['headers.csv', Buffer.from('成立日期,营业收入 2021（万元）'), '没有数据'],
  ] as const) {
    await choose(page, name, content);
    await page.getByText(reason).first().waitFor();
    expect(await page.getByRole('button', { name: /^导入这/ }).count(), name).toBe(0);
  }
  await site.leave(page);
});

const spoiled: Readonly<Record<string, Cell>> = {
  '营业收入 2021（万元）': '一大笔',
  成立日期: '2013-02-30',
  '职工总数 2021（人）': -3,
};

async function templateHeaders(page: Page, locale: Locale): Promise<readonly string[]> {
  const words = WORDS[locale].sheet;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.template }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(words.templateFile);
  const { sheets } = await readXlsx(await readFile(await download.path()));
  expect(sheets.map((sheet) => sheet.name)).toEqual([words.sheetFill, words.sheetGuide]);
  return (sheets[0]?.rows[0] ?? []).map(String);
}

async function sheetOf(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: '填写', rows: rows.map((row) => [...row]) }] }));
}

const csvOf = (rows: readonly (readonly Cell[])[]): Buffer =>
  Buffer.from(
    rows.map((row) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  );

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.locator('#import-file').setInputFiles({ name, mimeType: name.endsWith('csv') ? 'text/csv' : XLSX, buffer });

const cellName = (column: number): string => {
  const letter = (n: number): string =>
    (n >= 26 ? letter(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
  return `${letter(column)}2`;
};
