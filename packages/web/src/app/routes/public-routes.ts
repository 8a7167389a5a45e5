import { createRoute } from '@tanstack/react-router';
import { root } from './root.ts';

const home = createRoute({ getParentRoute: () => root, path: '/' }).lazy(() =>
  import('../../features/home/home-page.tsx').then((page) => page.Route),
);

/** `step` is the step of the form that is shown. */
const selfCheck = createRoute({
  getParentRoute: () => root,
  path: '/self-check',
  validateSearch: ({ step }: { step?: unknown }): { step?: string } => (typeof step === 'string' ? { step } : {}),
}).lazy(() => import('../../features/self-check/self-check-page.tsx').then((page) => page.Route));

/** `show` filters the criteria. */
const selfCheckResult = createRoute({
  getParentRoute: () => root,
  path: '/self-check/result',
  validateSearch: ({ show }: { show?: unknown }): { show?: 'unmet' | 'open' } =>
    show === 'unmet' || show === 'open' ? { show } : {},
}).lazy(() => import('../../features/self-check/self-check-result-page.tsx').then((page) => page.Route));

const selfCheckImport = createRoute({ getParentRoute: () => root, path: '/self-check/import' }).lazy(() =>
  import('../../features/self-check/self-check-import-page.tsx').then((page) => page.Route),
);

const policies = createRoute({ getParentRoute: () => root, path: '/policies' }).lazy(() =>
  import('../../features/policies/policy-list-page.tsx').then((page) => page.Route),
);

const policy = createRoute({ getParentRoute: () => root, path: '/policies/$policyId/$inForceFrom' }).lazy(() =>
  import('../../features/policies/policy-page.tsx').then((page) => page.Route),
);

const demo = createRoute({ getParentRoute: () => root, path: '/demo' }).lazy(() =>
  import('../../features/demo/demo-page.tsx').then((page) => page.Route),
);

export const publicPages = [home, selfCheck, selfCheckResult, selfCheckImport, policies, policy, demo] as const;
