import { createRoute } from '@tanstack/react-router';
import { readFilters } from '../../features/desk/desk-filters.ts';
import { root } from './root.ts';

// The officials' desk: the filters of the queue and the open tab of a case are in the address.
const desk = createRoute({ getParentRoute: () => root, path: '/desk', validateSearch: readFilters }).lazy(() =>
  import('../../features/desk/desk-page.tsx').then((page) => page.Route),
);
const deskCase = createRoute({
  getParentRoute: () => root,
  path: '/desk/cases/$id',
  validateSearch: ({ tab }: { tab?: unknown }): { tab?: string } => (typeof tab === 'string' ? { tab } : {}),
}).lazy(() => import('../../features/review/case-page.tsx').then((page) => page.Route));
const deskLetter = createRoute({ getParentRoute: () => root, path: '/desk/cases/$id/notices/$kind' }).lazy(() =>
  import('../../features/review/letter-page.tsx').then((page) => page.Route),
);
export const deskPages = [desk, deskCase, deskLetter] as const;
