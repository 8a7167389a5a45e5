import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { CaseView } from '@tidu/api/review/cases/contract';
import type { ExplainNode, PolicyDoc } from '@tidu/rules';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LocaleProvider } from '../../messages/use-messages.tsx';
import { CaseProvider } from './case-context.tsx';
import { OutcomeSummary } from './outcome-summary.tsx';

let box: HTMLDivElement;
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  box = document.createElement('div');
  document.body.append(box);
});
afterEach(() => box.remove());

const node = (kind: string, id: string, label: string, more: Partial<ExplainNode> = {}): ExplainNode => ({
  id,
  path: id,
  kind,
  label: { 'zh-CN': label },
  verdict: 'yes',
  nearMiss: false,
  decisive: false,
  msg: { key: '', args: {} },
  cite: [],
  facts: [],
  needs: [],
  assumed: [],
  kids: [],
  ...more,
});
const mark = (computed: NonNullable<ExplainNode['overruled']>['computed']) => ({
  computed,
  by: '沈科',
  reason: '已核对',
});
const range = (n: string) => ({ lo: n, hi: n });

/** A route of two indicators and a gate below a tier, as computed and after what an official overruled. */
const treeOf = (innovation: Partial<ExplainNode>, gate: Partial<ExplainNode>): ExplainNode =>
  node('policy', 'p', '政策', {
    kids: [
      node('tier', 'gazelle', '瞪羚企业', {
        kids: [
          node('route', 'r', '路径一', {
            kids: [
              node('indicator', 'growth', '增长', { points: range('20') }),
              node('indicator', 'innovation', '创新能力', innovation),
            ],
          }),
          node('gate', 'g', '在区内纳税', gate),
        ],
      }),
    ],
  });

const outcome = (explanation: ExplainNode) => ({ decision: { awards: [] }, explanation });

async function show(computed: ExplainNode, overruled?: ExplainNode): Promise<void> {
  const view = {
    claimedTiers: ['gazelle'],
    claimedAwards: [],
    decisive: [],
    submission: { baseYear: 2025 },
    computed: outcome(computed),
    ...(overruled ? { overruled: outcome(overruled) } : {}),
  } as unknown as CaseView;
  const roots = (overruled ?? computed).kids;
  await act(() =>
    createRoot(box).render(
      <QueryClientProvider client={new QueryClient()}>
        <LocaleProvider start="zh-CN">
          <CaseProvider view={view} doc={{} as PolicyDoc}>
            <OutcomeSummary roots={roots} onChoose={() => {}} />
          </CaseProvider>
        </LocaleProvider>
      </QueryClientProvider>,
    ),
  );
}

const places = (): readonly (string | null)[] =>
  [...box.querySelectorAll('ul[aria-label="改判之处"] li')].map((each) => each.textContent);

it('names nothing as overruled where nothing was', async () => {
  await show(treeOf({ points: range('12') }, {}));
  expect([places(), box.textContent?.includes('改判')]).toEqual([[], false]);
});

it('names each overruled place once, points with both values, and leaves the others out', async () => {
  const before = treeOf({ points: range('12') }, { verdict: 'no' });
  const after = treeOf(
    { points: range('15'), overruled: mark({ points: range('12') }) },
    { overruled: mark({ verdict: 'no' }) },
  );
  await show(before, after);
  expect(places()).toEqual(['创新能力：系统计算 12 分，改判为 15 分', '在区内纳税：结论已由人工改判']);
});

it('says nought points as 0', async () => {
  const after = treeOf({ points: range('0'), overruled: mark({ points: range('12') }) }, {});
  await show(treeOf({ points: range('12') }, {}), after);
  expect(places()).toEqual(['创新能力：系统计算 12 分，改判为 0 分']);
});
