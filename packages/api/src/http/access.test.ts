import { inspectRoutes } from 'hono/dev';
import { expect, test } from 'vitest';
import { NOW, openTestApp, TEST_USER } from '../../testing/open-test-app.ts';
import { declareRoutes } from '../../testing/record-routes.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { FIRM_ROLES, STAFF_ROLES } from '../identity/roles.ts';
import { departments, firmMembers, staffRoles, users } from '../identity/table.ts';
import type { Access } from './access.ts';
import { ACCESS_KEY } from './access.ts';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
  /** It takes a part of its path, a query or a body. */
  readonly hasInput: boolean;
}

interface Operation {
  readonly [ACCESS_KEY]?: Access;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
}

const NOT_THEIRS = '00000000-0000-7000-8000-000000000000';

/** One person for each role, named after it; people of firms work for a firm that no path names. */
async function addEveryone(database: Database): Promise<void> {
  const at = NOW.toISOString();
  await withTransaction(database, async (tx) => {
    await tx.insert(departments).values({ id: 'science', label: '科技局', labelEn: 'Science', position: 1 });
    const user = (id: string, kind: 'firm' | 'staff') =>
      tx.insert(users).values({ id, name: id, email: `${id}@x.cn`, kind, createdAt: NOW, updatedAt: NOW });
    for (const role of STAFF_ROLES) {
      await user(role, 'staff');
      await tx.insert(staffRoles).values({ id: role, userId: role, role, grantedAt: at, grantedBy: 'test' });
    }
    for (const role of FIRM_ROLES) {
      await user(role, 'firm');
      await tx.insert(firmMembers).values({ firmId: 'own-firm', userId: role, role, addedAt: at, addedBy: 'test' });
    }
    await user('staff-without-role', 'staff');
    await user('firm-without-role', 'firm');
  });
}

async function openAll() {
  const opened = await openTestApp();
  await addEveryone(opened.database);
  const document = (await (await opened.app.request('/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const routes: Route[] = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      access: operation[ACCESS_KEY],
      hasInput: (operation.parameters ?? []).length > 0 || operation.requestBody !== undefined,
    })),
  );
  const call = ({ method, path }: Route, user?: string) =>
    opened.app.request(path.replace(/\{\w+\}/g, NOT_THEIRS), {
      method,
      headers: { 'Content-Type': 'application/json', ...(user === undefined ? {} : { [TEST_USER]: user }) },
      ...(method === 'GET' ? {} : { body: '{}' }),
    });
  return { ...opened, routes, call };
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const mayCall = (access: Access, role: string): boolean =>
  access === 'public' ||
  access === 'signed-in' ||
  [...(access.firm ?? []), ...(access.staff ?? [])].some((each) => each === role);

test('every route of the app is in the document, and says who may call it', async () => {
  const { app, routes } = await openAll();
  // Limits and checks in front of a route are no routes: they take `next` and hand on.
  const served = inspectRoutes(app)
    .filter(({ isMiddleware, path }) => !isMiddleware && /^\/(api|healthz)/.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`);
  declareRoutes(
    routes.map(({ method, path, access, hasInput }) => ({
      name: nameOf({ method, path, access, hasInput }),
      access: typeof access === 'object' ? 'roles' : (access ?? 'public'),
      hasInput,
    })),
  );
  expect(new Set(routes.map(nameOf))).toEqual(new Set(served));
  expect(routes.length).toBeGreaterThan(40);
  expect(routes.filter(({ access }) => access === undefined).map(nameOf)).toEqual([]);
});

test('what is open to everyone is exactly this', async () => {
  const { routes } = await openAll();
  const open = routes.filter(({ access }) => access === 'public').map(nameOf);
  expect(open.filter((name) => !PUBLIC.some((pattern) => pattern.test(name)))).toEqual([]);
});

/** Reading what is published, computing without keeping, and the ways in. A new one is added here on purpose. */
const PUBLIC = [
  /^GET \/api\/v1\/(policies|schemes|publicity|calendar|parks|industries|awards|overruns|consultations|policy-notices)(\/|$)/,
  /^GET \/healthz$/,
  /^POST \/api\/v1\/evaluations(\/batch)?$/,
  /^(GET|POST|DELETE) \/api\/v1\/session(\/(ways|second-factor|second-factor\/preparation|sso|sso\/callback))?$/,
  /^POST \/api\/v1\/accounts(\/(verification|password-code|password))?$/,
  /^POST \/api\/v1\/setup$/,
  /^POST \/api\/v1\/invitations\/(view|acceptance)$/,
  /^POST \/api\/v1\/publicity\/.*objections(\/[^/]+\/files)?$/,
  /^POST \/api\/v1\/consultations\/[^/]+\/comments$/,
];

test('without a session every other route is 401', async () => {
  const { routes, call } = await openAll();
  const wrong: string[] = [];
  for (const route of routes.filter(({ access }) => access !== 'public')) {
    const { status } = await call(route);
    if (status !== 401) wrong.push(`${nameOf(route)}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

test('a person whose role is not named is refused before anything else is looked at', async () => {
  const { routes, call } = await openAll();
  const everyone = [...STAFF_ROLES, ...FIRM_ROLES, 'staff-without-role', 'firm-without-role'];
  const wrong: string[] = [];
  let refused = 0;
  for (const route of routes) {
    const { access } = route;
    if (access === undefined || typeof access === 'string') continue;
    for (const person of everyone) {
      const isOutside = route.path.includes('{firmId}') && access.firm?.some((role) => role === person) === true;
      if (mayCall(access, person) && !isOutside) continue;
      const { status } = await call(route, person);
      refused++;
      // Of a firm that is not theirs people of firms learn nothing, not even that it is there.
      const isFirmRoute = access.firm !== undefined && route.path.includes('{firmId}');
      const wanted =
        isFirmRoute && (isOutside || FIRM_ROLES.some((r) => r === person) || person === 'firm-without-role')
          ? 404
          : 403;
      if (status !== wanted) wrong.push(`${nameOf(route)} as ${person}: ${status}, not ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(100);
});

test('a person whose role is named is let in', async () => {
  const { routes, call } = await openAll();
  const wrong: string[] = [];
  for (const route of routes) {
    if (route.path.includes('{firmId}') || route.access === undefined) continue;
    for (const person of STAFF_ROLES) {
      if (route.method !== 'GET' || !mayCall(route.access, person)) continue;
      const { status } = await call(route, person);
      if (status === 401 || status === 403) wrong.push(`${nameOf(route)} as ${person}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});
