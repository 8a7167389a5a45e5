import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type CaseSeen, pathOf, pdfNamed, writeDraft } from '../../support/office/case-acts.ts';
import { codeIn } from '../../support/office/mailbox.ts';
import { creditCodeFor, GAZELLE } from '../../support/office/new-firm.ts';
import { PASSWORD } from '../../support/office/person.ts';
import { useOffice } from '../../support/office/use-office.ts';
import { SelfCheckForm } from '../pages/self-check-form.ts';

const office = useOffice();

const CONTACT = 'linxiao@qiye.example';
const PAPERS = {
  'audit-report': '审计报告',
  'business-plan': '发展规划',
  'ip-certificates': '发明专利证书',
  'rd-ledger': '研发费用辅助账',
  'staff-list': '研发人员名单',
};

test('a firm goes from its self-check to a receipt: sign-up, registration, draft, papers, signature', async () => {
  const page = await office().pageOf();
  const form = new SelfCheckForm(page, 'zh-CN');
  await form.open();
  await form.fill({ answers: GAZELLE });
  await page.getByRole('link', { name: '用这些数据申报' }).click();
  await page.getByRole('link', { name: '第一次来，先注册' }).click();
  await signUp(page);
  await registerFirm(page);
  // Nothing is left to ask: the draft under the scheme of the tier that was reached is there at once.
  await page.getByLabel('项目名称').waitFor();
  const id = page.url().split('/').at(-1) ?? '';

  // What the self-check knew is there, and the rules say at once what they say on the result page.
  const result = page.getByRole('complementary', { name: '按所填数据' });
  await result.getByText('已满足').waitFor();
  expect(await page.locator('#q-revenue-2025').inputValue()).toBe('13225');
  await page.getByLabel('项目名称').fill('高纯溅射靶材企业认定');
  await result.getByText(/已保存 \d\d:\d\d/).waitFor();
  await upload(page);
  await addTwo(page);
  await result.getByText('已填齐，可以提交').waitFor();
  expect(await read<CaseSeen>(page, pathOf(id))).toMatchObject({ state: 'draft', submissions: [] });

  await sign(page);
  await page.getByRole('region', { name: '现在' }).getByText('轮到经办单位').waitFor();
  const seen = await read<CaseSeen>(page, pathOf(id));
  expect(seen).toMatchObject({ state: 'submitted', number: 'TD-2026-000001' });
  const [first] = seen.submissions;
  await page.getByRole('main').getByText(`受理编号 ${seen.number}`).waitFor();
  await page.getByText(first?.receiptNumber ?? 'no receipt').waitFor();
  const pdf = await page.request.get((await page.getByRole('link', { name: '下载 PDF' }).getAttribute('href')) ?? '');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const frozen = await read<{ content: { projectName: string }; facts: object }>(page, `${pathOf(id)}/submissions/1`);
  expect(frozen.content.projectName).toBe('高纯溅射靶材企业认定');
});

// hypha #2982, #3556, #4478: drafts lost or duplicated; a stale tab's autosave overwrites a submitted application.
test('of two tabs on one draft the stale one is told, and neither draft nor submission is overwritten', async () => {
  const firm = await office().newFirm();
  const id = await writeDraft(firm);
  const first = await office().pageOf(firm);
  await first.goto(`/my/applications/${id}`);
  const second = await first.context().newPage();
  await second.goto(`/my/applications/${id}`);
  await second.getByLabel('项目名称').waitFor();

  await first.getByLabel('项目名称').fill('第一个页面的名称');
  await first
    .getByRole('complementary', { name: '按所填数据' })
    .getByText(/已保存 \d\d:\d\d/)
    .waitFor();
  await expect.poll(() => projectName(first, id)).toBe('第一个页面的名称');
  await second.getByRole('textbox', { name: '补充说明' }).fill('第二个页面的说明');
  await second.getByRole('alert').filter({ hasText: '草稿在别处有了更新' }).waitFor();
  expect(await projectName(first, id)).toBe('第一个页面的名称');
  expect(await second.getByRole('textbox', { name: '补充说明' }).inputValue()).toBe('第二个页面的说明');
  await second.getByRole('button', { name: '用最新的' }).click();
  await expect.poll(() => second.getByLabel('项目名称').inputValue()).toBe('第一个页面的名称');

  await sign(first);
  await first.getByRole('main').getByText('受理编号 TD-2026-').waitFor();
  await second.getByLabel('项目名称').fill('提交以后才改的名称');
  await second.getByRole('alert').filter({ hasText: '本件已经提交' }).waitFor();
  const frozen = await read<{ content: { projectName: string } }>(first, `${pathOf(id)}/submissions/1`);
  expect(frozen.content.projectName).toBe('第一个页面的名称');
  await second.getByRole('button', { name: '看本件现在的状态' }).click();
  await second.getByRole('region', { name: '现在' }).getByText('轮到经办单位').waitFor();
});

// simpler-grants-gov #5482, #6452: messages that do not lead to the field; SIMS #3097, #3098: keyboard traps.
test('all that is missing is told at once, each line leads to its field, and no key is caught on the way', async () => {
  const firm = await office().newFirm({ facts: { registeredOn: '2018-05-01' } });
  const id = await writeDraft(firm, { projectName: '', materials: [] });
  const page = await office().pageOf(firm);
  await page.goto(`/my/applications/${id}`);
  const check = page.getByRole('button', { name: '检查还缺什么' });
  await check.focus();
  await page.keyboard.press('Enter');
  const summary = page.getByRole('main').getByRole('alert');
  const lines = summary.getByRole('link');
  await lines.first().waitFor();
  expect(await lines.count()).toBeGreaterThan(5);
  for (const line of await lines.all()) {
    await line.focus();
    await page.keyboard.press('Enter');
    const field = (await line.getAttribute('href'))?.slice(1);
    expect([field, await page.evaluate(() => document.activeElement?.id)]).toEqual([field, field]);
  }

  const sign = page.getByRole('button', { name: '签署并提交' });
  await sign.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '签署并提交' });
  await dialog.getByLabel('签署人姓名').focus();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await sign.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('link', { name: '跳到正文' }).focus();
  expect(await walk(page)).toEqual({ stops: expect.any(Number), isThrough: true });
});

/** The code comes by mail. */
async function signUp(page: Page): Promise<void> {
  await page.getByLabel('姓名').fill('林晓');
  await page.getByLabel('手机号或邮箱').fill(CONTACT);
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '注册' }).click();
  await page.getByRole('heading', { name: '输入验证码' }).waitFor();
  await page.getByLabel('六位数字').fill(codeIn(await office().mailTo(CONTACT)));
  await page.keyboard.press('Enter');
}

async function registerFirm(page: Page): Promise<void> {
  await page.getByLabel('统一社会信用代码').fill(creditCodeFor(701));
  await page.getByLabel('企业名称').fill('宁波青瓷靶材有限公司');
  await page.getByLabel('法定代表人').fill('林晓');
  await page.getByLabel('行业大类').selectOption({ label: '39 计算机、通信和其他电子设备制造业' });
  await page.getByLabel('注册地址').fill('宁波国家高新区聚贤路1号');
  const contact = page.getByRole('group', { name: '联系人' });
  await contact.getByLabel('电话').fill('057488880000');
  // The day is known from the self-check, the person from the account.
  expect(await page.getByLabel('成立日期').inputValue()).toBe('2018-05-01');
  expect(await contact.getByLabel('姓名').inputValue()).toBe('林晓');
  await page.getByRole('button', { name: '登记企业' }).click();
}

/** All at once, as people do: none of them may be lost. */
async function upload(page: Page): Promise<void> {
  for (const [material, name] of Object.entries(PAPERS))
    await page
      .locator(`[id="materials.${material}"]`)
      .setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdfNamed(name) });
  for (const name of Object.values(PAPERS)) await page.getByRole('button', { name: `去掉 ${name}.pdf` }).waitFor();
}

/** Two in one drop: the one still on its way stays in sight when the first has arrived, and none is lost. */
async function addTwo(page: Page): Promise<void> {
  const [quick, slow] = ['附注.pdf', '附表.pdf'];
  let release = (): void => {};
  const held = new Promise<void>((go) => {
    release = go;
  });
  await page.route(`**/files?name=${encodeURIComponent(slow)}`, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: '再加一份 上一年度审计报告' }).click();
  const files = [quick, slow].map((name) => ({ name, mimeType: 'application/pdf', buffer: pdfNamed(name) }));
  await page.locator('[id="materials.audit-report"]').setInputFiles(files);
  await page.getByRole('button', { name: `去掉 ${quick}` }).waitFor();
  await page.getByRole('progressbar', { name: `正在上传 ${slow}` }).waitFor();
  release();
  await page.getByRole('button', { name: `去掉 ${slow}` }).waitFor();
  await page.getByRole('button', { name: `去掉 ${quick}` }).waitFor();
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: '签署并提交' }).click();
  const dialog = page.getByRole('dialog', { name: '签署并提交' });
  await dialog.getByLabel('签署人姓名').fill('林晓');
  await dialog.getByRole('button', { name: '签署并提交' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** As the person of the page. */
async function read<T>(page: Page, path: string): Promise<T> {
  return (await page.request.get(path)).json();
}

const projectName = async (page: Page, id: string): Promise<string> =>
  (await read<{ content: { projectName: string } }>(page, `${pathOf(id)}/draft`)).content.projectName;

/** Presses Tab until the focus has left the main part of the page behind; a trap would hold it there. */
async function walk(page: Page): Promise<{ readonly stops: number; readonly isThrough: boolean }> {
  const within = (selector: string) =>
    page.evaluate((where) => document.activeElement?.closest(where) !== null, selector);
  let stops = 0;
  while (!(await within('main')) && stops < 40) {
    await page.keyboard.press('Tab');
    stops++;
  }
  while ((await within('main')) && stops < 300) {
    await page.keyboard.press('Tab');
    stops++;
  }
  return { stops, isThrough: stops < 300 };
}
