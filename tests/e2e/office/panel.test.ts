import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { see } from '../../support/office/case-acts.ts';
import type { FirmPerson } from '../../support/office/new-firm.ts';
import type { Person } from '../../support/office/person.ts';
import { useOffice } from '../../support/office/use-office.ts';
import { beforePanel, PROJECT } from './prepared-cases.ts';

const office = useOffice(['clerk', 'science', 'finance', 'tax', 'expert1', 'expert2', 'expert3']);

interface PanelSeen {
  readonly status: string;
  readonly cases: readonly { readonly score: string | null }[];
}

test('an expert in conflict is refused the case; the others score sealed, and the minutes close the panel', async () => {
  const { clerk, expert1, expert2, expert3 } = office().staff;
  const firm = await office().newFirm({ facts: PROJECT });
  const id = await beforePanel(office(), firm);
  const keeper = await office().pageOf(clerk);
  const panelId = await createPanel(keeper, firm);
  for (const each of [expert1, expert2, expert3]) await assign(keeper, each);

  const conflicted = await office().pageOf(expert3);
  await declare(conflicted, panelId, '有利益冲突，申请回避');
  await conflicted.getByText('您已回避').waitFor();
  await conflicted.goto(`/panels/${panelId}/cases/${id}`);
  await conflicted.getByText('利益冲突').first().waitFor();
  expect(await conflicted.getByRole('region', { name: '评分', exact: true }).count()).toBe(0);
  const material = `/api/v1/panels/${panelId}/cases/${id}`;
  expect(await expert3.answer('GET', material)).toMatchObject({
    status: 403,
    body: { error: { code: 'conflict-of-interest' } },
  });

  const first = await office().pageOf(expert1);
  await declare(first, panelId, '没有利益冲突，可以评审');
  await score(first, '8');
  await first.getByText('评分已提交，等待其他专家。').waitFor();
  await keeper.goto(`/panels/${panelId}`);
  await keeper.getByText('评分尚未启封').waitFor();
  // Sealed: not a mark before the last expert has handed in, whoever asks.
  for (const each of [clerk, expert1, expert2])
    expect(await each.answer('GET', `/api/v1/panels/${panelId}/results`)).toMatchObject({
      status: 409,
      body: { error: { code: 'still-sealed' } },
    });

  const second = await office().pageOf(expert2);
  await declare(second, panelId, '没有利益冲突，可以评审');
  await score(second, '6');
  await keeper.reload();
  await keeper.getByRole('region', { name: '评审结果' }).getByText('均值').first().waitFor();
  await first.goto(`/panels/${panelId}`);
  await first.getByRole('button', { name: '签署纪要并结束' }).click();
  const dialog = first.getByRole('dialog', { name: '评审纪要' });
  await dialog.getByRole('textbox', { name: '评审纪要' }).fill('两位专家独立评分，无重大分歧，同意推荐。');
  await dialog.getByRole('button', { name: '签署纪要并结束' }).click();
  await first.getByText('两位专家独立评分，无重大分歧，同意推荐。').waitFor();
  expect(await clerk.ask<PanelSeen>('GET', `/api/v1/panels/${panelId}`)).toMatchObject({
    status: 'closed',
    cases: [{ score: '70' }],
  });
  expect(await see(firm, id)).toMatchObject({ state: 'in-ranking' });
});

test('a blind panel: the names of the firms are there for declaring, and for nothing else', async () => {
  const { clerk, expert1 } = office().staff;
  const firms = [await office().newFirm({ facts: PROJECT }), await office().newFirm({ facts: PROJECT })];
  const applicationIds = [];
  for (const firm of firms) applicationIds.push(await beforePanel(office(), firm));
  const panel = await clerk.ask<{ id: string }>('POST', '/api/v1/panels', { label: '盲评组', applicationIds });
  await clerk.ask('POST', `/api/v1/panels/${panel.id}/experts`, { userId: expert1.userId });
  const [known = '', other = ''] = firms.map(({ firmName }) => firmName);

  const page = await office().pageOf(expert1);
  await page.goto(`/panels/${panel.id}`);
  const list = page.getByRole('region', { name: '申报利益冲突' });
  await list.getByRole('group', { name: known }).getByRole('radio', { name: '有，申请回避' }).check();
  await list.getByLabel('情形').selectOption({ label: '近亲属关系' });
  expect(await list.getByRole('button', { name: '提交申报' }).isDisabled()).toBe(true);
  await list.getByRole('group', { name: other }).getByRole('radio', { name: '没有利益冲突' }).check();
  await list.getByRole('button', { name: '提交申报' }).click();
  await list.waitFor({ state: 'detached' });
  await page.getByText('您已回避').waitFor();
  await page.getByRole('link', { name: '看材料并评分' }).click();
  await page.getByRole('region', { name: '评分', exact: true }).waitFor();
  const shown = (await page.getByRole('main').textContent()) ?? '';
  for (const name of [known, other]) expect(shown).not.toContain(name);
});

/** One firm cannot be hidden, so it is not blind; two have to score it. */
async function createPanel(page: Page, firm: FirmPerson): Promise<string> {
  await page.goto('/panels');
  await page.getByRole('checkbox', { name: `${firm.firmName} · 高纯溅射靶材产业化` }).check();
  await page.getByRole('button', { name: '组建评审组' }).click();
  const dialog = page.getByRole('dialog', { name: '组建评审组' });
  await dialog.getByLabel('评审组名称').fill('2026 年重大项目评审组');
  await dialog.getByLabel('每件需要几位专家评分').fill('2');
  await dialog.getByRole('button', { name: '组建评审组' }).click();
  await page.getByRole('link', { name: '2026 年重大项目评审组' }).click();
  await page.getByRole('heading', { level: 1, name: '2026 年重大项目评审组' }).waitFor();
  return page.url().split('/').at(-1) ?? '';
}

async function assign(page: Page, expert: Person): Promise<void> {
  await page.getByRole('button', { name: '指派专家' }).click();
  const dialog = page.getByRole('dialog', { name: '指派专家' });
  await dialog.getByLabel('专家').selectOption({ label: expert.name });
  await dialog.getByRole('button', { name: '指派', exact: true }).click();
  await page.getByRole('table').getByText(expert.name).waitFor();
}

async function declare(page: Page, panelId: string, said: string): Promise<void> {
  await page.goto(`/panels/${panelId}`);
  await page.getByRole('button', { name: '先申报' }).click();
  const dialog = page.getByRole('dialog', { name: '申报利益冲突' });
  await dialog.getByRole('radio', { name: said }).check();
  if (said.startsWith('有')) await dialog.getByLabel('情形').selectOption({ label: '任职或兼职' });
  await dialog.getByRole('button', { name: '提交申报' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The same mark for every criterion; ten is full. */
async function score(page: Page, mark: string): Promise<void> {
  await page.getByRole('link', { name: '看材料并评分' }).click();
  const sheet = page.getByRole('region', { name: '评分', exact: true });
  await sheet.waitFor();
  for (const box of await sheet.getByRole('textbox', { name: /（0–\d+ 分）/ }).all()) await box.fill(mark);
  await sheet.getByRole('textbox', { name: '评审意见' }).fill('技术路线可行，投入真实。');
  await sheet.getByRole('button', { name: '提交评分' }).click();
  const dialog = page.getByRole('dialog', { name: '提交后不能更改' });
  await dialog.getByRole('button', { name: '确认提交' }).click();
  await page.getByText('评分已提交，等待其他专家。').waitFor();
}
