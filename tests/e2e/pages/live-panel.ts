import type { Locator, Page } from 'playwright-core';
import { type Locale, WORDS } from './words.ts';

/** The result beside the form, as a person reads it. */
export class LivePanel {
  readonly panel: Locator;

  constructor(page: Page, locale: Locale) {
    this.panel = page.getByRole('complementary', { name: WORDS[locale].form.live });
  }

  /** The rung with "you are here"; none where the firm is on no rung. */
  async tier(): Promise<string | undefined> {
    const here = this.panel.locator('.rung[data-state="here"] .rung-label');
    return (await here.allTextContents())[0];
  }

  async money(): Promise<string> {
    return (await this.panel.locator('.text-figure').textContent()) ?? '';
  }
}
