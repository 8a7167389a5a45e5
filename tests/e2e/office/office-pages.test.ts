import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { FirmPerson } from '../../support/office/new-firm.ts';
import type { Person } from '../../support/office/person.ts';
import { useOffice } from '../../support/office/use-office.ts';
import { overflowOf, violationsOf } from '../pages/axe.ts';
import { WORDS } from '../pages/words.ts';
import { approvedProject, prepareFirst } from './approved-project.ts';
import { prepareCases } from './prepared-cases.ts';

const office = useOffice([
  'clerk',
  'science',
  'market',
  'finance',
  'tax',
  'leader',
  'expert1',
  'preparer',
  'releaser',
  'auditor',
  'editor',
  'approver',
  'security2',
]);

type Cases = Awaited<ReturnType<typeof prepareCases>>;
interface Prepared extends Omit<Cases, 'firms' | 'ids'> {
  readonly panelId: string;
  readonly orderId: string;
  readonly firms: Cases['firms'] & { readonly granted: FirmPerson };
  readonly ids: Cases['ids'] & { readonly granted: string };
}
let prepared: Prepared;
beforeAll(async () => {
  // First: time passes until its notice is over.
  const { id, firm } = await approvedProject(office());
  const orderId = await prepareFirst(office().staff.preparer, firm, id);
  const { firms, ids, ...rest } = await prepareCases(office());
  const panelId = await seatPanel(ids.project);
  prepared = { ...rest, firms: { ...firms, granted: firm }, ids: { ...ids, granted: id }, panelId, orderId };
});

type Who = keyof Prepared['firms'] | Exclude<keyof ReturnType<typeof office>['staff'], never> | 'visitor';
type Path = string | ((all: Prepared) => string);

/** Every page behind a sign-in, as the person who works there; and what is open to all. */
const PAGES: readonly (readonly [who: Who, path: Path, name: string])[] = [
  ['draft', '/my/firm', 'the way to the firm'],
  ['draft', '/my/firm/register', 'registering a firm'],
  ...['', '/facts', '/import', '/files', '/members', '/account'].map(
    (tab) => ['draft', ({ firms }: Prepared) => `/my/firm/${firms.draft.firmId}${tab}`, `the firm ${tab}`] as const,
  ),
  ['draft', '/my/applications', 'my applications'],
  ['draft', '/my/applications/new?scheme=gazelle-recognition', 'a new application'],
  ...(['draft', 'returned', 'deferred', 'refused', 'published', 'project'] as const).map(
    (at) => [at, ({ ids }: Prepared) => `/my/applications/${ids[at]}`, `the application ${at}`] as const,
  ),
  ['draft', '/account', 'an account'],
  ['deferred', '/notifications', 'notices'],
  ['visitor', '/schemes', 'schemes'],
  ['visitor', '/schemes/major-project', 'a scheme'],
  ['visitor', '/calendar', 'the calendar'],
  ['visitor', '/publicity', 'public notices'],
  ['visitor', ({ noticeId }) => `/publicity/${noticeId}`, 'a public notice'],
  ['clerk', '/desk', 'the queue'],
  ...['result', 'tasks', 'doubts', 'changes', 'words', 'timeline', 'record'].map(
    (tab) => ['clerk', ({ ids }: Prepared) => `/desk/cases/${ids.deferred}?tab=${tab}`, `a case, ${tab}`] as const,
  ),
  ['science', ({ ids }) => `/desk/cases/${ids.deferred}?tab=tasks`, 'the task of a department'],
  ['leader', ({ ids }) => `/desk/cases/${ids.refused}?tab=decision`, 'a decision'],
  ['leader', ({ ids }) => `/desk/cases/${ids.published}?tab=publicity`, 'an objection'],
  ['clerk', ({ ids }) => `/desk/cases/${ids.returned}/notices/return`, 'the letter of the list'],
  ['clerk', '/panels', 'panels'],
  ['clerk', ({ panelId }) => `/panels/${panelId}`, 'a panel'],
  ['expert1', ({ panelId, ids }) => `/panels/${panelId}/cases/${ids.project}`, 'a scoring sheet'],
  ['leader', '/allocations', 'pools'],
  ['leader', '/allocations/nbhtz-three-pools/major-st-programme/2026', 'a ranking'],
  ['granted', ({ ids }) => `/my/applications/${ids.granted}`, 'what a firm is paid'],
  ['preparer', '/payments', 'payments'],
  ['preparer', ({ ids }) => `/desk/cases/${ids.granted}?tab=payment`, 'a payment plan'],
  ['releaser', '/payments?tab=orders', 'payment orders'],
  ['releaser', ({ orderId }) => `/payments/orders/${orderId}`, 'a payment order'],
  ['editor', '/desk/schemes', 'schemes to edit'],
  ['editor', '/desk/schemes/gazelle-recognition', 'a scheme to edit'],
  ['editor', '/desk/sheets', 'scoring sheets'],
  ['editor', '/desk/sheets/major-project', 'a scoring sheet to edit'],
  ['editor', '/desk/letter-texts', 'texts of letters'],
  ['editor', '/desk/letter-texts/refusal', 'a text of a letter to edit'],
  ['security2', '/people', 'people'],
  ['auditor', '/audit', 'the audit trail'],
];

const SCENES = PAGES.map(([who, path, name]) => ({ who, path, name }));

test.each(SCENES)('$name, as $who: axe finds nothing, and nothing runs out of a phone', async ({ who, path }) => {
  const page = await office().pageOf(personOf(who));
  await page.goto(typeof path === 'string' ? path : path(prepared));
  await isDrawn(page);
  const found = (await violationsOf(page)).map((line) => `1440 ${line}`);
  await page.setViewportSize({ width: 390, height: 900 });
  found.push(...(await overflowOf(page)).map((line) => `runs out: ${line}`));
  // The phone is looked at in the dark, so that both sizes and both sets of colours are seen in two looks.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  found.push(...(await violationsOf(page)).map((line) => `390 dark ${line}`));
  expect(found).toEqual([]);
});

test('a letter’s text is written with what it makes beside it, and put into use by another person', async () => {
  const { editor, approver } = office().staff;
  const page = await office().pageOf(editor);
  await page.goto('/desk/letter-texts/return');
  const letter = page.getByRole('article');
  await letter.getByText('宁波示例新材料有限公司').waitFor();
  const text = page.getByRole('textbox', { name: '正文' });
  await text.fill(`${await text.inputValue()}\n请{nobody}办理。`);
  await page.getByText('没有“nobody”这个占位符').first().waitFor();
  await page.getByRole('button', { name: '保存为新版' }).click();
  await page.getByRole('main').getByRole('alert').getByRole('link').first().waitFor();
  await text.fill((await text.inputValue()).replace('{nobody}', ''));
  await text.press('End');
  await page.getByRole('button', { name: /插入 ?企业名称/ }).click();
  await letter.getByText(/宁波示例新材料有限公司$/).waitFor();
  await page.getByRole('button', { name: '保存为新版' }).click();
  await page.getByRole('row', { name: /第 1 版.*待启用/ }).waitFor();
  // Whoever wrote it does not put it into use.
  expect(await page.getByRole('button', { name: '启用这一版' }).count()).toBe(0);

  const second = await office().pageOf(approver);
  await second.goto('/desk/letter-texts/return');
  await second.getByRole('button', { name: '启用这一版' }).click();
  await second.getByRole('dialog').getByRole('button', { name: '启用这一版' }).click();
  await second.getByRole('row', { name: /第 1 版.*现用/ }).waitFor();
});

test('a scoring sheet is tried as experts have it, and kept only when its weights come to 100', async () => {
  const page = await office().pageOf(office().staff.editor);
  await page.goto('/desk/sheets/major-project');
  const preview = page.getByRole('region', { name: '专家看到的评分表' });
  const first = page.getByRole('group', { name: '第 1 项' });
  await first.getByLabel('评分项（中文）').fill('原创性');
  for (const box of await preview.getByRole('textbox').all()) await box.fill('8');
  await preview.getByLabel('原创性（0–10 分）').waitFor();
  await preview.getByRole('status').getByText('80').waitFor();
  await first.getByLabel('权重').fill('30');
  await page.getByText('权重合计 105%，应为 100%').waitFor();
  await page.getByRole('button', { name: '保存为新版' }).click();
  await page.getByRole('main').getByRole('alert').getByText('权重合计应为 100，现为 105').waitFor();
  await first.getByLabel('权重').fill('25');
  await page.getByRole('button', { name: '保存为新版' }).click();
  await page.getByRole('row', { name: /第 1 版.*待启用/ }).waitFor();
});

function personOf(who: Who): Person | undefined {
  if (who === 'visitor') return undefined;
  if (who in prepared.firms) return prepared.firms[who as keyof Prepared['firms']];
  return office().staff[who as keyof ReturnType<typeof office>['staff']];
}

/** Everything is there, and it is the page that was asked for. */
async function isDrawn(page: Page): Promise<void> {
  await page.waitForFunction((loading) => {
    const main = document.querySelector('main');
    return main?.querySelector('h1') && !main.textContent?.includes(loading);
  }, WORDS['zh-CN'].ui.loading);
  expect(
    await page
      .getByRole('main')
      .getByText(/没有找到|没有这|请先登录|这里供办理人员使用/)
      .count(),
  ).toBe(0);
}

/** A panel over the project with one expert who may score. */
async function seatPanel(id: string): Promise<string> {
  const { clerk, expert1 } = office().staff;
  const body = { label: '2026 年评审组', applicationIds: [id], isBlind: false, expertsNeeded: 1 };
  const panel = await clerk.ask<{ id: string }>('POST', '/api/v1/panels', body);
  await clerk.ask('POST', `/api/v1/panels/${panel.id}/experts`, { userId: expert1.userId, isChair: true });
  await expert1.ask('POST', `/api/v1/panels/${panel.id}/cases/${id}/declaration`, { hasConflict: false });
  return panel.id;
}
