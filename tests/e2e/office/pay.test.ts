import { expect, test } from 'vitest';
import { useOffice } from '../../support/office/use-office.ts';
import { approvedProject, giveAccount, paymentsOf } from './approved-project.ts';

const office = useOffice([
  'clerk',
  'science',
  'finance',
  'tax',
  'leader',
  'expert1',
  'preparer',
  'releaser',
  'security2',
]);

// opencollective #5035: one person submits, approves and pays.
test('an approved case is prepared by one person, released by another, answered by the bank, and the firm sees it paid', async () => {
  const { id, firm } = await approvedProject(office());
  const { preparer, releaser, security2 } = office().staff;
  const firmPage = await office().pageOf(firm);
  await firmPage.goto(`/my/applications/${id}`);
  const mine = firmPage.getByRole('region', { name: '资金拨付' });
  await mine.getByText('请填写收款账户').waitFor();
  await giveAccount(firm);

  const page = await office().pageOf(preparer);
  await page.goto('/payments');
  await page.getByRole('link', { name: firm.firmName }).first().click();
  const first = page.getByRole('listitem').filter({ hasText: '签订项目合同后拨付' });
  await first.getByRole('button', { name: '确认条件已满足' }).click();
  const confirming = page.getByRole('dialog', { name: '确认拨付条件已满足' });
  await confirming.getByRole('textbox', { name: '确认依据' }).fill('项目合同 2026-018 号，4 月 8 日签订。');
  await confirming.getByRole('checkbox', { name: 'audit-report.pdf' }).check();
  await confirming.getByRole('button', { name: '确认条件已满足' }).click();
  await first.getByText('可拨付').waitFor();

  await page.goto('/payments');
  // The keyboard is enough: down to the row, choose it.
  await page.getByRole('checkbox', { name: `${firm.firmName} 第 1 期` }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('button', { name: '制单', exact: true }).click();
  await page.getByRole('dialog', { name: '制成一份拨付单' }).getByRole('button', { name: '制单' }).click();
  await page.getByRole('link', { name: /查看拨付单 BF-2026-0001/ }).click();
  await page.getByRole('heading', { name: 'BF-2026-0001' }).waitFor();
  expect(await page.getByRole('button', { name: '复核放行' }).count()).toBe(0);

  // With both roles, the person who prepared it is still not let.
  await security2.ask('POST', `/api/v1/people/${preparer.userId}/roles`, { role: 'finance-releaser' });
  await page.reload();
  await page.getByText('您已参与本件的其他环节').first().waitFor();
  expect(await page.getByRole('button', { name: '复核放行' }).isDisabled()).toBe(true);

  const second = await office().pageOf(releaser);
  await second.goto(new URL(page.url()).pathname);
  await second.getByRole('button', { name: '看全号' }).click();
  await second.getByText('账号 33010402000000012345').waitFor();
  await second.getByRole('button', { name: '复核放行' }).click();
  const releasing = second.getByRole('dialog', { name: '复核放行这份拨付单' });
  await releasing.getByRole('checkbox').check();
  await releasing.getByRole('button', { name: '复核放行' }).click();
  const download = second.waitForEvent('download');
  await second.getByRole('link', { name: '下载 CSV' }).click();
  expect((await download).suggestedFilename()).toBe('BF-2026-0001.csv');

  await second.getByRole('button', { name: '登记银行结果' }).click();
  const results = second.getByRole('dialog', { name: '登记银行结果' });
  await results.getByRole('combobox').selectOption('paid');
  await results.getByLabel('到账日期').fill('2026-04-17');
  await results.getByLabel('银行流水号').fill('YH202604170001');
  await results.getByRole('button', { name: '登记', exact: true }).click();
  await second.getByText('已办结').first().waitFor();

  await firmPage.reload();
  await mine.getByText('已拨付，2026 年 4 月 17 日 到账').waitFor();
  expect(await firmPage.getByRole('main').getByText('33010402000000012345').count()).toBe(0);
  expect(await paymentsOf(firm, id)).toMatchObject({
    paid: '1200000',
    instalments: [{ state: 'paid' }, { state: 'waiting' }],
  });
});
