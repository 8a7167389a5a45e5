import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ApplicationLine } from '@tidu/api/applications/contract';
import type { CasePayments } from '@tidu/api/payments/contract';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LocaleProvider } from '../../../messages/use-messages.tsx';
import { casePaymentsQuery } from '../../payments/queries.ts';
import { NowCard } from './now-card.tsx';

let box: HTMLDivElement;
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  box = document.createElement('div');
  document.body.append(box);
});
afterEach(() => box.remove());

const APPROVED = {
  id: 'a1',
  schemeId: 's',
  schemeLabel: { 'zh-CN': '重大专项', en: 'Major project' },
  firmId: 'f',
  firmName: '宁波示例新材料有限公司',
  projectName: '靶材',
  state: 'approved',
  stateLabel: { 'zh-CN': '已批准', en: 'Approved' },
  turn: 'none',
  createdAt: '2026-03-01T02:00:00Z',
  stateSince: '2026-04-01T02:00:00Z',
  openCorrections: 0,
  openDeferrals: 0,
} satisfies ApplicationLine;

const payTo = { bank: '宁波银行', number: '**** 1723' };
const part = (state: string) => ({ state });
const back = (state: string) => ({ state });

interface Money {
  readonly paid?: string;
  readonly payTo?: object | null;
  readonly instalments: readonly object[];
  readonly recoveries?: readonly object[];
}

/** The card as the firm sees it with this much known of its money. */
async function show(money: Money): Promise<string> {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const known = { paid: '0', payTo, recoveries: [], ...money } as unknown as CasePayments;
  client.setQueryData(casePaymentsQuery(APPROVED.id).queryKey, known);
  await act(() =>
    createRoot(box).render(
      <QueryClientProvider client={client}>
        <LocaleProvider start="zh-CN">
          <NowCard application={APPROVED} />
        </LocaleProvider>
      </QueryClientProvider>,
    ),
  );
  return box.textContent ?? '';
}

const DONE = ['已办结', '本件已办结。'] as const;

it.each<[string, Money, readonly [turn: string, next: string]]>([
  ['nothing to pay', { instalments: [] }, DONE],
  ['all of it paid or stopped', { paid: '300000', instalments: [part('paid'), part('stopped')] }, DONE],
  ['a first part that waits', { instalments: [part('due'), part('waiting')] }, ['待拨付', '共 2 期资金尚未到账']],
  ['a part at the bank', { instalments: [part('released'), part('waiting')] }, ['拨付中', '共 2 期资金尚未到账']],
  [
    'a part paid',
    { paid: '300000', instalments: [part('paid'), part('due')] },
    ['拨付中', '已拨付 30 万元，还有 1 期'],
  ],
  ['no account to pay to', { payTo: null, instalments: [part('due')] }, ['待拨付', '请填写收款账户']],
  ['no account, but nothing left to prepare', { payTo: null, instalments: [part('released')] }, ['拨付中', '共 1 期']],
  [
    'money to give back',
    { paid: '1', instalments: [part('paid')], recoveries: [back('open')] },
    ['待退回资金', '有资金需要您退回'],
  ],
  ['money that was given back', { paid: '1', instalments: [part('paid')], recoveries: [back('settled')] }, DONE],
])('an approved case with %s', async (_, money, [turn, next]) => {
  const said = await show(money);
  expect(said).toContain(`${turn} · `);
  expect(said).toContain(next);
  // One thing at a time: never both done and outstanding.
  expect(said.includes(DONE[1])).toBe(next === DONE[1]);
});
