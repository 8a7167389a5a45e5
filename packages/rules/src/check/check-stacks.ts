import { compare, formatNum, fromInt, num, sign, subtract } from '../number/rational.ts';
import type { Award, Id, Stack } from '../policy/document.ts';
import { isNum } from '../policy/leaf.ts';
import { walkNode } from '../policy/walk.ts';
import { awardGoals } from './check-awards.ts';
import { type Check, type Checked, type Claim, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import { from, only } from './interval.ts';
import { fill, findFirm, openAt } from './solve.ts';
import { targetOf } from './witness.ts';

/** Stacking rules without effect, that never pay, or that take off once more what an award has taken off already. */
export const checkStacks: Check = (c) =>
  c.doc.stacks.flatMap((stack, i) => [
    ...idle(stack, i),
    ...neverPays(c, stack, i),
    ...stack.awards.flatMap((id) => twicePaid(c, stack, i, id)),
  ]);

function idle(stack: Stack, i: number): readonly Finding[] {
  const args = { stack: stack.id, award: stack.awards[0] ?? '' };
  const patch = [{ op: 'remove' as const, path: `stacks.${i}` }];
  const more = { node: stack.id, fix: fix('remove-stack', args, patch) };
  if (stack.rule === 'sum' && !stack.within)
    return [finding('hint', 'stack-without-limit', `stacks.${i}`, args, { ...more, fix: fix('set-limit', args) })];
  const isAlone = stack.awards.length < 2 && (stack.rule === 'highestOf' || stack.rule === 'first');
  return isAlone ? [finding('hint', 'stack-of-one', `stacks.${i}`, args, more)] : [];
}

function neverPays(c: Checked, stack: Stack, i: number): readonly Finding[] {
  const most = stack.within && c.quantities.open.number(stack.within).hi;
  if (!most || sign(most) > 0) return [];
  const args = { stack: stack.id, cap: formatNum(most), unit: 'CNY' };
  return [
    finding('error', 'stack-never-pays', `stacks.${i}.within`, args, { node: stack.id, fix: fix('raise-cap', args) }),
  ];
}

/** Whether an award takes off itself what the stack takes off again. */
function takesOff(award: Award, paid: Id): boolean {
  let found = (award.caps ?? []).some((cap) => cap.used === paid);
  if (award.pay)
    walkNode(award.pay, '', (node) => {
      if (node.k === 'milestone' && node.paidBefore === paid) found = true;
    });
  return found;
}

/** Two firms alike but for what they got before: the second gets less by more than that. */
function twicePaid(c: Checked, stack: Stack, i: number, id: Id): readonly Finding[] {
  const award = c.doc.awards.find((a) => a.id === id);
  const paid = stack.rule === 'topUp' ? stack.paidBefore : undefined;
  if (!award?.pay || paid === undefined || !takesOff(award, paid)) return [];
  const q = c.quantities.of({ k: 'fact', fact: paid });
  const pay = c.quantities.of(award.pay);
  const before = fromInt(1000);
  for (const goals of awardGoals(c, award)) {
    const first = findFirm(c, goals, [
      { q, set: [only(fromInt(0))] },
      { q: pay, set: [from(fromInt(3000))] },
    ]);
    const second =
      first && fill(openAt(c, first), new Map([[q.key, { kind: 'figure', q, set: [only(before)], na: false }]]));
    if (!first || !second) continue;
    const target = targetOf('award', id);
    const claims: readonly Claim[] = [
      { target, is: isNum },
      { firm: 'other', target, is: isNum },
    ];
    const witness = witnessOf(c, { facts: first }, claims, { facts: second.facts });
    const [a, b] = witness?.shows.map((s) => num(s.result)) ?? [];
    if (!witness || !a || !b || compare(subtract(a, b), before) <= 0) continue;
    const args = { stack: stack.id, award: id, fact: paid, before: formatNum(a), after: formatNum(b), unit: 'CNY' };
    return [
      finding('error', 'paid-before-twice', `stacks.${i}.paidBefore`, args, {
        node: stack.id,
        witness,
        fix: fix('highest-only', args, [{ op: 'replace', path: `stacks.${i}.rule`, value: 'highestOf' }]),
      }),
    ];
  }
  return [];
}
