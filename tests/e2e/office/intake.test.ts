import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pathOf, pdfNamed, see, submitted, takeIn } from '../../support/office/case-acts.ts';
import type { FirmPerson } from '../../support/office/new-firm.ts';
import type { Person } from '../../support/office/person.ts';
import { useOffice } from '../../support/office/use-office.ts';

const office = useOffice(['clerk', 'science', 'market', 'tax']);

interface Frozen {
  readonly content: { readonly projectName: string };
  readonly facts: { readonly revenue: unknown };
  readonly digest: string;
}

// grants-stack #3254: refused for a small defect and must start again; civiform #4414: a resubmission rewrites the earlier.
test('a case goes back with one complete list; the firm mends those items alone and submits again', async () => {
  const firm = await office().newFirm();
  const id = await submitted(firm, { projectName: '高纯靶材瞪羚认定' });
  const before = await firm.ask<Frozen>('GET', `${pathOf(id)}/submissions/1`);

  const clerk = await office().pageOf(office().staff.clerk);
  await openByKeyboard(clerk, firm.firmName);
  await clerk.getByRole('button', { name: '一次性告知补正' }).click();
  const dialog = clerk.getByRole('dialog', { name: '一次性告知补正' });
  await addItem(dialog, 1, ['材料：上一年度审计报告', '审计报告没有盖章', '请上传加盖公章的审计报告']);
  await addItem(dialog, 2, [/^指标：.*营业收入/, '2025 年营业收入与审计报告不一致', '请按审计报告填写']);
  await addItem(dialog, 3, [/^指标：.*营业利润/, '营业利润没有证明', '请附上利润表']);
  await dialog.getByRole('button', { name: '告知 3 项' }).click();
  await clerk.getByRole('main').getByText('待企业补正').first().waitFor();

  const page = await office().pageOf(firm);
  await page.goto(`/my/applications/${id}`);
  const now = page.getByRole('region', { name: '现在' });
  await now.getByText('请按清单补正').waitFor();
  const list = page.getByRole('region', { name: '补正清单' });
  await list.getByText('审计报告没有盖章').waitFor();
  await list.getByText('请按审计报告填写').waitFor();
  // Only what is listed can be touched, on the page and at the API.
  expect(await page.getByLabel('项目名称').count()).toBe(0);
  expect(await page.getByRole('button', { name: /^去掉/ }).allTextContents()).toHaveLength(1);
  expect(await renamed(firm, id)).toMatchObject({ status: 422, body: { error: { code: 'not-listed' } } });

  await page.getByRole('button', { name: /^去掉/ }).click();
  const file = { name: '审计报告（盖章）.pdf', mimeType: 'application/pdf', buffer: pdfNamed('stamped') };
  await page.locator('[id="materials.audit-report"]').setInputFiles(file);
  await page.getByRole('button', { name: '去掉 审计报告（盖章）.pdf' }).waitFor();
  await page.locator('#q-revenue-2025').fill('13230');
  // The figure stands; only what proves it was missing, and its place is beside it.
  await page.locator('[id="evidence.operatingProfit@2025-pick"]').setInputFiles({ ...file, name: '利润表.pdf' });
  await page.getByRole('button', { name: '去掉 利润表.pdf' }).waitFor();
  for (const [i, answer] of ['已盖章', '已改正', '已附上'].entries())
    await list.getByLabel('您的答复').nth(i).fill(answer);
  await page.getByRole('button', { name: '提交补正' }).click();
  const signing = page.getByRole('dialog', { name: '提交补正' });
  await signing.getByLabel('签署人姓名').fill(firm.name);
  await signing.getByRole('button', { name: '提交补正' }).click();
  await now.getByText('已提交，等待受理').waitFor();

  expect(await see(firm, id)).toMatchObject({ state: 'submitted', submissions: [{ round: 2 }, { round: 1 }] });
  expect(await firm.ask('GET', `${pathOf(id)}/submissions/1`)).toEqual(before);
  const after = await firm.ask<Frozen>('GET', `${pathOf(id)}/submissions/2`);
  expect(after.content.projectName).toBe('高纯靶材瞪羚认定');
  expect([JSON.stringify(before.facts.revenue), JSON.stringify(after.facts.revenue)]).toEqual([
    expect.stringContaining('132250000'),
    expect.stringContaining('132300000'),
  ]);
  await page.getByText('第 1 次提交').waitFor();
  // The office finds it at the figure.
  const { figures } = await office().staff.clerk.ask<{ figures: unknown }>('GET', `/api/v1/desk/cases/${id}`);
  expect(figures).toContainEqual(
    expect.objectContaining({
      key: 'operatingProfit@2025',
      evidence: [expect.objectContaining({ name: '利润表.pdf' })],
    }),
  );
});

// 容缺受理
test('a deferred material that comes in time lets the case go on; one that does not ends it, in plain words', async () => {
  const late = { deferrals: ['staff-list'] };
  const [timely, slow] = [await office().newFirm(), await office().newFirm()];
  const [kept, broken] = [await submitted(timely, late), await submitted(slow, late)];
  const clerk = await office().pageOf(office().staff.clerk);
  await acceptDeferred(clerk, kept);
  await takeIn(office().staff.clerk, slow, broken, 'accept-deferred', {
    days: [{ materialId: 'staff-list', workingDays: 5 }],
  });

  const page = await office().pageOf(timely);
  await page.goto(`/my/applications/${kept}`);
  await page.getByText('请在2026 年 4 月 9 日前补交').waitFor();
  await office().advanceDays(3);
  const file = { name: '人员名单.pdf', mimeType: 'application/pdf', buffer: pdfNamed('staff') };
  await page.locator('#deliver-staff-list').setInputFiles(file);
  await page.getByRole('button', { name: '补交' }).click();
  await page.getByText('2026 年 4 月 7 日已补交').waitFor();
  await office().advanceDays(3);
  expect(await see(timely, kept)).toMatchObject({ state: 'in-review' });

  const other = await office().pageOf(slow);
  await other.goto(`/my/applications/${broken}`);
  await other.getByRole('region', { name: '现在' }).getByText('逾期未办，已终止').waitFor();
  await other.getByText('逾期未交').first().waitFor();
  await other.getByRole('button', { name: '复制成新的申报' }).waitFor();
  expect(await see(slow, broken)).toMatchObject({ state: 'lapsed' });
  // A broken promise: this way is closed to the firm from now on.
  const again = await slow.ask<{ id: string }>('POST', '/api/v1/applications', {
    firmId: slow.firmId,
    schemeId: 'gazelle-recognition',
  });
  expect(await slow.ask('GET', `${pathOf(again.id)}/draft`)).toMatchObject({ mayDefer: false });
});

test('three departments review side by side, and the case moves on by itself with the last answer', async () => {
  const { science, market, tax, clerk } = office().staff;
  const firm = await office().newFirm();
  const id = await submitted(firm);
  await takeIn(clerk, firm, id, 'accept');
  const pages = await Promise.all([science, market, tax].map((person) => office().pageOf(person)));
  const opinions = ['指标与材料一致', '登记状态正常', '纳税数据相符'];
  for (const page of pages) {
    await page.goto(`/desk/cases/${id}?tab=tasks`);
    await page.getByRole('button', { name: '提出意见' }).waitFor();
    // Its own task and no other.
    expect(await page.getByRole('button', { name: '提出意见' }).count()).toBe(1);
  }
  expect(await agreeFor(science, id, 'market')).toMatchObject({ status: 404 });
  for (const [i, page] of pages.entries()) {
    expect((await see(firm, id)).state).toBe('in-review');
    await giveOpinion(page, opinions[i] ?? '');
  }
  const last = pages[2] as Page;
  for (const opinion of opinions) await last.getByRole('main').getByText(opinion).waitFor();
  await last.getByRole('main').getByText('待决定').first().waitFor();
  expect(await see(firm, id)).toMatchObject({ state: 'in-decision' });
  const page = await office().pageOf(firm);
  await page.goto(`/my/applications/${id}`);
  await page.getByRole('region', { name: '现在' }).getByText('审核完成，等待决定').waitFor();
  // What departments said is not the firm's to read before the decision.
  expect(await page.getByText(opinions[0] ?? '').count()).toBe(0);
});

/** The queue without a mouse: search, step down to the case, open it. */
async function openByKeyboard(page: Page, firmName: string): Promise<void> {
  await page.goto('/desk');
  await page.getByRole('table').getByRole('link', { name: firmName }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(firmName);
  await expect.poll(() => page.getByRole('table').getByRole('link').allTextContents()).toEqual([firmName]);
  await page.keyboard.press('Tab');
  await page.getByRole('table').getByRole('link', { name: firmName }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: firmName }).waitFor();
}

type Dialog = ReturnType<Page['getByRole']>;

async function addItem(dialog: Dialog, n: number, [subject, problem, fix]: readonly [string | RegExp, string, string]) {
  await dialog.getByRole('button', { name: '另加一项' }).click();
  const item = dialog.getByRole('listitem').filter({ hasText: `第 ${n} 项` });
  const options = await item.getByLabel('针对').locator('option').allTextContents();
  const label = options.find((each) => (typeof subject === 'string' ? each === subject : subject.test(each)));
  await item.getByLabel('针对').selectOption({ label: label ?? String(subject) });
  await item.getByLabel('问题').fill(problem);
  await item.getByLabel('怎样补正').fill(fix);
}

/** A change of what is not on the list, sent past the page. */
async function renamed(firm: FirmPerson, id: string) {
  const { content, draftVersion } = await firm.ask<{ content: object; draftVersion: number }>(
    'GET',
    `${pathOf(id)}/draft`,
  );
  return firm.answer('PUT', `${pathOf(id)}/draft`, {
    draftVersion,
    content: { ...content, projectName: '另一个名称' },
  });
}

async function acceptDeferred(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/cases/${id}`);
  await page.getByRole('button', { name: '容缺受理' }).click();
  const dialog = page.getByRole('dialog', { name: '容缺受理' });
  await dialog.getByLabel('“研发人员名单及社保缴纳证明”的补交期限').fill('5');
  await dialog.getByRole('button', { name: '容缺受理' }).click();
  await page.getByRole('main').getByText('部门审核中').first().waitFor();
}

async function giveOpinion(page: Page, opinion: string): Promise<void> {
  await page.getByRole('button', { name: '提出意见' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: '同意', exact: true }).check();
  await dialog.getByLabel('意见').fill(opinion);
  await dialog.getByRole('button', { name: '确定' }).click();
  await page.getByRole('main').getByText(opinion).waitFor();
}

/** An answer in the place of a department that is not one's own. */
async function agreeFor(person: Person, id: string, department: string) {
  const view = await person.ask<{ tasks: { id: string; department: string }[] }>('GET', `/api/v1/desk/cases/${id}`);
  const task = view.tasks.find((each) => each.department === department);
  return person.answer('POST', `/api/v1/desk/tasks/${task?.id}/answer`, {
    answer: 'agree',
    opinion: '代答',
    evidence: [],
  });
}
