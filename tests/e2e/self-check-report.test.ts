import { readFile } from 'node:fs/promises';
import { evaluateReference, type Receipt, receiptNumber, replay } from '@tidu/rules';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { shippedPolicies } from '../../packages/rules/testing/shipped.ts';
import { openSite, type Site } from '../support/site.ts';
import { FIRMS, GAZELLE_B_GROWTH, HALF_UNKNOWN, UNICORN_ON_THE_LINE, VETOED } from './firms.ts';
import { SelfCheckResult } from './pages/self-check-result.ts';
import { linkOf } from './pages/share-link.ts';
import { inLocale, WORDS } from './pages/words.ts';

const DOCS = shippedPolicies().map(({ doc }) => doc);
/** A4 in points, as browsers round it. */
const A4 = [595, 842] as const;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.takeProblems()).toEqual([]));

test.each([
  [GAZELLE_B_GROWTH, 'zh-CN'],
  [HALF_UNKNOWN, 'zh-CN'],
  [UNICORN_ON_THE_LINE, 'en'],
  [VETOED, 'en'],
] as const)(
  'the printed report of $id ($1) is an A4 sheet with day, versions, receipt numbers and the result',
  async (firm, locale) => {
    const page = await site.visit({ locale });
    await page.goto(linkOf(firm));
    const result = new SelfCheckResult(page, locale);
    await result.isOpen();
    const numbers = await page.locator('#receipts').locator('xpath=..').locator('code').allTextContents();
    expect(numbers).toHaveLength(4);
    await page.emulateMedia({ media: 'print' });

    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden on paper must not count
    const sheet = await page.evaluate(() => document.body.innerText);
    expect(sheet).toContain(WORDS[locale].result.printed.title);
    expect(sheet).toContain(inLocale(['2022 年 11 月 25 日', '25 November 2022'], locale));
    expect(sheet).toContain(inLocale(['2020 年 11 月 23 日 起施行', 'in force since 23 November 2020'], locale));
    expect(sheet).toContain(inLocale(firm.expect.money, locale));
    if (firm.expect.tier) expect(sheet).toContain(inLocale(firm.expect.tier, locale));
    expect(sheet).toContain(WORDS[locale].result.filled);
    for (const number of numbers) expect(sheet.split(number).length, number).toBeGreaterThan(1);
    // Buttons and navigation stay on the screen; a tier that stands open is printed with all its criteria.
    for (const name of [WORDS[locale].result.print, WORDS[locale].result.copyLink, WORDS[locale].shell.policies]) {
      expect(await page.getByText(name, { exact: true }).filter({ visible: true }).count(), name).toBe(0);
    }
    const rows = page.locator('details.tier-criteria[open] .criteria tbody tr');
    expect(await rows.count()).toBeGreaterThan(5);
    expect(await rows.filter({ visible: false }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) => [box[1], box[2]].map(Number));
    expect(boxes.length).toBeGreaterThan(1);
    for (const [width = 0, height = 0] of boxes) {
      expect(Math.abs(width - A4[0])).toBeLessThan(1.5);
      expect(Math.abs(height - A4[1])).toBeLessThan(1.5);
    }
    await site.leave(page);
  },
);

test('every receipt comes as a file and gives the same decision when computed again', async () => {
  for (const firm of [GAZELLE_B_GROWTH, HALF_UNKNOWN]) {
    const page = await site.visit();
    await page.goto(linkOf(firm));
    await new SelfCheckResult(page, 'zh-CN').isOpen();
    const buttons = page.locator('#receipts').locator('xpath=..').getByRole('button');
    expect(await buttons.count()).toBe(4);
    for (const button of await buttons.all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      const receipt = JSON.parse(await readFile(await download.path(), 'utf8')) as Receipt;
      expect(download.suggestedFilename()).toBe(`${receipt.number}.json`);
      expect(receipt.number).toBe(receiptNumber('2022-11-25', receipt.hash));
      expect(replay(receipt, DOCS, evaluateReference)).toMatchObject({ same: true, differences: [] });
      // And a figure changed afterwards is found out.
      const forged = { ...receipt, facts: { ...receipt.facts, revenue: { known: { 2021: '1' } } } };
      expect(replay(forged, DOCS, evaluateReference).same).toBe(false);
    }
    await site.leave(page);
  }
});

test('the same firm gets the same receipt numbers on every device', async () => {
  const [firm] = FIRMS;
  if (!firm) throw new Error('no firm');
  const seen = new Set<string>();
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = await site.visit({ locale });
    await page.goto(linkOf(firm));
    await new SelfCheckResult(page, locale).isOpen();
    seen.add((await page.locator('#receipts').locator('xpath=..').locator('code').allTextContents()).join(' '));
    await site.leave(page);
  }
  expect(seen.size).toBe(1);
});
