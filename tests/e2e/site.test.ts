import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { shippedPolicies } from '../../packages/rules/testing/shipped.ts';
import { openSite, type Site } from '../support/site.ts';
import { LOCALES, WORDS } from './pages/words.ts';

const FIRST_ROUTE_KB = 150;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.takeProblems()).toEqual([]));

test.each(LOCALES)('every shipped version has its page, told from the document (%s)', async (locale) => {
  const page = await site.visit({ locale });
  await page.goto('/policies');
  const links = page.locator('main a[href^="/policies/"]');
  await links.nth(shippedPolicies().length - 1).waitFor();
  expect(await links.count()).toBe(shippedPolicies().length);
  for (const { name, doc } of shippedPolicies()) {
    await page.goto(`/policies/${name}`);
    await page.getByRole('heading', { level: 1, name: doc.label?.[locale] ?? '' }).waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    for (const part of [...doc.tiers, ...doc.awards, ...doc.pools]) {
      expect(text, `${name} ${part.id}`).toContain(part.label?.[locale] ?? part.id);
    }
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  }
  await page.context().close();
});

test('a version tells what changed against the one before, and its citations open by click', async () => {
  const page = await site.visit();
  await page.goto('/policies/nbhtz-ladder/2020-11-23');
  await page.getByRole('heading', { name: '和上一版相比' }).waitFor();
  expect(await page.getByText('2018 年 3 月 1 日').count()).toBeGreaterThan(0);
  await page
    .getByRole('button', { name: /官方|推算|暂定/ })
    .first()
    .click();
  await page
    .getByRole('link', { name: /打开原文/ })
    .first()
    .waitFor();
  await page.context().close();
});

test('an address that is none says so, and so does a version that never was', async () => {
  const page = await site.visit();
  for (const path of ['/no/such/page', '/policies/nbhtz-ladder', '/self-check/nothing']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: WORDS['zh-CN'].shell.notFound }).waitFor();
  }
  await page.goto('/policies/nbhtz-ladder/1999-01-01');
  await page.getByText('没有这个版本').first().waitFor();
  // The browser itself reports the 404 of the API on the console.
  expect(site.takeProblems().every((line) => line.includes('404'))).toBe(true);
  await page.context().close();
});

test('light, dark or as the system has it: chosen by click, kept for the next visit, set before the first paint', async () => {
  const page = await site.visit();
  await page.goto('/');
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  const button = page.getByRole('button', { name: '外观' });
  await button.waitFor();
  expect(await theme()).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(theme).toBe('dark');
  await button.click();
  await expect.poll(theme).toBe('light');
  await page.goto('/policies', { waitUntil: 'commit' });
  await expect.poll(theme).toBe('light');
  await page.getByRole('button', { name: '外观' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(theme).toBe('dark');
  await page.context().close();
});

test('English is kept for the next visit', async () => {
  const page = await site.visit();
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Policies', exact: true }).first().waitFor();
  await page.goto('/self-check');
  await page.getByRole('heading', { level: 1, name: 'Self-check' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.context().close();
});

test(`the first page loads at most ${FIRST_ROUTE_KB} KB of script, all from this server`, async () => {
  const page = await site.visit();
  const scripts: { readonly url: string; readonly body: Promise<Buffer> }[] = [];
  const hosts = new Set<string>();
  page.on('response', (response) => {
    hosts.add(new URL(response.url()).origin);
    if (response.request().resourceType() === 'script') scripts.push({ url: response.url(), body: response.body() });
  });
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.map(async ({ body }) => gzipSync(await body).length));
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  expect(scripts.length).toBeGreaterThan(1);
  expect(total, scripts.map(({ url }, i) => `${url} ${sizes[i]}`).join('\n')).toBeLessThanOrEqual(FIRST_ROUTE_KB);
  expect([...hosts]).toEqual([site.url]);
  await page.context().close();
});
