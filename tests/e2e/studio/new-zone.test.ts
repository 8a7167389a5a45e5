import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { FirmPerson } from '../../support/office/new-firm.ts';
import { useOffice } from '../../support/office/use-office.ts';
import { linkOf } from '../pages/share-link.ts';
import { StudioDraft } from './pages/draft.ts';
import { ForcePath } from './pages/force-path.ts';
import { SchemeDesk } from './pages/scheme-desk.ts';
import { typeInLadder, ZONE_TEXT } from './pages/zone-text.ts';

const office = useOffice(['editor', 'approver']);

const NAME = '软件园科技企业梯度培育办法';
const FROM = '2026-04-02';
const SCHEME = { id: 'software-pioneer', label: ['软件园科创先锋认定', 'Software park pioneers'] } as const;

/** A pioneer by its points exactly: 30 + 30 of 60. */
const PIONEER = {
  registeredOn: '2018-05-01',
  registeredInPark: true,
  revenue: { 2025: '20000000' },
  rdExpense: { 2025: '1000000' },
  inventionPatents: '1',
};

/** Around every rung: amounts in 万元, as the form asks. */
const CASES = [
  ['开业两年的软件公司', '科创新苗', ['2024-05-01', '是', '500', '25', '0']],
  ['恰满六十分的公司', '科创先锋', ['2018-05-01', '是', '2000', '100', '1']],
  ['恰满一亿元的公司', '科创领军', ['2018-05-01', '是', '10000', '0', '0']],
  ['园外的大公司', '未达到', ['2018-05-01', '否', '10000', '0', '0']],
] as const;
const ASKED = ['成立日期', '注册在软件园', '营业收入 2025', '研发费用 2025', '有效发明专利'];

test('the ladder of a zone that never was is typed in from its text and serves the firms of its park at once', async () => {
  const { editor, approver } = office().staff;
  expect(ZONE_TEXT).toContain(NAME);
  const inside = await office().newFirm({ name: '宁波云帆软件有限公司', park: 'software' });
  const outside = await office().newFirm({ name: '宁波杭州湾软件有限公司', park: 'core' });
  const draft = new StudioDraft(await office().pageOf(editor));
  const { page } = draft;
  await draft.openStudio();
  await page.getByRole('button', { name: '新建政策' }).click();
  await draft.begin({ 政策名称: NAME, 政策编号: 'software-park', 拟施行日: FROM }, '软件园梯度');
  await typeInLadder(page);
  await page.getByRole('button', { name: '适用：全区' }).click();
  await draft.dialog.getByLabel('软件园').check();
  await draft.dialog.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '适用：软件园' }).waitFor();
  await draft.tab(/^检查/);
  await page.getByText('没有错误', { exact: true }).waitFor();
  await draft.tab('算例');
  for (const [name, outcome, answers] of CASES)
    await draft.addCase(name, outcome, Object.fromEntries(ASKED.map((label, i) => [label, answers[i] ?? ''])));
  await page.getByText('4 / 4').waitFor();

  const path = new ForcePath(page);
  await path.open();
  await path.explainFairness('办法只扶持本园企业，没有影响更小的办法。', '2028-12-31');
  await path.noteLegality('区司法局法制科', '内容不违反上位法。');
  await path.chooseTransition('按旧版', '按旧版', '新办法，没有在办的件。');
  await path.goWithoutConsultation('试行办法，只涉及一个园区，已在园内征求过意见。');
  const second = new ForcePath(await office().pageOf(approver));
  await second.page.goto(page.url());
  await second.approve('同意试行。');
  await second.publish();

  await office().goTo(FROM);
  await servesVisitors();
  const trialOn = draft.page.url();
  await new SchemeDesk(draft.page).make({ ...SCHEME, policy: NAME, like: '瞪羚企业认定', tier: '科创先锋' });
  await new SchemeDesk(second.page).publish(SCHEME.label[0]);
  await servesFirms(inside, outside);
  await draft.page.goto(trialOn);
  await draft.runTrial('只试园内企业');
  await draft.page.getByText(/^1 户在册企业/).waitFor();
});

async function servesVisitors(): Promise<void> {
  const visitor = await office().pageOf();
  await visitor.goto('/policies');
  await visitor.getByRole('main').getByText(NAME).first().waitFor();
  expect(await pioneerOn(visitor, 'software')).toBe(true);
  expect(await pioneerOn(visitor, 'core')).toBe(false);
  await visitor.getByText(`“${NAME}”只适用于部分园区`).waitFor();
}

/** Whether the result of the same figures, for a firm in this park, tells of the rung. */
async function pioneerOn(page: Page, park: string): Promise<boolean> {
  // A link that differs in its last part alone would not be opened anew.
  await page.goto('about:blank');
  await page.goto(linkOf({ answers: PIONEER, filing: FROM, fiscalYear: 2025, park }));
  await page.getByTestId('headline').waitFor();
  return (await page.getByRole('main').getByText('科创先锋').count()) > 0;
}

/** The scheme of the new policy takes the firm of the park and tells the other one why not. */
async function servesFirms(inside: FirmPerson, outside: FirmPerson): Promise<void> {
  const page = await office().pageOf(inside);
  await page.goto(`/my/applications/new?scheme=${SCHEME.id}`);
  await page.getByRole('button', { name: '新建草稿' }).click();
  await page.getByRole('heading', { name: '申报什么' }).waitFor();
  await page.getByText('注册在软件园').first().waitFor();
  const begun = { firmId: outside.firmId, schemeId: SCHEME.id };
  const refused = await outside.answer('POST', '/api/v1/applications', begun);
  expect(refused).toMatchObject({ status: 422, body: { error: { code: 'not-for-park' } } });
}
