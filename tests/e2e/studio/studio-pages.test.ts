import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useOffice } from '../../support/office/use-office.ts';
import { overflowOf, violationsOf } from '../pages/axe.ts';

const office = useOffice(['editor']);

const LADDER = 'version:nbhtz-ladder:2020-11-23';
let draft = '';
beforeAll(async () => {
  const begun = { from: 'text', ref: LADDER, title: '2026 年瞪羚条件调整', inForceFrom: '2026-07-01' };
  const { id } = await office().staff.editor.ask<{ id: string }>('POST', '/api/v1/studio/drafts', begun);
  draft = `/studio/drafts/${id}`;
});

/** Each page with something on it that says it is there. */
const PAGES = [
  ['the library', () => '/studio', 'nbhtz-ladder'],
  ['two texts', () => `/studio/compare?before=${LADDER}&after=version:nbhtz-ladder:2018-03-01`, 'h1'],
  ['figures', () => draft, 'input[aria-label]'],
  ['a route in the structure', () => `${draft}?tab=structure&at=tiers.1.routes.1`, '#at-tiers-1-routes-1-when'],
  ['checks', () => `${draft}?tab=checks`, 'summary'],
  ['cases', () => `${draft}?tab=cases`, 'tbody tr'],
  ['trials', () => `${draft}?tab=trials`, 'input[name=population]'],
  ['the way to force', () => `${draft}?tab=force`, '#transition-reason'],
  ['history', () => `${draft}?tab=history`, '[role=tabpanel]'],
] as const;

test.each(PAGES)('%s: axe finds nothing in both languages, and nothing runs out of a phone', async (_, path, sign) => {
  const page = await office().pageOf(office().staff.editor);
  const found = [...(await inspect(page, path(), sign))];
  await page.evaluate(() => localStorage.setItem('tidu.locale', 'en'));
  found.push(...(await inspect(page, path(), sign)).map((line) => `en ${line}`));
  expect(found).toEqual([]);
});

async function inspect(page: Page, path: string, sign: string): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const shown = page.getByRole('main').locator(sign.includes('-ladder') ? `text=${sign}` : sign);
  await shown.first().waitFor({ state: 'attached' });
  const wide = await violationsOf(page);
  await page.setViewportSize({ width: 390, height: 900 });
  const out = (await overflowOf(page)).map((line) => `runs out: ${line}`);
  return [...wide, ...(await violationsOf(page)).map((line) => `390 ${line}`), ...out];
}
