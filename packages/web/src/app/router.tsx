import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage } from './broken-page.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** Every page of the web, each loaded when first opened. */
const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });

const home = createRoute({ getParentRoute: () => root, path: '/' }).lazy(() =>
  import('../features/home/home-page.tsx').then((page) => page.Route),
);

/** `step` is the step of the form that is shown. */
const selfCheck = createRoute({
  getParentRoute: () => root,
  path: '/self-check',
  validateSearch: ({ step }: { step?: unknown }): { step?: string } => (typeof step === 'string' ? { step } : {}),
}).lazy(() => import('../features/self-check/self-check-page.tsx').then((page) => page.Route));

/** `show` filters the criteria. */
const selfCheckResult = createRoute({
  getParentRoute: () => root,
  path: '/self-check/result',
  validateSearch: ({ show }: { show?: unknown }): { show?: 'unmet' | 'open' } =>
    show === 'unmet' || show === 'open' ? { show } : {},
}).lazy(() => import('../features/self-check/self-check-result-page.tsx').then((page) => page.Route));

const selfCheckImport = createRoute({ getParentRoute: () => root, path: '/self-check/import' }).lazy(() =>
  import('../features/self-check/self-check-import-page.tsx').then((page) => page.Route),
);

const policies = createRoute({ getParentRoute: () => root, path: '/policies' }).lazy(() =>
  import('../features/policies/policy-list-page.tsx').then((page) => page.Route),
);

const policy = createRoute({ getParentRoute: () => root, path: '/policies/$policyId/$inForceFrom' }).lazy(() =>
  import('../features/policies/policy-page.tsx').then((page) => page.Route),
);

// A firm's own pages.
const myFirm = createRoute({ getParentRoute: () => root, path: '/my/firm' }).lazy(() =>
  import('../features/firms/my-firm-page.tsx').then((page) => page.Route),
);
const registerFirm = createRoute({ getParentRoute: () => root, path: '/my/firm/register' }).lazy(() =>
  import('../features/firms/register-page.tsx').then((page) => page.Route),
);
const firmProfile = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId' }).lazy(() =>
  import('../features/firms/profile-page.tsx').then((page) => page.Route),
);
const firmFacts = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/facts' }).lazy(() =>
  import('../features/firms/facts/facts-page.tsx').then((page) => page.Route),
);
const firmImport = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/import' }).lazy(() =>
  import('../features/firms/import-page.tsx').then((page) => page.Route),
);
const firmFiles = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/files' }).lazy(() =>
  import('../features/files/files-page.tsx').then((page) => page.Route),
);
const firmMembers = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/members' }).lazy(() =>
  import('../features/firms/members-page.tsx').then((page) => page.Route),
);
const firmAccount = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/account' }).lazy(() =>
  import('../features/firms/account-page.tsx').then((page) => page.Route),
);
const firmPages = [
  myFirm,
  registerFirm,
  firmProfile,
  firmFacts,
  firmImport,
  firmFiles,
  firmMembers,
  firmAccount,
] as const;

const pages = [home, selfCheck, selfCheckResult, selfCheckImport, policies, policy, ...firmPages] as const;

// The gallery is for development: a production build drops the branch and with it the chunk.
const gallery =
  import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? createRoute({
        getParentRoute: () => root,
        path: '/gallery',
        component: lazyRouteComponent(() => import('../features/gallery/gallery-page.tsx'), 'GalleryPage'),
      })
    : undefined;

export const router = createRouter({
  routeTree: root.addChildren((gallery ? [...pages, gallery] : pages) as typeof pages),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
