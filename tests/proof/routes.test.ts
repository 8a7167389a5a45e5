import { expect, inject, test } from 'vitest';
import type { DeclaredRoute, RouteAnswer } from '../../packages/api/testing/record-routes.ts';
import { AUDITED } from './audited.ts';
import { missingOf } from './compare.ts';
import { NOTHING_KEPT, NOTHING_TO_REFUSE } from './exceptions.ts';
import { readAnswers, readRoutes, silentTests } from './read-record.ts';

const folder = inject('routeRecord') ?? '';

test('every test that opens the app has run: what follows rests on all of them', () => {
  expect(silentTests(folder), 'run npm test, or: vitest run --project api --project proof').toEqual([]);
});

test('every route has a happy, a refused and a forbidden call, and every write its row in the audit trail', () => {
  const { seen, asEveryone } = readAnswers(folder);
  const routes = readRoutes(folder);
  const missing = routes.flatMap((route) => {
    const found = missingOf(route, { seen: seen.get(route.name) ?? [], asEveryone: asEveryone.get(route.name) ?? [] });
    return found.length === 0 ? [] : [`${route.name}: ${found.join('; ')}`];
  });
  expect(missing, 'To fix: write the test; name the action in tests/proof/audited.ts.').toEqual([]);
  const names = new Set(routes.map(({ name }) => name));
  const named = [...Object.keys(AUDITED), ...Object.keys(NOTHING_KEPT), ...NOTHING_TO_REFUSE];
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});

const WRITE: DeclaredRoute = { name: 'POST /api/v1/firms', access: 'signed-in', hasInput: true };
const answer = (status: number, code?: string, actions: string[] = []): RouteAnswer => ({
  route: WRITE.name,
  status,
  actions,
  ...(code === undefined ? {} : { code }),
});
const proven = {
  seen: [answer(201, undefined, ['firm.registered']), answer(422, 'invalid-request')],
  asEveryone: [answer(401, 'sign-in-first')],
};

test.each<[string, readonly string[], DeclaredRoute, typeof proven]>([
  ['nothing', [], WRITE, proven],
  ['a happy call', ['happy', 'audit: firm.registered'], WRITE, { ...proven, seen: proven.seen.slice(1) }],
  ['a refusal', ['refused'], WRITE, { ...proven, seen: proven.seen.slice(0, 1) }],
  [
    'a refusal, where only strangers were turned away',
    ['refused'],
    WRITE,
    { ...proven, seen: [...proven.seen.slice(0, 1), answer(403, 'not-your-role')] },
  ],
  ['a forbidden call', ['forbidden: 401'], WRITE, { ...proven, asEveryone: [] }],
  ['a role that is refused', ['forbidden: 403'], { ...WRITE, access: 'roles' }, proven],
  [
    'its row',
    ['audit: firm.registered'],
    WRITE,
    { ...proven, seen: [answer(201, undefined, ['another']), ...proven.seen.slice(1)] },
  ],
  ['the name of its action', ['audit: name its action (firm.registered)'], { ...WRITE, name: 'POST /new' }, proven],
])('finds what is missing: %s', (_what, missing, route, answers) => {
  expect(missingOf(route, answers)).toEqual(missing);
});
