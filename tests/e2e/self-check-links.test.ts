import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';
import { FIRMS, GAZELLE_C, STARTUP_ON_THE_LINE, TORCH_GAZELLE, UNICORN_ON_THE_LINE } from './firms.ts';
import { expectResult } from './pages/expect-result.ts';
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

test.each(FIRMS)('$id ($about) opens from a link, in Chinese and in English', async (firm) => {
  const page = await site.visit();
  await page.goto(linkOf(firm));
  await expectResult(new SelfCheckResult(page, 'zh-CN'), firm);
  await page.getByRole('button', { name: 'English' }).click();
  await expectResult(new SelfCheckResult(page, 'en'), firm);
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await site.leave(page);
});

test('a link made on one device opens on another and holds neither name nor credit code', async () => {
  const sender = await site.visit();
  await sender.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const form = new SelfCheckForm(sender, 'zh-CN');
  await sender.goto(linkOf(TORCH_GAZELLE, '/self-check'));
  await sender.getByRole('button', { name: zh.form.linkKeep }).click();
  await sender.locator('main details > summary', { hasText: zh.form.setup }).click();
  await form.type(sender.locator('#setup-code'), '91330201MA2AAAAA0X');
  await sender.getByRole('link', { name: zh.form.toResult }).first().click();
  await new SelfCheckResult(sender, 'zh-CN').isOpen();
  await sender.getByRole('button', { name: zh.result.copyLink }).click();
  await sender.getByText(zh.result.linkCopied).first().waitFor();
  const link = await sender.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('/self-check/result#f=');
  expect(Buffer.from(link.split('#f=')[1] ?? '', 'base64url').toString('latin1')).not.toContain('91330201');

  const receiver = await site.visit({ locale: 'en' });
  await receiver.goto(link);
  await expectResult(new SelfCheckResult(receiver, 'en'), TORCH_GAZELLE);
  expect(receiver.url()).not.toContain('#f=');
  await sender.context().close();
  await site.leave(receiver);
});

test('a link never touches the own draft: it stands beside it until it is kept', async () => {
  const page = await site.visit();
  const form = new SelfCheckForm(page, 'zh-CN');
  await form.open('finance');
  await form.answer('revenue', { 2021: '41230000' });
  await savedNow(page);
  const own = await draftsOf(page);
  expect(own).toHaveLength(1);

  await page.goto(linkOf(UNICORN_ON_THE_LINE));
  await page.getByText(zh.form.linkOpened).waitFor();
  await expectResult(new SelfCheckResult(page, 'zh-CN'), UNICORN_ON_THE_LINE);
  expect(await draftsOf(page)).toEqual(own);
  await page.getByRole('button', { name: zh.form.linkBack }).click();
  await form.open('finance');
  expect(await form.field('revenue', 2021).inputValue()).toBe('4123');

  // Opened in the same window: only the fragment changes.
  await page.goto(linkOf(GAZELLE_C));
  await page.getByText(zh.form.linkOpened).waitFor();
  await page.getByRole('button', { name: zh.form.linkKeep }).click();
  await page.waitForFunction((n) => Object.keys(localStorage).filter((k) => k.includes('draft.')).length === n, 2);
  expect(await draftsOf(page)).toEqual(expect.arrayContaining([expect.stringContaining('"41230000"')]));
  await site.leave(page);
});

test.each([
  ['cut off', (link: string) => link.slice(0, -40)],
  ['changed', (link: string) => link.replace(/.{8}$/, 'AAAAAAAA')],
  ['no link at all', () => '/self-check/result#f=%E6%A2%AF'],
  ['a packed bomb', () => `/self-check/result#f=${'A'.repeat(40_000)}`],
])('a link that is %s says so and shows nothing', async (_, spoil) => {
  const page = await site.visit();
  await page.goto(spoil(linkOf(STARTUP_ON_THE_LINE)));
  await page.getByText(zh.form.linkBroken).or(page.getByText(zh.form.linkLong)).waitFor();
  await page.getByText(zh.result.empty).waitFor();
  expect(await draftsOf(page)).toEqual([]);
  await site.leave(page);
});

/** Answers of all kept drafts, as stored. */
const draftsOf = (page: Awaited<ReturnType<Site['visit']>>): Promise<readonly string[]> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('tidu.self-check.draft.'))
      .map((key) => JSON.stringify(JSON.parse(localStorage.getItem(key) ?? '{}').facts)),
  );

const savedNow = (page: Awaited<ReturnType<Site['visit']>>): Promise<void> =>
  page.getByTestId('saved').filter({ hasText: '已保存在本机' }).waitFor();
