import type { Locator, Page } from 'playwright-core';

/** A draft of the studio: how it begins, its figures, checks, cases and trials. */
export class StudioDraft {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
  }

  /** From the menu of the person to the library. */
  async openStudio(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: /程拟稿/ }).click();
    await this.page.locator('[popover]').getByRole('link', { name: '政策编制' }).click();
    await this.page.getByRole('heading', { level: 1, name: '政策编制' }).waitFor();
  }

  async tab(name: string | RegExp): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  /** Fills in the dialog of a new draft and waits until it is open. */
  async begin(fields: Readonly<Record<string, string>>, title: string): Promise<void> {
    await this.dialog.getByLabel('草案名称').fill(title);
    for (const [label, text] of Object.entries(fields)) await this.dialog.getByLabel(label).first().fill(text);
    await this.dialog.getByRole('button', { name: '建立草案' }).click();
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** The row of a figure in the table, by its clause and sign. */
  figure(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  async setFigure(name: string, text: string): Promise<void> {
    await this.figure(name).fill(text);
    await this.figure(name).press('Enter');
  }

  async isSaved(): Promise<void> {
    await this.page.getByText('已保存', { exact: true }).waitFor();
  }

  /** A worked case by the form. */
  async addCase(name: string, outcome: string, firm: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('button', { name: '增加算例' }).click();
    await this.dialog.getByLabel('算例', { exact: true }).fill(name);
    await this.dialog.getByLabel('应当得出').selectOption({ label: outcome });
    for (const [label, answer] of Object.entries(firm)) await this.#answer(label, answer);
    await this.dialog.getByRole('button', { name: '保存算例' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
    await this.page.getByRole('row').filter({ hasText: name }).getByText('相符').waitFor();
  }

  async #answer(label: string, answer: string): Promise<void> {
    const field = this.dialog.getByLabel(label, { exact: true });
    const isChoice = (await field.evaluate((element) => element.tagName)) === 'SELECT';
    if (isChoice) await field.selectOption({ label: answer });
    else {
      await field.fill(answer);
      await field.press('Enter');
    }
  }

  /** Tries the draft on all firms on file. */
  async runTrial(title: string): Promise<void> {
    await this.tab('试算');
    await this.page.getByLabel('试算名称').fill(title);
    await this.page.getByLabel('试算名称').press('Enter');
    await this.page.getByRole('button', { name: '开始试算' }).click();
    await this.page.getByRole('heading', { level: 2, name: title }).waitFor();
  }

  /** The firms under 变好, 变差 or 待定, by name, with what they held, hold and win or lose. */
  async movers(tab: string): Promise<readonly string[]> {
    await this.page.getByRole('tab', { name: new RegExp(`^${tab} `) }).click();
    const rows = this.page.getByRole('tabpanel', { name: new RegExp(`^${tab} `) }).locator('tbody tr');
    return (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
  }
}
