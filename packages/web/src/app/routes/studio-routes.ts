import { createRoute } from '@tanstack/react-router';
import { root } from './root.ts';
import { textOf } from './text-of.ts';

// The policy studio, and what the public sees of it. The open part of a draft is in the address.
const studio = createRoute({ getParentRoute: () => root, path: '/studio' }).lazy(() =>
  import('../../features/studio/library/library-page.tsx').then((page) => page.Route),
);
const studioCompare = createRoute({
  getParentRoute: () => root,
  path: '/studio/compare',
  validateSearch: (search: Record<string, unknown>): { before?: string; after?: string } => {
    const [before, after] = [textOf(search.before), textOf(search.after)];
    return { ...(before && { before }), ...(after && { after }) };
  },
}).lazy(() => import('../../features/studio/compare/compare-page.tsx').then((page) => page.Route));
const studioDraft = createRoute({
  getParentRoute: () => root,
  path: '/studio/drafts/$draftId',
  validateSearch: (search: Record<string, unknown>): { tab?: string; at?: string } => {
    const [tab, at] = [textOf(search.tab), textOf(search.at)];
    return { ...(tab && { tab }), ...(at && { at }) };
  },
}).lazy(() => import('../../features/studio/draft/draft-page.tsx').then((page) => page.Route));
const consultations = createRoute({ getParentRoute: () => root, path: '/consultations' }).lazy(() =>
  import('../../features/studio/consultations/consultations-page.tsx').then((page) => page.Route),
);
const consultation = createRoute({ getParentRoute: () => root, path: '/consultations/$id' }).lazy(() =>
  import('../../features/studio/consultations/consultation-page.tsx').then((page) => page.Route),
);
const policyNotice = createRoute({ getParentRoute: () => root, path: '/policy-notices/$id' }).lazy(() =>
  import('../../features/studio/consultations/policy-notice-page.tsx').then((page) => page.Route),
);
export const studioPages = [studio, studioCompare, studioDraft, consultations, consultation, policyNotice] as const;
