import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readFilters } from '../features/desk/desk-filters.ts';
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

const demo = createRoute({ getParentRoute: () => root, path: '/demo' }).lazy(() =>
  import('../features/demo/demo-page.tsx').then((page) => page.Route),
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

const schemes = createRoute({ getParentRoute: () => root, path: '/schemes' }).lazy(() =>
  import('../features/schemes/scheme-list-page.tsx').then((page) => page.Route),
);

const scheme = createRoute({ getParentRoute: () => root, path: '/schemes/$schemeId' }).lazy(() =>
  import('../features/schemes/scheme-page.tsx').then((page) => page.Route),
);

const myApplications = createRoute({ getParentRoute: () => root, path: '/my/applications' }).lazy(() =>
  import('../features/applications/my-applications-page.tsx').then((page) => page.Route),
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
}).lazy(() => import('../features/applications/new-application-page.tsx').then((page) => page.Route));

const application = createRoute({ getParentRoute: () => root, path: '/my/applications/$applicationId' }).lazy(() =>
  import('../features/applications/application-page.tsx').then((page) => page.Route),
);

const calendar = createRoute({ getParentRoute: () => root, path: '/calendar' }).lazy(() =>
  import('../features/calendar/calendar-page.tsx').then((page) => page.Route),
);

const manageSchemes = createRoute({ getParentRoute: () => root, path: '/desk/schemes' }).lazy(() =>
  import('../features/schemes/manage-schemes-page.tsx').then((page) => page.Route),
);

const editScheme = createRoute({ getParentRoute: () => root, path: '/desk/schemes/$schemeId' }).lazy(() =>
  import('../features/schemes/edit-scheme-page.tsx').then((page) => page.Route),
);

const applying = [
  calendar,
  manageSchemes,
  editScheme,
  schemes,
  scheme,
  myApplications,
  newApplication,
  application,
] as const;

// The officials' desk: the filters of the queue and the open tab of a case are in the address.
const desk = createRoute({ getParentRoute: () => root, path: '/desk', validateSearch: readFilters }).lazy(() =>
  import('../features/desk/desk-page.tsx').then((page) => page.Route),
);
const deskCase = createRoute({
  getParentRoute: () => root,
  path: '/desk/cases/$id',
  validateSearch: ({ tab }: { tab?: unknown }): { tab?: string } => (typeof tab === 'string' ? { tab } : {}),
}).lazy(() => import('../features/review/case-page.tsx').then((page) => page.Route));
const deskLetter = createRoute({ getParentRoute: () => root, path: '/desk/cases/$id/notices/$kind' }).lazy(() =>
  import('../features/review/letter-page.tsx').then((page) => page.Route),
);
const deskPages = [desk, deskCase, deskLetter] as const;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

// Accounts. `back` is the page to go on to, `error` what a single sign-on came to nothing by.
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string; error?: string } => {
    const [back, error] = [textOf(search.back), textOf(search.error)];
    return { ...(back && { back }), ...(error && { error }) };
  },
}).lazy(() => import('../features/identity/sign-in/sign-in-page.tsx').then((page) => page.Route));
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: ({ back }: Record<string, unknown>): { back?: string } => {
    const to = textOf(back);
    return to === undefined ? {} : { back: to };
  },
}).lazy(() => import('../features/identity/sign-in/sign-up-page.tsx').then((page) => page.Route));
const resetPassword = createRoute({ getParentRoute: () => root, path: '/reset-password' }).lazy(() =>
  import('../features/identity/sign-in/reset-page.tsx').then((page) => page.Route),
);
const tokenOf = ({ token }: Record<string, unknown>): { token: string } => ({ token: textOf(token) ?? '' });
const accept = createRoute({ getParentRoute: () => root, path: '/accept', validateSearch: tokenOf }).lazy(() =>
  import('../features/identity/sign-in/accept-page.tsx').then((page) => page.Route),
);
const setUp = createRoute({ getParentRoute: () => root, path: '/setup', validateSearch: tokenOf }).lazy(() =>
  import('../features/identity/sign-in/setup-page.tsx').then((page) => page.Route),
);
const account = createRoute({ getParentRoute: () => root, path: '/account' }).lazy(() =>
  import('../features/identity/account/account-page.tsx').then((page) => page.Route),
);
const notifications = createRoute({ getParentRoute: () => root, path: '/notifications' }).lazy(() =>
  import('../features/notifications/notifications-page.tsx').then((page) => page.Route),
);
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { tab?: string; search?: string } => {
    const [tab, wanted] = [textOf(search.tab), textOf(search.search)];
    return { ...(tab && { tab }), ...(wanted && { search: wanted }) };
  },
}).lazy(() => import('../features/identity/people/people-page.tsx').then((page) => page.Route));
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>) => {
    const names = ['actor', 'action', 'subjectType', 'subject', 'from', 'to'] as const;
    const given: Partial<Record<(typeof names)[number], string>> = {};
    for (const name of names) {
      const value = textOf(search[name]);
      if (value !== undefined) given[name] = value;
    }
    return given;
  },
}).lazy(() => import('../features/audit/audit-page.tsx').then((page) => page.Route));
const accountPages = [signIn, signUp, resetPassword, accept, setUp, account, notifications, people, audit] as const;

// Deciding: panels of experts, allocation of the pools, and what everyone may read.
const publicity = createRoute({ getParentRoute: () => root, path: '/publicity' }).lazy(() =>
  import('../features/publicity/notice-list-page.tsx').then((page) => page.Route),
);
const notice = createRoute({ getParentRoute: () => root, path: '/publicity/$noticeId' }).lazy(() =>
  import('../features/publicity/notice-page.tsx').then((page) => page.Route),
);
const panels = createRoute({ getParentRoute: () => root, path: '/panels' }).lazy(() =>
  import('../features/panels/panels-page.tsx').then((page) => page.Route),
);
const panel = createRoute({ getParentRoute: () => root, path: '/panels/$panelId' }).lazy(() =>
  import('../features/panels/panel-page.tsx').then((page) => page.Route),
);
const panelCase = createRoute({ getParentRoute: () => root, path: '/panels/$panelId/cases/$applicationId' }).lazy(() =>
  import('../features/panels/score-page.tsx').then((page) => page.Route),
);
const allocations = createRoute({
  getParentRoute: () => root,
  path: '/allocations',
  validateSearch: ({ year }: { year?: unknown }): { year?: number } =>
    Number.isInteger(Number(year)) && Number(year) > 0 ? { year: Number(year) } : {},
}).lazy(() => import('../features/allocations/allocations-page.tsx').then((page) => page.Route));
const ranking = createRoute({ getParentRoute: () => root, path: '/allocations/$policyId/$poolId/$year' }).lazy(() =>
  import('../features/allocations/ranking-page.tsx').then((page) => page.Route),
);
const deciding = [publicity, notice, panels, panel, panelCase, allocations, ranking] as const;

// The policy studio, and what the public sees of it. The open part of a draft is in the address.
const studio = createRoute({ getParentRoute: () => root, path: '/studio' }).lazy(() =>
  import('../features/studio/library/library-page.tsx').then((page) => page.Route),
);
const studioCompare = createRoute({
  getParentRoute: () => root,
  path: '/studio/compare',
  validateSearch: (search: Record<string, unknown>): { before?: string; after?: string } => {
    const [before, after] = [textOf(search.before), textOf(search.after)];
    return { ...(before && { before }), ...(after && { after }) };
  },
}).lazy(() => import('../features/studio/compare/compare-page.tsx').then((page) => page.Route));
const studioDraft = createRoute({
  getParentRoute: () => root,
  path: '/studio/drafts/$draftId',
  validateSearch: (search: Record<string, unknown>): { tab?: string; at?: string } => {
    const [tab, at] = [textOf(search.tab), textOf(search.at)];
    return { ...(tab && { tab }), ...(at && { at }) };
  },
}).lazy(() => import('../features/studio/draft/draft-page.tsx').then((page) => page.Route));
const consultations = createRoute({ getParentRoute: () => root, path: '/consultations' }).lazy(() =>
  import('../features/studio/consultations/consultations-page.tsx').then((page) => page.Route),
);
const consultation = createRoute({ getParentRoute: () => root, path: '/consultations/$id' }).lazy(() =>
  import('../features/studio/consultations/consultation-page.tsx').then((page) => page.Route),
);
const policyNotice = createRoute({ getParentRoute: () => root, path: '/policy-notices/$id' }).lazy(() =>
  import('../features/studio/consultations/policy-notice-page.tsx').then((page) => page.Route),
);
const studioPages = [studio, studioCompare, studioDraft, consultations, consultation, policyNotice] as const;

const pages = [
  home,
  selfCheck,
  selfCheckResult,
  selfCheckImport,
  policies,
  policy,
  demo,
  ...firmPages,
  ...applying,
  ...deskPages,
  ...accountPages,
  ...studioPages,
  ...deciding,
] as const;

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
