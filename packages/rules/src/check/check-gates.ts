import type { Id, Pred, Tier } from '../policy/document.ts';
import { type Box, boxesOf, type Goal, routePred } from './boxes.ts';
import { type Check, type Checked, type Claim, tierGoals, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import { findFirm } from './solve.ts';
import { targetOf } from './witness.ts';

/** Gates that contradict each other, hold for nobody or for everybody, or say what another one says already. */
export const checkGates: Check = (c) =>
  c.doc.tiers.flatMap((tier, t) => {
    const alone = aloneNever(c, tier, t);
    const pairs = alone.length > 0 ? [] : contradictions(c, tier, t);
    return [...alone, ...pairs, ...always(c, tier, t), ...implied(c, tier, t)];
  });

/** A condition of a tier with its place and what it has to be. */
interface Part {
  readonly id: Id;
  readonly path: string;
  readonly goal: Goal & { readonly node: Pred };
}

export const partsOf = (tier: Tier, t: number): readonly Part[] => [
  ...tier.gates.map((g, i): Part => ({ id: g.id, path: `tiers.${t}.gates.${i}`, goal: { node: g.when, want: true } })),
  ...tier.vetoes.map(
    (v, i): Part => ({ id: v.id, path: `tiers.${t}.vetoes.${i}`, goal: { node: v.when, want: false } }),
  ),
];

/** Proof that no firm meets all of them. */
export const isImpossible = (c: Checked, goals: readonly Goal[]): boolean => boxesOf(c, goals)?.length === 0;

/** Boxes that are left only because a figure may not apply. */
const isOnlyNa = (box: Box): boolean =>
  [...box.values()].some(
    (s) => (s.kind === 'figure' && s.set.length === 0) || (s.kind === 'word' && s.words?.length === 0),
  );

/** Proof that every firm meets it whose figures all apply. */
const isCertain = (c: Checked, node: Pred): boolean => boxesOf(c, [{ node, want: false }])?.every(isOnlyNa) ?? false;

function aloneNever(c: Checked, tier: Tier, t: number): readonly Finding[] {
  return partsOf(tier, t).flatMap(({ id, path, goal }): readonly Finding[] => {
    const args = { tier: tier.id, gate: id, rule: `${path}.when` };
    if (goal.want && isImpossible(c, [goal]))
      return [finding('error', 'gate-never', path, args, { node: id, fix: fix('correct-gate', args) })];
    if (!goal.want && isImpossible(c, [{ ...goal, want: true }]))
      return [
        finding('warn', 'veto-never', path, args, {
          node: id,
          fix: fix('remove-veto', args, [{ op: 'remove', path }]),
        }),
      ];
    return [];
  });
}

/** Two conditions of one tier that no firm meets together; two firms show that each can be met. */
function contradictions(c: Checked, tier: Tier, t: number): readonly Finding[] {
  const parts = partsOf(tier, t);
  return parts.flatMap((b, j) =>
    parts.slice(0, j).flatMap((a): readonly Finding[] => {
      if (!isImpossible(c, [a.goal, b.goal])) return [];
      const args = { tier: tier.id, ruleA: `${a.path}.when`, ruleB: `${b.path}.when`, gate: a.id, other: b.id };
      const [one, two] = [findFirm(c, [a.goal]), findFirm(c, [b.goal])];
      const show = (p: Part, firm: Claim['firm']): Claim => ({
        firm: firm ?? 'one',
        target: targetOf('truth', `${p.path}.when`),
        is: p.goal.want ? 'yes' : 'no',
      });
      const claims = [show(a, 'one'), show(b, 'other')];
      const witness = one && two && witnessOf(c, { facts: one }, claims, { facts: two });
      return [
        finding('error', 'gates-contradict', b.path, args, {
          node: b.id,
          ...(witness ? { witness } : {}),
          fix: fix('keep-one-gate', args),
        }),
      ];
    }),
  );
}

function always(c: Checked, tier: Tier, t: number): readonly Finding[] {
  return tier.gates.flatMap((gate, i): readonly Finding[] => {
    if ((gate.when.k === 'all' && gate.when.of.length === 0) || !isCertain(c, gate.when)) return [];
    const path = `tiers.${t}.gates.${i}`;
    const args = { tier: tier.id, gate: gate.id, rule: `${path}.when` };
    const facts = findFirm(c, [{ node: gate.when, want: true }]);
    const witness = facts && witnessOf(c, { facts }, [{ target: targetOf('truth', `${path}.when`), is: 'yes' }]);
    return [
      finding('warn', 'gate-always', path, args, {
        node: gate.id,
        ...(witness ? { witness } : {}),
        fix: fix('remove-gate', args, [{ op: 'remove', path }]),
      }),
    ];
  });
}

/** A gate that another gate of the tier implies. */
function implied(c: Checked, tier: Tier, t: number): readonly Finding[] {
  return tier.gates.flatMap((gate, i): readonly Finding[] => {
    if (isCertain(c, gate.when)) return [];
    const says = (other: Pred, weaker: Pred): boolean =>
      isImpossible(c, [
        { node: other, want: true },
        { node: weaker, want: false },
      ]);
    const by = tier.gates.find(
      (other, j) =>
        j !== i &&
        !isImpossible(c, [{ node: other.when, want: true }]) &&
        says(other.when, gate.when) &&
        !(j > i && says(gate.when, other.when)),
    );
    if (!by) return [];
    const path = `tiers.${t}.gates.${i}`;
    const args = { tier: tier.id, gate: gate.id, other: by.id };
    return [
      finding('hint', 'gate-implied', path, args, {
        node: gate.id,
        fix: fix('remove-gate', args, [{ op: 'remove', path }]),
      }),
    ];
  });
}

/** A tier as one condition. */
const wholes = new WeakMap<Tier, Pred>();
export function tierPred(tier: Tier): Pred {
  const had = wholes.get(tier);
  if (had) return had;
  const made: Pred = {
    k: 'all',
    of: [
      ...tier.gates.map((g) => g.when),
      ...tier.vetoes.map((v): Pred => ({ k: 'not', of: v.when })),
      { k: 'any', of: tier.routes.map(routePred) },
    ],
  };
  wholes.set(tier, made);
  return made;
}

/** A firm that holds a tier by any of its routes. */
export function firmOf(c: Checked, tier: Tier, more: readonly Goal[] = []) {
  for (const route of tier.routes) {
    const facts = findFirm(c, [...tierGoals(tier, route), ...more]);
    if (facts) return facts;
  }
  return undefined;
}
