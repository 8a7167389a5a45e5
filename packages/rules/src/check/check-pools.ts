import { awardsOf } from '../awards/decide-awards.ts';
import { add, compare, formatNum, num, ZERO } from '../number/rational.ts';
import type { Pool } from '../policy/document.ts';
import { type Most, mostOf } from './check-caps.ts';
import { allPools } from './check-names.ts';
import type { Check, Checked } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';

/** Pools that cannot give what they promise, pools without awards, awards without a pool or with two. */
export const checkPools: Check = (c) => {
  if (c.doc.awards.length + c.doc.pools.length === 0) return [];
  const most = mostOf(c);
  return [...c.doc.pools.flatMap((pool, i) => feasible(pool, `pools.${i}`, most)), ...homes(c)];
};

function feasible(pool: Pool, path: string, most: ReadonlyMap<string, Most>): readonly Finding[] {
  const subs = pool.sub ?? [];
  const sum = subs.map((sub) => num(sub.budget)).reduce(add, ZERO);
  const args = { pool: pool.id, budget: pool.budget, least: pool.minGrant ?? '', total: formatNum(sum), unit: 'CNY' };
  const node = { node: pool.id };
  return [
    ...(pool.minGrant !== undefined && compare(num(pool.minGrant), num(pool.budget)) > 0
      ? [
          finding('error', 'pool-minimum-above-budget', `${path}.minGrant`, args, {
            ...node,
            fix: fix('lower-minimum', args),
          }),
        ]
      : neverReached(pool, path, most)),
    ...(compare(sum, num(pool.budget)) > 0
      ? [finding('error', 'pool-subs-above-budget', `${path}.sub`, args, { ...node, fix: raiseBudget(path, args) })]
      : []),
    ...(awardsOf(pool).length === 0
      ? [finding('warn', 'pool-without-awards', `${path}.awards`, args, { ...node, fix: fix('name-awards', args) })]
      : []),
    ...subs.flatMap((sub, i) => feasible(sub, `${path}.sub.${i}`, most)),
  ];
}

const raiseBudget = (path: string, args: Readonly<Record<string, string>>) =>
  fix('raise-budget', args, [{ op: 'replace', path: `${path}.budget`, value: args.total }]);

/** Awards that never come to the least grant of their pool. */
function neverReached(pool: Pool, path: string, most: ReadonlyMap<string, Most>): readonly Finding[] {
  const { minGrant } = pool;
  if (minGrant === undefined) return [];
  return pool.awards.flatMap((award): readonly Finding[] => {
    const amount = most.get(award)?.amount;
    if (!amount || compare(amount, num(minGrant)) >= 0) return [];
    const args = { pool: pool.id, award, least: minGrant, most: formatNum(amount), unit: 'CNY' };
    return [
      finding('error', 'pool-minimum-never-reached', `${path}.minGrant`, args, {
        node: pool.id,
        fix: fix('lower-minimum', args, [{ op: 'replace', path: `${path}.minGrant`, value: formatNum(amount) }]),
      }),
    ];
  });
}

function homes(c: Checked): readonly Finding[] {
  const lists = allPools(c.doc.pools);
  return c.doc.awards.flatMap((award, i): readonly Finding[] => {
    const [first, second] = lists.filter((pool) => pool.awards.includes(award.id));
    const node = { node: award.id };
    if (!first) {
      const args = { award: award.id };
      const level = lists.length > 0 ? 'warn' : 'hint';
      return [finding(level, 'award-without-pool', `awards.${i}`, args, { ...node, fix: fix('name-pool', args) })];
    }
    if (!second) return [];
    const args = { award: award.id, pool: first.id, other: second.id };
    return [finding('warn', 'award-in-two-pools', `awards.${i}`, args, { ...node, fix: fix('one-pool', args) })];
  });
}
