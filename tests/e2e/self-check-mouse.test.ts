import type { Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';
import { GAZELLE_A, HALF_UNKNOWN, QUASI_UNICORN_ON_THE_LINE, VETOED } from './firms.ts';
import { expectResult } from './pages/expect-result.ts';
import { LivePanel } from './pages/live-panel.ts';
import { SelfCheckForm } from './pages/self-check-form.ts';
import { SelfCheckResult } from './pages/self-check-result.ts';
import { inLocale } from './pages/words.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.takeProblems()).toEqual([]));

test.each([
  [GAZELLE_A, 'zh-CN'],
  [QUASI_UNICORN_ON_THE_LINE, 'en'],
  [HALF_UNKNOWN, 'en'],
] as const)('$id is filled in by mouse ($1) and gets its tier, points and money', async (firm, locale) => {
  const page = await site.visit({ locale });
  const requests: Request[] = [];
  page.context().on('request', (request) => requests.push(request));
  const form = new SelfCheckForm(page, locale);
  await form.open();
  await form.fill(firm);
  await expectResult(new SelfCheckResult(page, locale), firm);

  // Nothing a firm enters leaves the device: requests only read, and no address holds a figure.
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((r) => r.method() !== 'GET' || r.postData() !== null).map((r) => r.url())).toEqual([]);
  const figures = figuresOf(firm.answers);
  expect(requests.map((r) => r.url()).filter((url) => figures.some((figure) => url.includes(figure)))).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.context().close();
});

test('the result follows every answer beside the form', async () => {
  const page = await site.visit();
  const form = new SelfCheckForm(page, 'zh-CN');
  const live = new LivePanel(page, 'zh-CN');
  await form.open('finance');
  await form.answer('revenue', { 2019: '100000000', 2020: '115000000', 2021: '132250000' });
  await live.panel.getByText('还差这几项就能确定').waitFor();
  const open = await live.money();
  expect(open).toContain('至');
  await form.open('identity');
  await form.answer('registeredInZone', false);
  await live.panel.locator('.rung[data-state="possible"]').first().waitFor({ state: 'detached' });
  expect(await live.tier()).toBeUndefined();
  expect(await live.money()).toBe(inLocale(VETOED.expect.money, 'zh-CN'));
  await page.context().close();
});

/** Figures long enough not to stand in an address by chance, as typed and as kept. */
const figuresOf = (answers: object): readonly string[] =>
  JSON.stringify(answers)
    .match(/\d{5,}(\.\d+)?/g)
    ?.flatMap((figure) => [figure, figure.replace(/0+$/, '')])
    .filter((figure) => figure.length > 3) ?? [];
