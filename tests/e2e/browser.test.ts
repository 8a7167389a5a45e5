import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawsApart, launchBrowser } from '../support/browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto('data:text/html;charset=utf-8,<h1>梯度</h1>');
});
afterAll(() => browser?.close());

test('the browser draws Chinese characters', async () => {
  expect(await page.textContent('h1')).toBe('梯度');
  expect(await drawsApart(page, '控', '制')).toBe(true);
});

test('characters without a glyph are told from Chinese ones', async () => {
  expect(await drawsApart(page, '\uE123', '\uE124')).toBe(false);
});
