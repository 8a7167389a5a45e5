import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Person } from '../../support/office/person.ts';
import { useOffice } from '../../support/office/use-office.ts';
import { overflowOf, violationsOf } from '../pages/axe.ts';
import { WORDS } from '../pages/words.ts';
import { prepareCases } from './prepared-cases.ts';

const office = useOffice([
  'clerk',
  'science',
  'market',
  'finance',
  'tax',
  'leader',
  'expert1',
  'auditor',
  'editor',
  'security2',
]);

type Prepared = Awaited<ReturnType<typeof prepareCases>> & { readonly panelId: string };
let prepared: Prepared;
beforeAll(async () => {
  const cases = await prepareCases(office());
  prepared = { ...cases, panelId: await seatPanel(cases.ids.project) };
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
  ['editor', '/desk/schemes', 'schemes to edit'],
  ['editor', '/desk/schemes/gazelle-recognition', 'a scheme to edit'],
  ['security2', '/people', 'people'],
  ['auditor', '/audit', 'the audit trail'],
];

const SCENES = PAGES.map(([who, path, name]) => ({ who, path, name }));

test.each(SCENES)('$name, as $who: axe finds nothing, and nothing runs out of a phone', async ({ who, path }) => {
  const page = await office().pageOf(personOf(who));
  await page.goto(typeof path === 'string' ? path : path(prepared));
  await isDrawn(page);
  const found: string[] = [];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await violationsOf(page)).map((line) => `${width} ${line}`));
  }
  found.push(...(await overflowOf(page)).map((line) => `runs out: ${line}`));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  found.push(...(await violationsOf(page, 'colours')).map((line) => `dark ${line}`));
  expect(found).toEqual([]);
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
