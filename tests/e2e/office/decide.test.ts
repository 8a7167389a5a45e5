import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { agree, pathOf, see, submitted, takeIn } from '../../support/office/case-acts.ts';
import { ALMOST_A_GAZELLE, type FirmPerson } from '../../support/office/new-firm.ts';
import { PASSWORD } from '../../support/office/person.ts';
import { useOffice } from '../../support/office/use-office.ts';
import { reviewed } from './prepared-cases.ts';

/** 8, 20 and 24 points: 52 of the 60 that are asked. */
const SHORT_OF_POINTS = {
  registeredInChina: true,
  bannedProducts: false,
  employees: { '2025': '100' },
  scienceStaff: { '2025': '16' },
  revenue: { '2025': '20000000' },
  costExpense: { '2025': '15000000' },
  rdExpense: { '2025': '700000' },
  totalAssets: { '2025': '30000000' },
  classIProperty: '0',
  classIIProperty: '4',
  hnteCertificate: false,
  nationalAwards: [],
  ledStandard: false,
  rdInstitutionLevel: 'none',
  majorAccident: false,
  seriousEnvironmentalOffence: false,
  seriousResearchMisconduct: false,
  abnormalOperationList: false,
  seriousDishonestyList: false,
};

const office = useOffice(['clerk', 'science', 'market', 'tax', 'leader', 'leader2']);

test('a decision is published to everyone, one objection stops its own row alone, and time approves', async () => {
  const [firm, other] = [await office().newFirm(), await office().newFirm()];
  const [id, untouched] = [await reviewed(office(), firm), await reviewed(office(), other)];
  const leader = await office().pageOf(office().staff.leader);
  for (const each of [id, untouched]) await propose(leader, each);
  expect(await see(firm, id)).toMatchObject({ state: 'in-publicity' });

  const visitor = await office().pageOf();
  await visitor.goto('/');
  await visitor.getByRole('link', { name: '公示', exact: true }).first().click();
  await visitor.getByRole('region', { name: '公示中' }).getByRole('link').first().waitFor();
  await openNoticeOf(visitor, leader, id);
  await visitor.getByText(firm.firmName).waitFor();
  await object(visitor, firm);
  await visitor.getByText('有异议，核实中').waitFor();
  expect(await see(firm, id)).toMatchObject({ state: 'under-objection' });

  // The other firm's notice runs on: seven working days.
  await office().advanceDays(8);
  expect(await see(other, untouched)).toMatchObject({ state: 'approved' });
  expect(await see(firm, id)).toMatchObject({ state: 'under-objection' });
  await answerObjection(leader, id);
  await visitor.reload();
  await visitor.getByText('经核实，研发人员数以社保缴纳记录为准，异议不成立。').waitFor();
  expect(await see(firm, id)).toMatchObject({ state: 'in-publicity' });
  await office().advanceDays(9);
  expect(await see(firm, id)).toMatchObject({ state: 'approved' });

  await visitor.goto('/publicity');
  const awards = visitor.getByRole('region', { name: '已批准的支持' });
  for (const each of [firm, other]) await awards.getByText(each.firmName).waitFor();
  const page = await office().pageOf(firm);
  await page.goto(`/my/applications/${id}`);
  await page.getByRole('region', { name: '结果' }).getByText('已批准').waitFor();
});

// hypha #3296, simpler-grants-gov #5666: no way on after a refusal; opencollective #5035: one person does it all.
test('a refused firm appeals; another person decides and overturns, the first is not let', async () => {
  const firm = await office().newFirm({ facts: ALMOST_A_GAZELLE });
  const id = await reviewed(office(), firm);
  const leader = await office().pageOf(office().staff.leader);
  await refuse(leader, id);

  const page = await office().pageOf(firm);
  await page.goto(`/my/applications/${id}`);
  const outcome = page.getByRole('region', { name: '结果' });
  await outcome.getByText('这次没有获得支持').waitFor();
  await outcome.getByText('两年营业收入平均增长率不足 15%').waitFor();
  await outcome.getByText('下一年度可再次申报').waitFor();
  await outcome.getByRole('textbox', { name: '复核理由' }).fill('审计报告已更正，2025 年营业收入应为 13,225 万元。');
  await outcome.getByRole('button', { name: '提交复核申请' }).click();
  await page.getByRole('region', { name: '现在' }).getByText('复核中').waitFor();
  expect(await see(firm, id)).toMatchObject({ state: 'in-appeal' });

  await leader.goto(`/desk/cases/${id}?tab=decision`);
  await leader.getByText('您已参与本件的其他环节').waitFor();
  expect(await leader.getByRole('button', { name: '改为支持并公示' }).isDisabled()).toBe(true);
  const { version } = await see(firm, id);
  const answer = { outcome: 'overturn', version, reason: '同一个人再决定一次。' };
  const refused = await office().staff.leader.answer('POST', `${pathOf(id)}/appeal/answer`, answer);
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await see(firm, id)).toMatchObject({ state: 'in-appeal', version });

  // The rules still say no: a reviewer looks at the new proof and answers the criterion, with the reason.
  await overrule(await office().pageOf(office().staff.science), id);
  const second = await office().pageOf();
  await signIn(second, id);
  await second.getByRole('button', { name: '改为支持并公示' }).click();
  const dialog = second.getByRole('dialog', { name: '改为支持并公示' });
  await dialog.getByRole('textbox', { name: '理由' }).fill('更正后的审计报告已核实，符合条件。');
  await dialog.getByRole('button', { name: '确认' }).click();
  await second.getByRole('main').getByText('公示中').first().waitFor();
  await page.reload();
  await outcome.getByText('拟支持，正在公示').waitFor();
  await office().advanceDays(8);
  expect(await see(firm, id)).toMatchObject({ state: 'approved' });
});

// Both values stay: what was computed and what a person set stand side by side, for the office and for the firm.
test('a reviewer sets points, and several are decided at once, each with its own result', async () => {
  const { clerk, science, tax, leader } = office().staff;
  const [firm, gazelle, unmet] = [
    await office().newFirm({ facts: SHORT_OF_POINTS }),
    await office().newFirm(),
    await office().newFirm({ facts: ALMOST_A_GAZELLE }),
  ];
  const wish = {
    scheme: 'tech-sme-registration',
    projectName: '入库登记',
    materials: ['annual-statements', 'rd-ledger', 'ip-certificates'],
  };
  const id = await submitted(firm, wish);
  await takeIn(clerk, firm, id, 'accept');
  await setPoints(await office().pageOf(science), id);
  await agree(id, { science, tax });
  const [granted, refused] = [await reviewed(office(), gazelle), await reviewed(office(), unmet)];

  const page = await office().pageOf(leader);
  await page.goto('/desk?state=in-decision');
  for (const each of [firm, gazelle, unmet])
    await page.getByRole('row').filter({ hasText: each.firmName }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '批量决定' }).click();
  const dialog = page.getByRole('dialog', { name: '批量决定 3 件' });
  await dialog.getByText('1 件现在不能办，不会改动').waitFor();
  await dialog.getByRole('textbox', { name: '理由' }).fill('符合条件，各部门无异议。');
  await dialog.getByRole('button', { name: '确认拟支持 2 件' }).click();
  await page.getByRole('dialog', { name: '批量决定结果' }).getByText('2 件全部决定完毕').waitFor();
  expect(await see(firm, id)).toMatchObject({ state: 'in-publicity' });
  expect(await see(gazelle, granted)).toMatchObject({ state: 'in-publicity' });
  expect(await see(unmet, refused)).toMatchObject({ state: 'in-decision' });

  const own = await office().pageOf(firm);
  await own.goto(`/my/applications/${id}`);
  const outcome = own.getByRole('region', { name: '结果' });
  await outcome.getByText('科技人员指标：系统计算得 8 分，经人工核定得 20 分（满分 20 分）').waitFor();
});

async function setPoints(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/cases/${id}`);
  await page
    .getByRole('region', { name: '逐条结论' })
    .getByRole('button', { name: '科技人员指标', exact: true })
    .click();
  const evidence = page.getByRole('complementary', { name: '证明材料' });
  await evidence.getByRole('button', { name: '核定分值' }).click();
  const dialog = page.getByRole('dialog', { name: '核定“科技人员指标”的分值' });
  await dialog.getByLabel('核定为（分）').fill('7');
  await dialog.getByLabel('理由').fill('社保名册显示科技人员 35 人。');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: '核定为 7 分' }).click();
  await dialog.getByText('请填写 0 至 20 之间 4 的整数倍').first().waitFor();
  await dialog.getByLabel('核定为（分）').fill('20');
  await dialog.getByRole('button', { name: '核定为 20 分' }).click();
  await page.getByText('系统计算：8 分；人工核定：20 分').first().waitFor();
  await evidence.getByRole('region', { name: '人工核定' }).getByText('社保名册显示科技人员 35 人').waitFor();
}

async function propose(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/cases/${id}?tab=decision`);
  await page.getByRole('button', { name: '拟支持并公示' }).click();
  const dialog = page.getByRole('dialog', { name: '拟支持并公示' });
  await dialog.getByRole('textbox', { name: '理由' }).fill('符合条件，各部门无异议。');
  await dialog.getByRole('button', { name: '确认' }).click();
  await page.getByRole('main').getByText('公示中').first().waitFor();
}

async function refuse(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/cases/${id}?tab=decision`);
  await page.getByRole('button', { name: '不予支持' }).click();
  const dialog = page.getByRole('dialog', { name: '不予支持' });
  await dialog.getByRole('textbox', { name: '理由' }).fill('两年营业收入平均增长率不足 15%');
  await dialog.getByRole('combobox', { name: '适用条款' }).fill('认定条件');
  await dialog.getByRole('textbox', { name: '给企业的建议' }).fill('下一年度可再次申报');
  await dialog.getByRole('button', { name: '确认' }).click();
  await page.getByRole('main').getByText('不予支持（可复核）').first().waitFor();
}

async function overrule(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/cases/${id}`);
  const criteria = page.getByRole('region', { name: '逐条结论' });
  await criteria.getByRole('button', { name: '未满足' }).click();
  await criteria.getByRole('listitem').filter({ hasText: '≥ 15%' }).getByRole('button').first().click();
  await page.getByRole('complementary', { name: '证明材料' }).getByRole('button', { name: '改判' }).click();
  const dialog = page.getByRole('dialog', { name: '人工改判' });
  await dialog.getByLabel('理由').fill('更正后的审计报告载明 2025 年营业收入为 13,225 万元。');
  await dialog.getByRole('checkbox', { name: 'audit-report.pdf' }).check();
  await dialog.getByRole('button', { name: '改判为“已满足”' }).click();
  await page.getByText('系统计算：未满足；人工核定：已满足').first().waitFor();
}

/** The notice by its address: the list shows one of each decision. */
async function openNoticeOf(visitor: Page, official: Page, id: string): Promise<void> {
  await official.goto(`/desk/cases/${id}?tab=publicity`);
  const link = official.getByRole('main').getByRole('link', { name: /发布$/ });
  await visitor.goto((await link.getAttribute('href')) ?? '');
}

async function object(visitor: Page, firm: FirmPerson): Promise<void> {
  await visitor.getByRole('button', { name: `对“${firm.firmName}”提出异议` }).click();
  const dialog = visitor.getByRole('dialog', { name: `对“${firm.firmName}”提出异议` });
  await dialog.getByLabel('您的姓名').fill('李敏');
  await dialog.getByLabel('手机号或邮箱').fill('limin@example.com');
  await dialog.getByLabel('异议内容').fill('该企业研发人员数与官网公布的不一致。');
  await dialog.getByRole('button', { name: '提交异议' }).click();
  const receipt = visitor.getByRole('dialog', { name: '已收到您的异议' });
  await receipt.getByText(/编号 \S+，请记下/).waitFor();
  await receipt.getByRole('button', { name: '好的' }).click();
}

async function answerObjection(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/cases/${id}?tab=publicity`);
  await page.getByText('该企业研发人员数与官网公布的不一致。').waitFor();
  await page.getByRole('button', { name: '书面答复' }).click();
  const dialog = page.getByRole('dialog', { name: '书面答复' });
  await dialog.getByRole('radio', { name: '不成立' }).check();
  await dialog.getByLabel('答复内容').fill('经核实，研发人员数以社保缴纳记录为准，异议不成立。');
  await dialog.getByRole('button', { name: '答复并公布' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** By the page, as staff do: password, then the digits of the authenticator. */
async function signIn(page: Page, id: string): Promise<void> {
  const { leader2 } = office().staff;
  await page.goto(`/sign-in?back=${encodeURIComponent(`/desk/cases/${id}?tab=decision`)}`);
  await page.getByLabel('手机号或邮箱').fill(leader2.contact);
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '第二重验证' }).waitFor();
  await page.getByLabel('六位数字').fill(leader2.nextCode());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '改为支持并公示' }).waitFor();
}
