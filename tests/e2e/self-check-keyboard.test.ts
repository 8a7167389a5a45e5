import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';
import { STARTUP_ON_THE_LINE, TORCH_GAZELLE } from './firms.ts';
import { expectResult } from './pages/expect-result.ts';
import { Keyboard } from './pages/keyboard.ts';
import { SelfCheckResult } from './pages/self-check-result.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.takeProblems()).toEqual([]));

test.each([
  [STARTUP_ON_THE_LINE, 'zh-CN'],
  [TORCH_GAZELLE, 'en'],
] as const)('$id is filled in by keyboard alone ($1), from the home page to the result', async (firm, locale) => {
  const page = await site.visit({ locale });
  await page.goto('/');
  await page.locator('main a[href="/self-check"]').first().waitFor();
  const keyboard = new Keyboard(page);
  await tabTo(keyboard, () => document.activeElement?.matches('main a[href="/self-check"]') ?? false);
  await page.keyboard.press('Enter');
  await page.locator('[data-question]').first().waitFor();
  await keyboard.fill(firm);
  await expectResult(new SelfCheckResult(page, locale), firm);
  await page.context().close();
});

test('the skip link, the steps and the drafts are within reach of the keyboard', async () => {
  const page = await site.visit();
  await page.goto('/self-check');
  await page.locator('[data-question]').first().waitFor();
  const keyboard = new Keyboard(page);
  await page.keyboard.press('Tab');
  expect((await keyboard.focus()).text).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await tabTo(keyboard, () => document.activeElement?.textContent === '我的草稿');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // The page behind is out of reach (the browser's own bar is not), and the focus comes back to where it was.
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab');
    const isBehind = () => document.activeElement?.matches('body, dialog *, [role=dialog] *') === false;
    expect(await page.evaluate(isBehind)).toBe(false);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect((await keyboard.focus()).text).toBe('我的草稿');
  await tabTo(keyboard, () => document.activeElement?.textContent?.includes('知识产权') ?? false);
  await page.keyboard.press('Enter');
  await page.waitForURL(/step=property/);
  expect((await keyboard.focus()).id).toBe('step-title');
  await page.context().close();
});

async function tabTo(keyboard: Keyboard, isThere: () => boolean): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await keyboard.page.keyboard.press('Tab');
    if (await keyboard.page.evaluate(isThere)) return;
  }
  throw new Error('Tab never came there');
}
