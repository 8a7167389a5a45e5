import type { PolicyDoc } from '@tidu/rules';
import type { Detail } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { longestDeferral } from './longest-deferral.ts';
import type { SchemeDocument } from './scheme.ts';

type Args = Readonly<Record<string, string>>;

/**
 * Everything that is wrong with a scheme beyond its shape: what it names must be in the policy, the deadline for deferred
 * materials must leave two days of the handling limit, ids are unique, a window does not close before it opens.
 */
export function findProblems(scheme: SchemeDocument, policy: PolicyDoc | undefined): readonly Detail[] {
  const at = (path: string, what: string, args: Args = {}): Detail => ({
    path: `document.${path}`,
    message: message(`api.scheme.${what}`, args),
    fix: message(`api.fix.scheme.${what}`, args),
  });
  return [
    ...(policy ? namesIn(scheme, policy, at) : [at('policy', 'unknown-policy', { policy: scheme.policy })]),
    ...timesIn(scheme, at),
    ...twice(scheme.materials.map(({ id }) => id)).map((id) => at('materials', 'twice', { id })),
    ...twice(scheme.departments.map(({ id }) => id)).map((id) => at('departments', 'twice', { id })),
    ...(scheme.awards.length + scheme.tiers.length === 0 ? [at(whereToChoose(scheme, policy), 'claims-nothing')] : []),
    ...(scheme.awards.length > 0 && scheme.pool === undefined ? [at('pool', 'no-pool')] : []),
    ...(scheme.ranks && scheme.pool === undefined ? [at('ranks', 'ranks-no-pool')] : []),
  ];
}

type At = (path: string, what: string, args?: Args) => Detail;

function namesIn(scheme: SchemeDocument, policy: PolicyDoc, at: At): readonly Detail[] {
  const pool = policy.pools.find(({ id }) => id === scheme.pool);
  const paid = new Set(pool?.awards ?? policy.awards.map(({ id }) => id));
  const tiers = new Set(policy.tiers.map(({ id }) => id));
  const facts = new Set(policy.facts.map(({ id }) => id));
  return [
    ...(scheme.pool !== undefined && !pool ? [at('pool', 'unknown-pool', { pool: scheme.pool })] : []),
    ...scheme.awards.flatMap((id, i) => (paid.has(id) ? [] : [at(`awards.${i}`, 'unknown-award', { id })])),
    ...scheme.tiers.flatMap((id, i) => (tiers.has(id) ? [] : [at(`tiers.${i}`, 'unknown-tier', { id })])),
    ...scheme.materials.flatMap(({ whenFact }, i) =>
      whenFact === undefined || facts.has(whenFact)
        ? []
        : [at(`materials.${i}.whenFact`, 'unknown-fact', { id: whenFact })],
    ),
  ];
}

/** Awards can be chosen once there is a pool that pays them. */
const whereToChoose = ({ pool }: SchemeDocument, policy: PolicyDoc | undefined): string =>
  pool !== undefined ? 'awards' : policy?.tiers.length === 0 ? 'pool' : 'tiers';

function timesIn(scheme: SchemeDocument, at: At): readonly Detail[] {
  const { window, limits } = scheme;
  const most = longestDeferral(scheme);
  const defers = scheme.materials.some(({ kind }) => kind === 'late');
  return [
    ...(window.kind === 'dates' && window.closesOn < window.opensOn ? [at('window.closesOn', 'closes-first')] : []),
    ...(defers && limits.deferral > most ? [at('limits.deferral', 'deferral-too-long', { most: String(most) })] : []),
  ];
}

const twice = (ids: readonly string[]): readonly string[] => [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
