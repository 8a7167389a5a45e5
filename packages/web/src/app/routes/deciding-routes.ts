import { createRoute } from '@tanstack/react-router';
import { root } from './root.ts';

// Deciding: panels of experts, allocation of the pools, and what everyone may read.
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
export const decidingPages = [publicity, notice, panels, panel, panelCase, allocations, ranking] as const;
