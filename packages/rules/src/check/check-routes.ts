import type { Tier } from '../policy/document.ts';
import type { Goal } from './boxes.ts';
import { firmOf, isImpossible, tierPred } from './check-gates.ts';
import { type Check, type Checked, type Claim, commonGoals, tierGoals, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import { findFirm } from './solve.ts';
import { targetOf } from './witness.ts';

/** Routes nobody can take or that another one holds already, vetoes that leave nobody, rungs that are never the result. */
export const checkRoutes: Check = (c) => [
  ...c.doc.tiers.flatMap((tier, t) => [...dead(c, tier, t), ...redundant(c, tier, t)]),
  ...neverBest(c),
];

function dead(c: Checked, tier: Tier, t: number): readonly Finding[] {
  const common = commonGoals(tier);
  // Gates that contradict each other have their own finding.
  if (isImpossible(c, common)) return veto(c, tier, t);
  const closed = tier.routes.filter((route) => isImpossible(c, [...common, { node: route, want: true }]));
  if (closed.length === tier.routes.length) {
    const killed = veto(c, tier, t);
    const args = { tier: tier.id };
    return killed.length > 0
      ? killed
      : [finding('error', 'tier-never', `tiers.${t}`, args, { node: tier.id, fix: fix('open-route', args) })];
  }
  return closed.map((route) => {
    const path = `tiers.${t}.routes.${tier.routes.indexOf(route)}`;
    const args = { tier: tier.id, route: route.id };
    return finding('warn', 'route-dead', path, args, {
      node: route.id,
      fix: fix('remove-route', args, [{ op: 'remove', path }]),
    });
  });
}

/** A veto without which firms would hold the tier and with which none can. */
function veto(c: Checked, tier: Tier, t: number): readonly Finding[] {
  const kills = (i: number): boolean => {
    const goal: Goal = { node: tier.vetoes[i]?.when ?? { k: 'all', of: [] }, want: false };
    const gates = tier.gates.map((g): Goal => ({ node: g.when, want: true }));
    return tier.routes.every((route) => isImpossible(c, [...gates, goal, { node: route, want: true }]));
  };
  return tier.vetoes.flatMap((v, i): readonly Finding[] => {
    const without: Tier = { ...tier, vetoes: tier.vetoes.filter((x) => x !== v) };
    if (!kills(i) || tier.routes.every((route) => isImpossible(c, tierGoals(without, route)))) return [];
    const path = `tiers.${t}.vetoes.${i}`;
    const args = { tier: tier.id, veto: v.id, rule: `${path}.when` };
    const facts = firmOf(c, without);
    const claims: readonly Claim[] = [
      { target: targetOf('truth', `${path}.when`), is: 'yes' },
      { target: targetOf('tier', tier.id), is: 'no' },
    ];
    const witness = facts && witnessOf(c, { facts }, claims);
    return [
      finding('error', 'veto-kills-all', path, args, {
        node: v.id,
        ...(witness ? { witness } : {}),
        fix: fix('correct-veto', args),
      }),
    ];
  });
}

/** A route that is open only to firms another route takes as well. */
function redundant(c: Checked, tier: Tier, t: number): readonly Finding[] {
  const within = (i: number, j: number): boolean => {
    const [a, b] = [tier.routes[i], tier.routes[j]];
    return (
      !!a &&
      !!b &&
      isImpossible(c, [
        { node: a, want: true },
        { node: b, want: false },
      ])
    );
  };
  return tier.routes.flatMap((route, i): readonly Finding[] => {
    if (isImpossible(c, tierGoals(tier, route))) return [];
    const j = tier.routes.findIndex((_, k) => k !== i && within(i, k) && !(k > i && within(k, i)));
    const wider = tier.routes[j];
    if (!wider) return [];
    const args = { tier: tier.id, route: route.id, other: wider.id };
    const facts = findFirm(c, [{ node: route, want: true }]);
    const show = (id: string): Claim => ({ target: targetOf('route', `${tier.id}/${id}`), is: 'yes' });
    const witness = facts && witnessOf(c, { facts }, [show(route.id), show(wider.id)]);
    const path = `tiers.${t}.routes.${i}`;
    return [
      finding('warn', 'route-redundant', path, args, {
        node: route.id,
        ...(witness ? { witness } : {}),
        fix: fix('remove-route', args, [{ op: 'remove', path }]),
      }),
    ];
  });
}

/** A rung every firm of which holds a higher one too, so that it is never the result. */
function neverBest(c: Checked): readonly Finding[] {
  if (c.doc.pick !== 'highest') return [];
  return c.doc.tiers.flatMap((tier, t) =>
    c.doc.tiers.slice(t + 1).flatMap((higher): readonly Finding[] => {
      const isWithin = tier.routes.every((route) =>
        isImpossible(c, [...tierGoals(tier, route), { node: tierPred(higher), want: false }]),
      );
      const facts = isWithin && tier.routes.length > 0 ? firmOf(c, tier) : undefined;
      const claims: readonly Claim[] = [
        { target: targetOf('tier', tier.id), is: 'yes' },
        { target: targetOf('tier', higher.id), is: 'yes' },
        { target: targetOf('best', ''), is: (r) => r !== tier.id },
      ];
      const witness = facts && witnessOf(c, { facts }, claims);
      if (!witness) return [];
      const args = { tier: tier.id, other: higher.id };
      return [
        finding('error', 'tier-never-best', `tiers.${t}`, args, {
          node: tier.id,
          witness,
          fix: fix('order-tiers', args),
        }),
      ];
    }),
  );
}
