import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { shippedPolicies } from '../../packages/rules/testing/shipped.ts';
import { openSite, type Site } from '../support/site.ts';
import { GAZELLE_AT_20, HALF_UNKNOWN } from './firms.ts';
import { overflowOf, violationsOf } from './pages/axe.ts';
import { SelfCheckForm } from './pages/self-check-form.ts';
import { SelfCheckResult } from './pages/self-check-result.ts';
import { linkOf } from './pages/share-link.ts';
import { LOCALES, type Locale, WORDS } from './pages/words.ts';

interface Scene {
  readonly name: string;
  /** Brings the page, in Chinese, to where it is to be looked at. */
  readonly show: (page: Page) => Promise<void>;
}

const zh = WORDS['zh-CN'];

const at = (name: string, path: string): Scene => ({
  name,
  show: async (page) => {
    await page.goto(path);
  },
});

/** A step of the form with the firm's answers in it, everything folded open. */
const step = (id: string): Scene => ({
  name: `step ${id}`,
  show: async (page) => {
    await page.goto(`${linkOf(HALF_UNKNOWN, '/self-check').replace('#', `?step=${id}#`)}`);
    await page.getByText(zh.form.linkOpened).waitFor();
    await page.locator('[data-question]').first().waitFor();
  },
});

const SCENES: readonly Scene[] = [
  at('home', '/'),
  ...['identity', 'people', 'finance', 'property', 'funding', 'credit', 'project'].map(step),
  {
    name: 'a step with problems',
    show: async (page) => {
      const form = new SelfCheckForm(page, 'zh-CN');
      await form.open('finance');
      await form.type(form.field('revenue', 2021), 'abc');
      await form.type(form.field('revenue', 2020), '1');
      await form.type(form.field('revenue', 2019), '900');
      await form.nextButton().click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'the drafts',
    show: async (page) => {
      await page.goto('/self-check');
      await page.getByRole('button', { name: zh.form.drafts }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  at('an empty result', '/self-check/result'),
  at('sign-in', '/sign-in'),
  at('sign-up', '/sign-up'),
  at('a forgotten password', '/reset-password'),
  at('the set-up', '/setup?token=none'),
  ...[HALF_UNKNOWN, GAZELLE_AT_20].map(
    (firm): Scene => ({
      name: `the result of ${firm.id}`,
      show: async (page) => {
        await page.goto(linkOf(firm));
        await new SelfCheckResult(page, 'zh-CN').isOpen();
      },
    }),
  ),
  at('the import', '/self-check/import'),
  {
    name: 'the preview of an import',
    show: async (page) => {
      await page.goto('/self-check/import');
      const buffer = Buffer.from('成立日期,营业收入 2021（万元）,职工总数 2021（人）,梨\n2016-02-03,很多,12,1');
      await page.locator('#import-file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('table').nth(1).waitFor();
    },
  },
  at('the policies', '/policies'),
  ...shippedPolicies().map(({ name }) => at(`policy ${name}`, `/policies/${name}`)),
  at('a page that is not there', '/no/such/page'),
];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.takeProblems()).toEqual([]));

test.each(SCENES)('$name: axe finds nothing in either language, light or dark, on a phone or a desk', async (scene) => {
  const found: string[] = [];
  const page = await site.visit();
  await scene.show(page);
  for (const locale of LOCALES) {
    if (locale === 'en') await page.locator('header button[lang="en"]').dispatchEvent('click');
    await isDrawn(page, locale);
    await openAll(page);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of locale === 'en' ? (['light'] as const) : (['light', 'dark'] as const)) {
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
        const where = `${locale} ${theme} ${width}`;
        // Dark differs from light in its colours alone, and a language has no colours of its own.
        const rules = theme === 'dark' ? 'colours' : locale === 'en' ? 'all but colours' : 'all';
        found.push(...(await violationsOf(page, rules)).map((line) => `${where} ${line}`));
      }
    }
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await overflowOf(page)).map((line) => `${locale} ${width} runs out: ${line}`));
    }
  }
  await site.leave(page);
  expect(found).toEqual([]);
});

test.each(LOCALES)(
  'the result bar of a phone opens to the whole result and finds no objection (%s)',
  async (locale) => {
    const page = await site.visit({ locale, width: 390, height: 844 });
    await page.goto(linkOf(HALF_UNKNOWN, '/self-check'));
    await page.getByRole('button', { name: WORDS[locale].form.bar.expand }).click();
    await page.getByText(WORDS[locale].form.moneyTitle).filter({ visible: true }).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: WORDS[locale].form.bar.expand }).waitFor();
    await site.leave(page);
  },
);

/** In this language, and nothing still being read. */
async function isDrawn(page: Page, locale: Locale): Promise<void> {
  await page.waitForFunction(
    ([lang, loading]) =>
      document.documentElement.lang === lang &&
      document.querySelector('main h1') !== null &&
      !document.querySelector('main')?.textContent?.includes(loading),
    [locale, WORDS[locale].ui.loading] as const,
  );
}

async function openAll(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
}
