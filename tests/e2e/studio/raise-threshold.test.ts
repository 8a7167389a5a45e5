import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pathOf, submitted, writeDraft } from '../../support/office/case-acts.ts';
import { type FirmPerson, GAZELLE } from '../../support/office/new-firm.ts';
import { useOffice } from '../../support/office/use-office.ts';
import { SelfCheckResult } from '../pages/self-check-result.ts';
import { linkOf } from '../pages/share-link.ts';
import { StudioDraft } from './pages/draft.ts';
import { ForcePath } from './pages/force-path.ts';

const office = useOffice(['editor', 'approver']);

/** Nothing is left open, so that who is no gazelle is nothing, and gets nothing from the pools but as a gazelle. */
const SETTLED = {
  ...GAZELLE,
  ...{ listed: false, hasPrivateFunding: false, provincialChampionTitle: false, registeredInChina: true },
  ...{ amacEquity: '0', valuationCny: '0', valuationUsd: '0', plansMajorProject: false, hasRdInstitution: false },
  ...{ nationalProjectRole: 'none', rdInstitutionLevel: 'none', incubatorLevel: 'none' },
  ...{ rentedArea: '0', rentMonths: '0', rentCost: '0' },
};
const withRevenue = (...years: readonly string[]) => ({
  ...SETTLED,
  revenue: Object.fromEntries(years.map((revenue, i) => [2023 + i, revenue])),
});

const GROWTH = '两年复合增长率不低于';
const WHY = '草稿还没有提交，按新条件填写；已提交的从优办理。';

test('a threshold is raised in the figures, checked, tried, approved by a second person, and law from its day on', async () => {
  const { editor, approver } = office().staff;
  const [loser, sent] = await fileFirms();
  const inFlight = await writeDraft(loser);
  const submission = await submitted(sent);
  const draft = new StudioDraft(await office().pageOf(editor));
  await draft.openStudio();
  await draft.page.getByRole('button', { name: '修订“宁波高新区企业培育梯队”2020 年 11 月 23 日起施行的版本' }).click();
  await draft.begin({ 拟施行日: '2026-07-01' }, '2026 年瞪羚增长门槛调整');

  await raise(draft);
  await tryOnFile(draft);
  await fixGap(draft);
  await acceptClauses(draft);
  await settleCases(draft);
  await prepare(draft);

  const url = draft.page.url();
  await office().goTo('2026-05-06');
  const path = new ForcePath(await office().pageOf(approver));
  await path.page.goto(url);
  await draft.page.reload();
  // Who wrote it is not offered the approval, and is refused it.
  const own = new ForcePath(draft.page);
  await own.step('第二人批准').getByText('由另一位有批准角色的同事办理。').waitFor();
  expect(await own.step('第二人批准').getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
  const hash = await path.hash();
  expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  const approval = `/api/v1/studio/drafts/${/drafts\/([^?]+)/.exec(url)?.[1]}/approvals`;
  expect(await editor.answer('POST', approval, { hash, decision: 'approve', note: '同意' })).toMatchObject({
    status: 403,
  });
  await path.approve('同意，增长条件与试算结果相符。');
  await path.step('第二人批准').getByText('已批准').getByText('周审定').waitFor();
  expect(await path.step('第二人批准').getByText(`文本校验值 ${hash}`).count()).toBe(2);
  await path.publish();

  await tellFirms(loser, inFlight, sent, submission, 'coming');
  const visitor = await office().pageOf();
  await office().goTo('2026-06-30');
  expect(await rungToday(visitor)).toBe('瞪羚企业');
  await office().goTo('2026-07-01');
  expect(await rungToday(visitor)).toBeUndefined();
  await tellFirms(loser, inFlight, sent, submission, 'done');
});

/** One on the line, one that only a lower revenue lets in, and one far above everything. */
async function fileFirms(): Promise<readonly [FirmPerson, FirmPerson]> {
  const loser = await office().newFirm({ name: '宁波东钱湖磁材有限公司', facts: SETTLED });
  const winner = withRevenue('60000000', '71400000', '84966000');
  await office().newFirm({ name: '宁波三江膜业有限公司', facts: winner });
  const fast = withRevenue('100000000', '130000000', '169000000');
  const sent = await office().newFirm({ name: '宁波江北精密有限公司', facts: fast });
  return [loser, sent];
}

async function raise(draft: StudioDraft): Promise<void> {
  await draft.setFigure(`${GROWTH}15% ≥`, '18');
  // The name follows, and the sentence beside it is that of the rule.
  const clause = draft.page.locator('tbody').filter({ has: draft.figure(`${GROWTH}18% ≥`) });
  await clause.getByText('近两年营业收入年均复合增长率不低于 18%').waitFor();
  await clause.getByText(/^瞪羚企业 · 路径二：.*18%$/).waitFor();
  await clause.getByRole('cell', { name: '15%', exact: true }).waitFor();
  expect(await clause.locator('tr', { has: draft.figure(`${GROWTH}18% ≥`) }).textContent()).toContain('≥%');
  await draft.setFigure('上年度营业收入不低于1亿元 ≥', '8000万');
  await draft.isSaved();
}

async function tryOnFile(draft: StudioDraft): Promise<void> {
  await draft.runTrial('在册企业试算');
  expect(await draft.movers('变差')).toEqual(['宁波东钱湖磁材有限公司 瞪羚企业 未达到 −90 万元']);
  expect(await draft.movers('变好')).toEqual(['宁波三江膜业有限公司 未达到 瞪羚企业 +50 万元']);
  const pool = draft.page.locator('div', { hasText: /^优质创新创业项目资金池年度预算 5,000 万元/ }).last();
  expect((await pool.textContent())?.replace(/\s/g, '')).toContain('原来90万元1户有申领现在50万元1户有申领');
}

/** The least age is mistyped: the checks show the hole with a firm that falls into it, and it is typed right. */
async function fixGap(draft: StudioDraft): Promise<void> {
  const { page } = draft;
  await draft.tab('数字');
  await draft.setFigure('自成立日期起的自然年数不低于 3 年 ≥', '7');
  await draft.tab(/^检查/);
  const finding = page.locator('li', { hasText: '“初创示范企业”和“瞪羚企业”之间有断档' });
  await finding.getByText('看例证企业').click();
  await finding.getByText('2020 年 7 月 1 日').first().waitFor();
  await draft.tab('数字');
  await draft.setFigure('自成立日期起的自然年数不低于 7 年 ≥', '3');
  await draft.tab(/^检查/);
  await finding.waitFor({ state: 'hidden' });
}

/** What could not be written as a rule stays as text, on the word of a person. */
async function acceptClauses(draft: StudioDraft): Promise<void> {
  for (const clause of [/^瞪羚企业条件（三）/, /^共同条件：/]) {
    await draft.tab(/^检查/);
    await draft.page.getByRole('tabpanel').getByRole('link', { name: clause }).click();
    const accept = draft.page.getByRole('button', { name: '由我确认' });
    await accept.click();
    await accept.waitFor({ state: 'hidden' });
  }
  await draft.tab(/^检查/);
  await draft.page.getByText('没有错误', { exact: true }).waitFor();
}

async function settleCases(draft: StudioDraft): Promise<void> {
  await draft.tab('算例');
  await draft.addCase('增长 17.9% 的企业', '未达到', {
    成立日期: '2018-05-01',
    '营业收入 2025': '13900.41',
    '营业收入 2024': '11790',
    '营业收入 2023': '10000',
    '营业利润 2025': '100',
  });
  await draft.page.getByRole('button', { name: /^核对并采用 \d+ 条的新结果$/ }).click();
  await draft.dialog.getByRole('button', { name: /^采用/ }).click();
  await draft.dialog.waitFor({ state: 'hidden' });
}

async function prepare(draft: StudioDraft): Promise<void> {
  const path = new ForcePath(draft.page);
  await path.open();
  await path.explainFairness('培育本区创新企业，目前没有影响更小的办法。', '2028-12-31');
  await path.noteLegality('区司法局法制科', '内容不违反上位法。');
  await path.step('过渡办法').getByText('企业正在填写的草稿（现有 1 份）').waitFor();
  await path.step('过渡办法').getByText('已提交、尚未办结的件（现有 1 件）').waitFor();
  await path.chooseTransition('按新版', '从优', WHY);
  await path.consult('拟把年均复合增长率由 15% 提高到 18%，自 2026 年 7 月 1 日起施行。', '0574-8900 0000');
  await path.step('公开征求意见').getByText('还剩 31 天').waitFor();
}

/** The firm's own check on the day it is: nothing says which version, the day does. */
async function rungToday(page: Page): Promise<string | undefined> {
  await page.goto('/');
  await page.goto(linkOf({ answers: SETTLED, fiscalYear: 2025 }));
  const result = new SelfCheckResult(page, 'zh-CN');
  await result.isOpen();
  return result.tier();
}

/** The draft and the case of a firm say what becomes of them, in words for the firm. */
async function tellFirms(
  writer: FirmPerson,
  inFlight: string,
  filer: FirmPerson,
  submission: string,
  when: 'coming' | 'done',
): Promise<void> {
  const told = {
    coming: {
      title: '这项政策自 2026 年 7 月 1 日起有新规定',
      draft: '到那一天，您的草稿会转按新规定，您填写的内容都会保留。',
      case: '到那一天，您的申报会按新旧规定各算一次，取对您有利的一种。',
    },
    done: {
      title: '这项政策自 2026 年 7 月 1 日起施行新规定',
      draft: '您的草稿已转按新规定，您填写的内容都在。',
      case: '您的申报按新旧规定各算了一次，新规定对您不差，已转按新规定。',
    },
  }[when];
  const page = await office().pageOf(writer);
  await page.goto(`/my/applications/${inFlight}`);
  const notice = page.getByRole('region', { name: told.title });
  await notice.getByText(told.draft).waitFor();
  await notice.getByText(WHY).waitFor();
  const result = page.getByRole('complementary', { name: '按所填数据' });
  await result.getByText(when === 'coming' ? '已满足' : '未满足').waitFor();
  const other = await office().pageOf(filer);
  await other.goto(`/my/applications/${submission}`);
  await other.getByRole('region', { name: told.title }).getByText(told.case).waitFor();
  const { state } = await filer.ask<{ state: string }>('GET', pathOf(submission));
  expect(state).not.toBe('draft');
  await page.context().close();
  await other.context().close();
}
