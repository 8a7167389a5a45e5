import { createRoute } from '@tanstack/react-router';
import { root } from './root.ts';
import { textOf } from './text-of.ts';

// Accounts. `back` is the page to go on to, `error` what a single sign-on came to nothing by.
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string; error?: string } => {
    const [back, error] = [textOf(search.back), textOf(search.error)];
    return { ...(back && { back }), ...(error && { error }) };
  },
}).lazy(() => import('../../features/identity/sign-in/sign-in-page.tsx').then((page) => page.Route));
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: ({ back }: Record<string, unknown>): { back?: string } => {
    const to = textOf(back);
    return to === undefined ? {} : { back: to };
  },
}).lazy(() => import('../../features/identity/sign-in/sign-up-page.tsx').then((page) => page.Route));
const resetPassword = createRoute({ getParentRoute: () => root, path: '/reset-password' }).lazy(() =>
  import('../../features/identity/sign-in/reset-page.tsx').then((page) => page.Route),
);
const tokenOf = ({ token }: Record<string, unknown>): { token: string } => ({ token: textOf(token) ?? '' });
const accept = createRoute({ getParentRoute: () => root, path: '/accept', validateSearch: tokenOf }).lazy(() =>
  import('../../features/identity/sign-in/accept-page.tsx').then((page) => page.Route),
);
const setUp = createRoute({ getParentRoute: () => root, path: '/setup', validateSearch: tokenOf }).lazy(() =>
  import('../../features/identity/sign-in/setup-page.tsx').then((page) => page.Route),
);
const account = createRoute({ getParentRoute: () => root, path: '/account' }).lazy(() =>
  import('../../features/identity/account/account-page.tsx').then((page) => page.Route),
);
const notifications = createRoute({ getParentRoute: () => root, path: '/notifications' }).lazy(() =>
  import('../../features/notifications/notifications-page.tsx').then((page) => page.Route),
);
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { tab?: string; search?: string } => {
    const [tab, wanted] = [textOf(search.tab), textOf(search.search)];
    return { ...(tab && { tab }), ...(wanted && { search: wanted }) };
  },
}).lazy(() => import('../../features/identity/people/people-page.tsx').then((page) => page.Route));
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
}).lazy(() => import('../../features/audit/audit-page.tsx').then((page) => page.Route));
export const accountPages = [
  signIn,
  signUp,
  resetPassword,
  accept,
  setUp,
  account,
  notifications,
  people,
  audit,
] as const;
