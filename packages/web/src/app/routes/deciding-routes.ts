import { createRoute } from '@tanstack/react-router';
import { root } from './root.ts';

// Deciding and paying: panels of experts, allocation of the pools, payments, and what everyone may read.
const publicity = createRoute({ getParentRoute: () => root, path: '/publicity' }).lazy(() =>
  import('../../features/publicity/notice-list-page.tsx').then((page) => page.Route),
);
const notice = createRoute({ getParentRoute: () => root, path: '/publicity/$noticeId' }).lazy(() =>
  import('../../features/publicity/notice-page.tsx').then((page) => page.Route),
);
const panels = createRoute({ getParentRoute: () => root, path: '/panels' }).lazy(() =>
  import('../../features/panels/panels-page.tsx').then((page) => page.Route),
);
const panel = createRoute({ getParentRoute: () => root, path: '/panels/$panelId' }).lazy(() =>
  import('../../features/panels/panel-page.tsx').then((page) => page.Route),
);
const panelCase = createRoute({ getParentRoute: () => root, path: '/panels/$panelId/cases/$applicationId' }).lazy(() =>
  import('../../features/panels/score-page.tsx').then((page) => page.Route),
);
const allocations = createRoute({
  getParentRoute: () => root,
  path: '/allocations',
  validateSearch: ({ year }: { year?: unknown }): { year?: number } =>
    Number.isInteger(Number(year)) && Number(year) > 0 ? { year: Number(year) } : {},
}).lazy(() => import('../../features/allocations/allocations-page.tsx').then((page) => page.Route));
const ranking = createRoute({ getParentRoute: () => root, path: '/allocations/$policyId/$poolId/$year' }).lazy(() =>
  import('../../features/allocations/ranking-page.tsx').then((page) => page.Route),
);
const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  validateSearch: ({ tab, state }: { tab?: unknown; state?: unknown }): { tab?: string; state?: string } => ({
    ...(tab === 'orders' ? { tab } : {}),
    ...(typeof state === 'string' ? { state } : {}),
  }),
}).lazy(() => import('../../features/payments/payments-page.tsx').then((page) => page.Route));
const paymentOrder = createRoute({ getParentRoute: () => root, path: '/payments/orders/$orderId' }).lazy(() =>
  import('../../features/payments/order-page.tsx').then((page) => page.Route),
);
export const decidingPages = [
  publicity,
  notice,
  panels,
  panel,
  panelCase,
  allocations,
  ranking,
  payments,
  paymentOrder,
] as const;
