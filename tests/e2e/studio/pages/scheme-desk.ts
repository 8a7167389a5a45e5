import type { Page } from 'playwright-core';

export interface WantedScheme {
  /** The scheme it begins as. */
  readonly like: string;
  readonly policy: string;
  readonly id: string;
  readonly label: readonly [zh: string, en: string];
  readonly tier: string;
}

/** The pages where policy staff make the schemes firms apply under. */
export class SchemeDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the library, where a policy that nobody can apply under says so, to a saved draft of its scheme. */
  async make({ like, policy, id, label: [zh, en], tier }: WantedScheme): Promise<void> {
    await this.page.goto('/studio');
    await this.page.getByRole('link', { name: `为“${policy}”建立申报事项` }).click();
    const dialog = this.page.getByRole('dialog', { name: '新的申报事项' });
    await dialog.getByLabel('以哪个事项为底本').selectOption({ label: like });
    await dialog.getByLabel('名称（中文）').fill(zh);
    await dialog.getByLabel('名称（英文）').fill(en);
    await dialog.getByLabel('编号').fill(id);
    await dialog.getByRole('button', { name: '建立草稿' }).click();
    await this.page.getByRole('heading', { level: 1, name: zh }).waitFor();
    const tiers = this.page.getByRole('group', { name: '可认定的梯队' });
    await tiers.getByRole('checkbox').first().waitFor();
    for (const box of await tiers.getByRole('checkbox').all()) await box.uncheck();
    await tiers.getByLabel(tier).check();
    await this.page.getByRole('button', { name: '保存草稿' }).click();
    await this.page
      .getByRole('status')
      .getByText(/^已保存/)
      .waitFor();
  }

  async publish(label: string): Promise<void> {
    await this.page.goto('/desk/schemes');
    const row = this.page.getByRole('listitem').filter({ hasText: label });
    await row.getByRole('button', { name: '发布', exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await row.getByText('第 1 次修订，已发布').waitFor();
  }
}
