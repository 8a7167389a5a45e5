import type { Locator, Page } from 'playwright-core';

/** The steps from a draft to force, as the editor and the approver do them. */
export class ForcePath {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  step(title: string): Locator {
    const heading = this.page.getByRole('heading', { level: 2, name: new RegExp(`^${title}`) });
    return this.page.getByRole('listitem').filter({ has: heading }).last();
  }

  async isDone(title: string): Promise<void> {
    await this.step(title).getByText('已完成', { exact: true }).waitFor();
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: '走向生效' }).click();
    await this.page.getByRole('heading', { level: 2, name: /^第二人批准/ }).waitFor();
  }

  /** Every condition that sets firms apart gets its reason and its last day. */
  async explainFairness(reason: string, until: string): Promise<void> {
    const step = this.step('公平竞争审查');
    const reasons = step.getByLabel('理由', { exact: true });
    await reasons.first().waitFor();
    for (const box of await reasons.all()) await box.fill(reason);
    for (const box of await step.getByLabel('到哪天为止').all()) await box.fill(until);
    await step.getByRole('button', { name: '保存审查表' }).click();
    await this.isDone('公平竞争审查');
  }

  async noteLegality(reviewer: string, opinion: string): Promise<void> {
    await this.step('合法性审核').getByRole('button', { name: '填写审核意见' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('结论').selectOption({ label: '合法' });
    await dialog.getByLabel('审核机构或人员').fill(reviewer);
    await dialog.getByLabel('意见', { exact: true }).fill(opinion);
    await dialog.getByRole('button', { name: '保存' }).click();
    await this.isDone('合法性审核');
  }

  async chooseTransition(drafts: string, cases: string, reason: string): Promise<void> {
    const step = this.step('过渡办法');
    await step
      .getByRole('group', { name: /^企业正在填写的草稿/ })
      .getByRole('radio', { name: drafts })
      .check();
    await step
      .getByRole('group', { name: /^已提交、尚未办结的件/ })
      .getByRole('radio', { name: cases })
      .check();
    await step.getByLabel('理由').fill(reason);
    await step.getByRole('button', { name: '保存过渡办法' }).click();
    await this.isDone('过渡办法');
  }

  async consult(words: string, contact: string): Promise<void> {
    await this.step('公开征求意见').getByRole('button', { name: '开始征求意见' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('说明', { exact: true }).fill(words);
    await dialog.getByLabel('联系方式').fill(contact);
    await dialog.getByRole('button', { name: '公开', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async goWithoutConsultation(reason: string): Promise<void> {
    await this.step('公开征求意见').getByRole('button', { name: '不征求，写明理由' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('理由').fill(reason);
    await dialog.getByRole('button', { name: '保存' }).click();
    await this.isDone('公开征求意见');
  }

  /** The hash of the text as the step shows it. */
  async hash(): Promise<string> {
    const said = await this.step('第二人批准')
      .getByText(/^文本校验值/)
      .first()
      .textContent();
    return said?.replace('文本校验值', '').trim() ?? '';
  }

  async approve(note: string): Promise<void> {
    await this.step('第二人批准').getByRole('button', { name: '批准', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: '批准这份文本' });
    await dialog.getByLabel('批准意见').fill(note);
    await dialog.getByRole('button', { name: '批准', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.isDone('第二人批准');
  }

  async publish(): Promise<void> {
    await this.step('公布').getByRole('button', { name: '公布', exact: true }).click();
    await this.page.getByRole('dialog', { name: '公布' }).getByRole('button', { name: '公布', exact: true }).click();
    await this.step('公布')
      .getByText(/^已公布，自/)
      .waitFor();
  }
}
