import type { DeclaredRoute, RouteAnswer } from '../../packages/api/testing/record-routes.ts';
import { AUDITED } from './audited.ts';
import { NOTHING_KEPT, NOTHING_TO_REFUSE } from './exceptions.ts';

interface Answers {
  readonly seen: readonly RouteAnswer[];
  /** Of the test that calls every route as everyone. */
  readonly asEveryone: readonly RouteAnswer[];
}

/** Refusals of who may not call a route at all; they prove nothing about what it makes of a wrong request. */
const BY_ACCESS = ['sign-in-first', 'not-your-role'];

const isWrite = (name: string): boolean => !name.startsWith('GET ');
const isHappy = ({ status }: RouteAnswer): boolean => status < 400;
const isRefused = ({ status, code = '' }: RouteAnswer): boolean =>
  status >= 400 && status < 500 && !BY_ACCESS.includes(code);

/** What is not proven of a route: happy, refused, forbidden, and for a write its row in the audit trail. */
export function missingOf(route: DeclaredRoute, { seen, asEveryone }: Answers): readonly string[] {
  const { name, access, hasInput } = route;
  const missing: string[] = [];
  if (!seen.some(isHappy)) missing.push('happy');
  if (NOTHING_TO_REFUSE.includes(name)) {
    if (hasInput) missing.push('refused: it takes input, so there is something to refuse');
  } else if (!seen.some(isRefused)) missing.push('refused');
  if (access !== 'public' && !asEveryone.some(({ code }) => code === 'sign-in-first')) missing.push('forbidden: 401');
  if (access === 'roles' && !asEveryone.some(({ status }) => status === 403)) missing.push('forbidden: 403');
  if (isWrite(name)) missing.push(...missingRow(name, seen));
  for (const { unclear } of seen) if (unclear !== undefined) missing.push(`unclear: ${unclear}`);
  return missing;
}

function missingRow(name: string, seen: readonly RouteAnswer[]): readonly string[] {
  const action = AUDITED[name];
  const left = new Set(seen.flatMap(({ actions }) => actions));
  if (name in NOTHING_KEPT) return left.size === 0 ? [] : [`audit: keeps nothing, but left ${[...left].join(', ')}`];
  if (action === undefined) return [`audit: name its action (${[...left].join(', ') || 'none was left'})`];
  return left.has(action) ? [] : [`audit: ${action}`];
}
