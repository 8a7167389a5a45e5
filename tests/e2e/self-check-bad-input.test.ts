import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';
import { LivePanel } from './pages/live-panel.ts';
import { SelfCheckForm } from './pages/self-check-form.ts';
import { WORDS } from './pages/words.ts';

const zh = WORDS['zh-CN'];
const SCRIPT = '<script>document.title="x"</script><img src=x onerror="document.title=\'x\'">';

let site: Site;
let page: Page;
let form: SelfCheckForm;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());
beforeEach(async () => {
  page = await site.visit();
  form = new SelfCheckForm(page, 'zh-CN');
});
afterEach(async () => {
  await site.leave(page);
  expect(site.takeProblems()).toEqual([]);
});

/** What stands under a figure: the amount read, or what is wrong with it. */
const noteOf = async (fact: string, year?: number): Promise<string> => {
  await form.settle();
  const ids = (await form.field(fact, year).getAttribute('aria-describedby')) ?? '';
  const notes = await Promise.all(ids.split(' ').map((id) => page.locator(`[id="${id}"]`).allTextContents()));
  return notes.flat().join(' ').trim();
};

const READ = [
  ['3000', '3,000 万元'],
  ['3000万', '3,000 万元'],
  ['3,000.5', '3,000.5 万元'],
  ['３０００', '3,000 万元'],
  ['0.3亿', '3,000 万元'],
  ['30000000元', '3,000 万元'],
  ['¥ 3 000', '3,000 万元'],
  ['0.000001', '0.01 元'],
  ['0', '0 元'],
] as const;

test('an amount is read as people write it, and said again in full', async () => {
  await form.open('finance');
  for (const [typed, read] of READ) {
    await form.type(form.field('revenue', 2021), typed);
    expect(await noteOf('revenue', 2021), typed).toBe(read);
    expect(await form.field('revenue', 2021).getAttribute('aria-invalid'), typed).toBeNull();
  }
});

const REFUSED = [
  ['abc', '这里要填数字'],
  ['12abc', '这里要填数字'],
  ['1e5', '这里要填数字'],
  ['--5', '这里要填数字'],
  ['3.000.000', '这里要填数字'],
  ['35%', '这里要填数字'],
  ['Infinity', '这里要填数字'],
  ['0.0000001', '最多精确到分'],
  ['-1', '不能小于'],
  [SCRIPT, '这里要填数字'],
] as const;

test('what is no amount is refused with a reason, stays as typed, and comes back after a reload', async () => {
  await form.open('finance');
  for (const [typed, reason] of REFUSED) {
    await form.type(form.field('revenue', 2021), typed);
    expect(await noteOf('revenue', 2021), typed).toContain(reason);
    expect(await form.field('revenue', 2021).getAttribute('aria-invalid'), typed).toBe('true');
  }
  expect(await page.title()).not.toBe('x');
  await page.getByTestId('saved').filter({ hasText: '已保存在本机' }).waitFor();
  await page.reload();
  await form.question('revenue').waitFor();
  expect(await form.field('revenue', 2021).inputValue()).toBe(SCRIPT);
});

test('people are whole and not negative; science staff above all staff is asked about, not refused', async () => {
  await form.open('people');
  for (const [typed, reason] of [
    ['-3', '不能小于'],
    ['2.5', '这里要填整数'],
    ['十二', '这里要填数字'],
  ] as const) {
    await form.type(form.field('employees', 2021), typed);
    expect(await noteOf('employees', 2021)).toContain(reason);
  }
  await form.type(form.field('employees', 2021), '12 人');
  expect(await form.field('employees', 2021).getAttribute('aria-invalid')).toBeNull();
  await form.type(form.field('scienceStaff', 2021), '30');
  await form.question('scienceStaff').getByText('大于').waitFor();
  expect(await form.field('scienceStaff', 2021).getAttribute('aria-invalid')).toBeNull();
  await form.goOn();
  expect(page.url()).toContain('step=finance');
});

test('a figure beyond all reason is computed exactly and breaks nothing', async () => {
  await form.open('finance');
  await form.type(form.field('revenue', 2021), '10000000000000000亿');
  await form.type(form.field('revenue', 2019), '0.000001');
  await form.settle();
  expect(await noteOf('revenue', 2021)).toContain('亿元');
  expect(await new LivePanel(page, 'zh-CN').money()).toContain('元');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('30 February cannot be entered; a day to come is asked about', async () => {
  await form.open('identity');
  const field = form.field('registeredOn');
  await field.focus();
  // As the browser's own field takes it, in both orders of its parts.
  await page.keyboard.type('02302023');
  expect(await field.inputValue()).not.toContain('02-30');
  await field.fill('2023-05-01');
  await form.question('registeredOn').getByText('还没有到').waitFor();
  const facts = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.startsWith('tidu.self-check.draft.'));
    return key === undefined ? '' : localStorage.getItem(key);
  });
  expect(facts).not.toContain('02-30');
});

test('the error summary takes the focus, and its links lead into the fields', async () => {
  await form.open('finance');
  await form.type(form.field('revenue', 2020), 'viel');
  await form.type(form.field('operatingProfit', 2021), '1.2.3');
  await form.nextButton().click();
  const summary = page.getByRole('alert').filter({ hasText: zh.ui.errorTitle(2) });
  await summary.waitFor();
  expect(await summary.evaluate((el) => el === document.activeElement)).toBe(true);
  const links = summary.getByRole('link');
  expect(await links.count()).toBe(2);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-revenue-2020');
  await links.nth(1).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-operatingProfit-2021');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('12');
  await form.type(form.field('revenue', 2020), '500');
  await form.goOn();
  expect(page.url()).toContain('step=property');
});

test('a folded question keeps the focus while its figure is typed', async () => {
  await form.open('identity');
  await form.answer('registeredInZone', false);
  await form.answer('registeredOn', '2001-01-01');
  await form.open('finance');
  const folded = page.locator('main form details:has([data-question="operatingProfit"])');
  await folded.locator('> summary').click();
  await form.type(form.field('operatingProfit', 2021), '-2000.5');
  expect(await form.field('operatingProfit', 2021).inputValue()).toBe('-2000.5');
});

test('a credit code is only asked about again, and a name that looks like a script is text', async () => {
  await form.open('identity');
  await page.locator('main details > summary', { hasText: zh.form.setup }).click();
  const code = page.locator('#setup-code');
  for (const [typed, note] of [
    ['9133', '应为 18 位'],
    ['91330201MA2AAAAAI5', '不是代码里会用的字符'],
    ['91330201MA2AAAAA0X', '个别真实代码也会不符'],
  ] as const) {
    await form.type(code, typed);
    await page.keyboard.press('Tab');
    await page.getByText(note).waitFor();
  }
  await page.getByRole('button', { name: zh.form.drafts }).click();
  await form.type(page.locator('#draft-name'), SCRIPT.slice(0, 60));
  await page.keyboard.press('Escape');
  await form.answer('registeredInZone', true);
  await page.getByRole('link', { name: zh.form.toResult }).first().click();
  await page.getByTestId('headline').waitFor();
  await page.emulateMedia({ media: 'print' });
  const sheet = (await page.locator('body').textContent()) ?? '';
  expect(sheet).toContain(SCRIPT.slice(0, 60));
  expect(sheet).toContain('91330201MA2AAAAA0X');
  expect(await page.locator('main script, main img').count()).toBe(0);
});
