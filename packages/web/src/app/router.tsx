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

const pages = [home, selfCheck, selfCheckResult, selfCheckImport, policies, policy] as const;

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
