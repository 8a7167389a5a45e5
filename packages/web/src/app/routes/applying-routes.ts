import { createRoute } from '@tanstack/react-router';
import { root } from './root.ts';

const schemes = createRoute({ getParentRoute: () => root, path: '/schemes' }).lazy(() =>
  import('../../features/schemes/scheme-list-page.tsx').then((page) => page.Route),
);

const scheme = createRoute({ getParentRoute: () => root, path: '/schemes/$schemeId' }).lazy(() =>
  import('../../features/schemes/scheme-page.tsx').then((page) => page.Route),
);

const myApplications = createRoute({ getParentRoute: () => root, path: '/my/applications' }).lazy(() =>
  import('../../features/applications/my-applications-page.tsx').then((page) => page.Route),
);

/** `scheme` is the scheme to apply under; `from` says that the person comes from the self-check. */
const newApplication = createRoute({
  getParentRoute: () => root,
  path: '/my/applications/new',
  validateSearch: ({
    scheme: id,
    from,
  }: {
    scheme?: unknown;
    from?: unknown;
  }): { scheme?: string; from?: 'self-check' } => ({
    ...(typeof id === 'string' ? { scheme: id } : {}),
    ...(from === 'self-check' ? { from } : {}),
  }),
}).lazy(() => import('../../features/applications/new-application-page.tsx').then((page) => page.Route));

const application = createRoute({ getParentRoute: () => root, path: '/my/applications/$applicationId' }).lazy(() =>
  import('../../features/applications/application-page.tsx').then((page) => page.Route),
);

const calendar = createRoute({ getParentRoute: () => root, path: '/calendar' }).lazy(() =>
  import('../../features/calendar/calendar-page.tsx').then((page) => page.Route),
);

/** `policy` is the policy a new scheme is wanted for. */
const manageSchemes = createRoute({
  getParentRoute: () => root,
  path: '/desk/schemes',
  validateSearch: ({ policy }: { policy?: unknown }): { policy?: string } =>
    typeof policy === 'string' ? { policy } : {},
}).lazy(() => import('../../features/schemes/manage-schemes-page.tsx').then((page) => page.Route));

const editScheme = createRoute({ getParentRoute: () => root, path: '/desk/schemes/$schemeId' }).lazy(() =>
  import('../../features/schemes/edit-scheme-page.tsx').then((page) => page.Route),
);

const sheets = createRoute({ getParentRoute: () => root, path: '/desk/sheets' }).lazy(() =>
  import('../../features/panels/sheets/sheets-page.tsx').then((page) => page.Route),
);

const sheet = createRoute({ getParentRoute: () => root, path: '/desk/sheets/$sheetId' }).lazy(() =>
  import('../../features/panels/sheets/sheet-page.tsx').then((page) => page.Route),
);

const letterTexts = createRoute({ getParentRoute: () => root, path: '/desk/letter-texts' }).lazy(() =>
  import('../../features/decisions/letters/letter-texts-page.tsx').then((page) => page.Route),
);

const letterText = createRoute({ getParentRoute: () => root, path: '/desk/letter-texts/$kind' }).lazy(() =>
  import('../../features/decisions/letters/letter-text-page.tsx').then((page) => page.Route),
);

export const applyingPages = [
  calendar,
  manageSchemes,
  editScheme,
  sheets,
  sheet,
  letterTexts,
  letterText,
  schemes,
  scheme,
  myApplications,
  newApplication,
  application,
] as const;
