import type { Locator, Page } from 'playwright-core';
import { inLocale, type Locale, WORDS } from './words.ts';

const TECH_SME = ['科技型中小企业', 'Technology-based SME'] as const;
const TORCH_GAZELLE = ['国家高新区瞪羚企业', 'National high-tech zone gazelle'] as const;

/** The result page, as a person reads it. */
export class SelfCheckResult {
  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {}

  async isOpen(): Promise<void> {
    await this.page.waitForURL(/\/self-check\/result/);
    await this.page.getByTestId('headline').waitFor();
  }

  async headline(): Promise<string> {
    return (await this.page.getByTestId('headline').textContent()) ?? '';
  }

  /** The rung reached, from the picture. */
  async tier(): Promise<string | undefined> {
    const here = this.page.locator('main .rung[data-state="here"] .rung-label');
    return (await here.allTextContents())[0];
  }

  /** The best rung that open answers may still lead to. */
  async upTo(): Promise<string | undefined> {
    const possible = this.page.locator('main .rung[data-state="possible"] .rung-label');
    return (await possible.allTextContents()).at(-1);
  }

  /** What the three pools may pay in all. */
  async money(): Promise<string> {
    const [before = '', after = ''] = WORDS[this.locale].result.money('|').split('|');
    const lines = await this.page.getByTestId('headline').locator('xpath=..').locator('p').allTextContents();
    const line = lines.find((each) => each.startsWith(before) && each.endsWith(after)) ?? '';
    return line.slice(before.length, line.length - after.length);
  }

  techSme(): Promise<string> {
    return this.#verdictOf(inLocale(TECH_SME, this.locale));
  }

  torchGazelle(): Promise<string> {
    return this.#verdictOf(inLocale(TORCH_GAZELLE, this.locale));
  }

  /** Points of the table of the tech SME. */
  async points(): Promise<string> {
    const details = this.#criteriaOf(inLocale(TECH_SME, this.locale));
    if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click();
    const bar = details.locator('p', { hasText: WORDS[this.locale].result.total }).first();
    return ((await bar.locator('.font-semibold').textContent()) ?? '').trim();
  }

  #criteriaOf(title: string): Locator {
    return this.page.locator('details.tier-criteria', {
      has: this.page.getByRole('heading', { name: title, exact: true }),
    });
  }

  async #verdictOf(title: string): Promise<string> {
    const row = this.page.locator('li', { hasText: title }).locator('[data-verdict]').first();
    return (await row.getAttribute('data-verdict')) ?? '';
  }
}
