import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DeclaredRoute,
  ROUTES_FILE,
  type RouteAnswer,
  recordOf,
} from '../../packages/api/testing/record-routes.ts';

const API = 'packages/api/src';
/** Tests that open the app leave a record when they run. */
const OPENS_APP = /\bopen(TestApp|Office|Cases|Desk|Studio|SignIn)\(/;

/** Tests that open the app but left no record in this run. */
export const silentTests = (folder: string): readonly string[] =>
  readdirSync(API, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(API, path))
    .filter((path) => OPENS_APP.test(readFileSync(path, 'utf8')) && !existsSync(join(folder, recordOf(path))));

export const readRoutes = (folder: string): readonly DeclaredRoute[] =>
  JSON.parse(readFileSync(join(folder, ROUTES_FILE), 'utf8'));

/** What the tests noted, by route: those that call every route as everyone, and all others. */
export function readAnswers(folder: string) {
  const read = (names: readonly string[]) => {
    const byRoute = new Map<string, RouteAnswer[]>();
    for (const name of names)
      for (const line of readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)) {
        const answer = JSON.parse(line) as RouteAnswer;
        byRoute.set(answer.route, [...(byRoute.get(answer.route) ?? []), answer]);
      }
    return byRoute;
  };
  const names = readdirSync(folder).filter((name) => name !== ROUTES_FILE);
  const isEveryone = (name: string) => name === 'http+access.test.ts';
  return { seen: read(names.filter((name) => !isEveryone(name))), asEveryone: read(names.filter(isEveryone)) };
}
