import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';
import { STAFF_FLOOR } from './firms.ts';
import { expectResult } from './pages/expect-result.ts';
import { LivePanel } from './pages/live-panel.ts';
import { SelfCheckForm } from './pages/self-check-form.ts';
import { SelfCheckResult } from './pages/self-check-result.ts';
import { linkOf } from './pages/share-link.ts';
import { WORDS } from './pages/words.ts';

const zh = WORDS['zh-CN'];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.takeProblems()).toEqual([]));

const saved = (page: Page): Promise<void> => page.getByTestId('saved').filter({ hasText: '已保存在本机' }).waitFor();

test('answers stay when the language is switched, in mid-word too', async () => {
  const page = await site.visit();
  const form = new SelfCheckForm(page, 'zh-CN');
  await form.open('finance');
  await form.type(form.field('revenue', 2021), '1234.');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Self-check' }).waitFor();
  expect(await form.field('revenue', 2021).inputValue()).toBe('1234.');
  await page.keyboard.press('Tab');
  await form.type(form.field('revenue', 2020), '一千');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1, name: zh.form.title }).waitFor();
  expect(await form.field('revenue', 2020).inputValue()).toBe('一千');
  expect(await form.field('revenue', 2021).inputValue()).toMatch(/^1234\.?$/);
  await site.leave(page);
});

test('a draft is on the device after a reload, and in the list of drafts beside another', async () => {
  const page = await site.visit();
  const form = new SelfCheckForm(page, 'zh-CN');
  await form.open('people');
  await form.answer('employees', { 2021: '88' });
  await saved(page);
  await page.reload();
  await form.question('employees').waitFor();
  expect(await form.field('employees', 2021).inputValue()).toBe('88');

  await page.getByRole('button', { name: zh.form.drafts }).click();
  await form.type(page.locator('#draft-name'), '甬江新材 <b>2021</b>');
  await page.getByRole('dialog').getByRole('button', { name: zh.form.newDraft }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await form.field('employees', 2021).inputValue()).toBe('');
  await form.answer('employees', { 2021: '12' });
  await saved(page);

  await page.getByRole('button', { name: zh.form.drafts }).click();
  const rows = page.getByRole('dialog').getByRole('listitem');
  await rows.nth(1).waitFor();
  // A name is text, whatever it looks like.
  const named = rows.filter({ hasText: '甬江新材 <b>2021</b>' });
  await named.getByRole('button', { name: zh.form.openDraft }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await form.field('employees', 2021).inputValue()).toBe('88');
  await site.leave(page);
});

test('closing the page at once loses nothing', async () => {
  const page = await site.visit();
  const form = new SelfCheckForm(page, 'zh-CN');
  await form.open('people');
  await form.answer('employees', { 2021: '77' });
  await page.close({ runBeforeUnload: true });
  const again = await page.context().newPage();
  await again.goto('/self-check?step=people');
  await again.locator('[data-question="employees"]').waitFor();
  expect(await again.locator('#q-employees-2021').inputValue()).toBe('77');
  await again.context().close();
});

test('after the first visit everything works without a network: pages, result, policies', async () => {
  const page = await site.visit({ keepsApp: true });
  await page.goto('/self-check');
  await expect.poll(() => page.evaluate(isKept), { timeout: 15_000 }).toBe(true);
  await page.context().setOffline(true);
  await page.goto(linkOf(STAFF_FLOOR));
  await expectResult(new SelfCheckResult(page, 'zh-CN'), STAFF_FLOOR);
  const form = new SelfCheckForm(page, 'zh-CN');
  await form.open('finance');
  await form.answer('revenue', { 2019: '100000000', 2021: '132250000' });
  await form.settle();
  expect(await new LivePanel(page, 'zh-CN').money()).toContain('元');
  await page.goto('/policies/nbhtz-ladder/2018-03-01');
  await page.locator('main h2').first().waitFor();
  expect(await page.locator('main').textContent()).toContain('瞪羚');
  await page.goto('/self-check/import');
  await page.getByRole('heading', { level: 1, name: zh.sheet.title }).waitFor();
  site.takeProblems();
  await page.context().close();
});

test('a device that does not keep anything is told so, and the result still works', async () => {
  const page = await site.visit();
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const form = new SelfCheckForm(page, 'zh-CN');
  await form.open('people');
  await form.answer('employees', { 2021: '5' });
  await page.getByRole('alert').filter({ hasText: '这台设备没有让浏览器保存' }).waitFor();
  await page.getByRole('link', { name: zh.form.toResult }).first().click();
  await new SelfCheckResult(page, 'zh-CN').isOpen();
  await page.context().close();
});

/** Whether the app and all policy versions (five, and their list) are on the device. */
async function isKept(): Promise<boolean> {
  const names = await caches.keys();
  const policies = await (await caches.open('policies')).keys();
  const hasShell = names.some((name) => name.startsWith('shell-'));
  return hasShell && policies.length >= 6 && navigator.serviceWorker.controller !== null;
}
