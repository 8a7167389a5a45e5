import type { Expr, Id, PolicyDoc, Pool } from '../policy/document.ts';
import { factsUsed, rootsOf, walkDoc } from '../policy/walk.ts';
import type { Check } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';

/** Ids nothing uses, tiers without money where others have some, awards that pay nothing, results taken in a circle. */
export const checkNames: Check = (c) => [
  ...unusedFacts(c.doc),
  ...unusedParams(c.doc),
  ...tiersWithoutAward(c.doc),
  ...awardsWithoutMoney(c.doc),
  ...derivations(c.doc, c.others ?? []),
];

function unusedFacts(doc: PolicyDoc): readonly Finding[] {
  const used = new Set<Id>(rootsOf(doc).flatMap((root) => factsUsed(root.node)));
  for (const award of doc.awards) {
    if (award.match) used.add(award.match.upstream);
    for (const cap of award.caps ?? []) if (cap.used !== undefined) used.add(cap.used);
  }
  for (const stack of doc.stacks) if (stack.paidBefore !== undefined) used.add(stack.paidBefore);
  for (const pool of allPools(doc.pools)) for (const order of pool.order) used.add(order.by);
  // A whole nothing else asks for still keeps its part in bounds.
  for (const def of doc.facts) if (def.partOf !== undefined && used.has(def.id)) used.add(def.partOf);
  return doc.facts.flatMap((def, i): readonly Finding[] => {
    if (used.has(def.id)) return [];
    const isWhole = doc.facts.some((part) => part.partOf === def.id);
    const args = { fact: def.id };
    const patch = isWhole ? undefined : [{ op: 'remove' as const, path: `facts.${i}` }];
    return [finding('warn', 'fact-unused', `facts.${i}`, args, { node: def.id, fix: fix('remove-fact', args, patch) })];
  });
}

export const allPools = (pools: readonly Pool[]): readonly Pool[] =>
  pools.flatMap((pool) => [pool, ...allPools(pool.sub ?? [])]);

function unusedParams(doc: PolicyDoc): readonly Finding[] {
  const used = new Set<Id>();
  walkDoc(doc, (node) => {
    if (node.k === 'param') used.add(node.param);
  });
  return doc.params.flatMap((param, i) =>
    used.has(param.id)
      ? []
      : [
          finding(
            'warn',
            'param-unused',
            `params.${i}`,
            { param: param.id },
            {
              node: param.id,
              fix: fix('remove-param', { param: param.id }, [{ op: 'remove', path: `params.${i}` }]),
            },
          ),
        ],
  );
}

function tiersWithoutAward(doc: PolicyDoc): readonly Finding[] {
  const paid = new Set(doc.awards.map((award) => award.for).filter((x) => typeof x === 'string'));
  if (paid.size === 0) return [];
  return doc.tiers.flatMap((tier, t) =>
    paid.has(tier.id)
      ? []
      : [
          finding(
            'hint',
            'tier-without-award',
            `tiers.${t}`,
            { tier: tier.id },
            {
              node: tier.id,
              fix: fix('add-award', { tier: tier.id }),
            },
          ),
        ],
  );
}

const isNothing = (pay: Expr | undefined): boolean => pay === undefined || (pay.k === 'lit' && Number(pay.value) === 0);

function awardsWithoutMoney(doc: PolicyDoc): readonly Finding[] {
  return doc.awards.flatMap((award, i) =>
    !isNothing(award.pay) || award.match
      ? []
      : [
          finding(
            'warn',
            'award-without-money',
            `awards.${i}`,
            { award: award.id },
            {
              node: award.id,
              fix: fix('add-pay', { award: award.id }),
            },
          ),
        ],
  );
}

/** Facts filled from another policy: it is there, and does not wait for this one in turn. */
function derivations(doc: PolicyDoc, others: readonly PolicyDoc[]): readonly Finding[] {
  const all = [doc, ...others];
  const from = (id: Id): readonly Id[] =>
    all.filter((x) => x.id === id).flatMap((x) => x.facts.flatMap((f) => (f.derive ? [f.derive.policy] : [])));
  return doc.facts.flatMap((def, i): readonly Finding[] => {
    if (!def.derive) return [];
    const path = `facts.${i}.derive.policy`;
    const args = { fact: def.id, policy: def.derive.policy };
    const more = { node: def.id };
    if (reaches(def.derive.policy, doc.id, from))
      return [finding('error', 'derive-cycle', path, args, { ...more, fix: fix('break-derive', args) })];
    const isThere = others.length === 0 || all.some((x) => x.id === def.derive?.policy);
    return isThere
      ? []
      : [finding('warn', 'derive-unknown-policy', path, args, { ...more, fix: fix('name-policy', args) })];
  });
}

function reaches(start: Id, goal: Id, from: (id: Id) => readonly Id[], seen: ReadonlySet<Id> = new Set()): boolean {
  if (start === goal) return true;
  return !seen.has(start) && from(start).some((next) => reaches(next, goal, from, new Set([...seen, start])));
}
