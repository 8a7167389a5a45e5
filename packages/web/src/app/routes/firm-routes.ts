import { createRoute } from '@tanstack/react-router';
import { root } from './root.ts';
import { textOf } from './text-of.ts';

// A firm's own pages.
const myFirm = createRoute({ getParentRoute: () => root, path: '/my/firm' }).lazy(() =>
  import('../../features/firms/my-firm-page.tsx').then((page) => page.Route),
);
/** `back` is the page the person was on the way to. */
const registerFirm = createRoute({
  getParentRoute: () => root,
  path: '/my/firm/register',
  validateSearch: ({ back }: Record<string, unknown>): { back?: string } => {
    const to = textOf(back);
    return to === undefined ? {} : { back: to };
  },
}).lazy(() => import('../../features/firms/register-page.tsx').then((page) => page.Route));
const firmProfile = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId' }).lazy(() =>
  import('../../features/firms/profile-page.tsx').then((page) => page.Route),
);
const firmFacts = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/facts' }).lazy(() =>
  import('../../features/firms/facts/facts-page.tsx').then((page) => page.Route),
);
const firmImport = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/import' }).lazy(() =>
  import('../../features/firms/import-page.tsx').then((page) => page.Route),
);
const firmFiles = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/files' }).lazy(() =>
  import('../../features/files/files-page.tsx').then((page) => page.Route),
);
const firmMembers = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/members' }).lazy(() =>
  import('../../features/firms/members-page.tsx').then((page) => page.Route),
);
const firmAccount = createRoute({ getParentRoute: () => root, path: '/my/firm/$firmId/account' }).lazy(() =>
  import('../../features/firms/account-page.tsx').then((page) => page.Route),
);
export const firmPages = [
  myFirm,
  registerFirm,
  firmProfile,
  firmFacts,
  firmImport,
  firmFiles,
  firmMembers,
  firmAccount,
] as const;
