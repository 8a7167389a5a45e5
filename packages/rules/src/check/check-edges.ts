import { compare, formatNum } from '../number/rational.ts';
import type { Pred, Route } from '../policy/document.ts';
import { type Box, boxesOf, type Goal } from './boxes.ts';
import { canLieIn, isOneStepApart } from './check-bands.ts';
import { type Check, type Checked, type Claim, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import type { Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';
import type { Slot } from './slots.ts';
import { fill, findFirm, mergeBoxes, openAt } from './solve.ts';
import { targetOf } from './witness.ts';

/** Alternatives of which one is enough, with what the evaluator is asked about each and about all of them. */
interface Group {
  readonly path: string;
  readonly parts: readonly { readonly node: Pred | Route; readonly path: string; readonly claim: Claim['target'] }[];
}

/**
 * Where one alternative ends and another begins: at the edge both count, or neither, or values between two decimals belong
 * to none (≤5 年 beside 5–9 年; 25.99 beside 26.00).
 */
export const checkEdges: Check = (c) => groups(c).flatMap((group) => edges(c, group));

function groups(c: Checked): readonly Group[] {
  const routes = c.doc.tiers.map(
    (tier, t): Group => ({
      path: `tiers.${t}`,
      parts: tier.routes.flatMap((node, i) =>
        node.k === 'scored'
          ? []
          : [{ node, path: `tiers.${t}.routes.${i}`, claim: targetOf('route', `${tier.id}/${node.id}`) }],
      ),
    }),
  );
  const anys = c.nodes.flatMap(({ node, path }): readonly Group[] =>
    node.k === 'any'
      ? [
          {
            path,
            parts: node.of.map((p, i) => ({
              node: p,
              path: `${path}.of.${i}`,
              claim: targetOf('truth', `${path}.of.${i}`),
            })),
          },
        ]
      : [],
  );
  return [...routes, ...anys].filter((g) => g.parts.length > 1 && g.parts.length <= 20);
}

interface Side {
  readonly part: Group['parts'][number];
  readonly box: Box;
}

function edges(c: Checked, group: Group): readonly Finding[] {
  const sides = group.parts.flatMap((part): readonly Side[] =>
    (boxesOf(c, [{ node: part.node, want: true }]) ?? []).slice(0, 4).map((box) => ({ part, box })),
  );
  const found: Finding[] = [];
  for (const low of sides)
    for (const high of sides) {
      if (low.part === high.part) continue;
      for (const slot of low.box.values()) {
        const one = edge(c, group, low, high, slot, high.box.get(slot.kind === 'figure' ? slot.q.key : ''));
        if (one && !found.some((f) => f.code === one.code && f.path === one.path)) found.push(one);
      }
    }
  return found;
}

function edge(c: Checked, group: Group, low: Side, high: Side, a: Slot, b: Slot | undefined): Finding | undefined {
  if (a.kind !== 'figure' || b?.kind !== 'figure' || a.set.length !== 1 || b.set.length !== 1) return undefined;
  const [x, y] = [a.set[0], b.set[0]];
  if (!x || !y || x.hi.d === 0n || y.lo.d === 0n || compare(x.hi, y.lo) > 0) return undefined;
  const at = compare(x.hi, y.lo);
  if (at === 0 && !x.hiOpen && !y.loOpen) return twice(c, low, high, a.q, x);
  const hole: Interval = { lo: x.hi, loOpen: !x.hiOpen, hi: y.lo, hiOpen: !y.loOpen };
  if (at === 0 && x.hiOpen !== y.loOpen) return undefined;
  return canLieIn(c, a.q, hole) ? missed(c, group, low, high, a.q, hole) : undefined;
}

const argsOf = (low: Side, high: Side, q: Quantity, x: { readonly lo: string; readonly hi: string }) => ({
  ruleA: low.part.path,
  ruleB: high.part.path,
  low: x.lo,
  high: x.hi,
  unit: q.unit,
});

/** A firm exactly on the edge that both take. */
function twice(c: Checked, low: Side, high: Side, q: Quantity, x: Interval): Finding | undefined {
  const goals = [low, high].map((side): Goal => ({ node: side.part.node, want: true }));
  const facts = findFirm(c, goals, [{ q, set: [{ ...x, lo: x.hi, loOpen: false }] }]);
  const claims = [low, high].map((side): Claim => ({ target: side.part.claim, is: 'yes' }));
  const witness = facts && witnessOf(c, { facts }, claims);
  const at = formatNum(x.hi);
  const args = argsOf(low, high, q, { lo: at, hi: at });
  return witness && finding('warn', 'edge-twice', high.part.path, args, { witness, fix: fix('say-which', args) });
}

/** A firm in the hole that meets everything else either of them asks, and beside it one that is taken. */
function missed(c: Checked, group: Group, low: Side, high: Side, q: Quantity, hole: Interval): Finding | undefined {
  const rest = (box: Box): Box => new Map([...box].filter(([key]) => key !== q.key));
  const both = mergeBoxes(rest(low.box), rest(high.box));
  const pinned = both && mergeBoxes(both, new Map([[q.key, { kind: 'figure', q, set: [hole], na: false } as const]]));
  const inHole = pinned && fill(openAt(c, c.plain), pinned);
  const beside = both && mergeBoxes(both, new Map([...low.box].filter(([key]) => key === q.key)));
  const taken = inHole && beside && fill(openAt(c, inHole.facts), beside);
  if (!inHole || !taken) return undefined;
  const claims: readonly Claim[] = [
    ...group.parts.map((part): Claim => ({ target: part.claim, is: 'no' })),
    { firm: 'other', target: low.part.claim, is: 'yes' },
  ];
  const witness = witnessOf(c, { facts: inHole.facts }, claims, { facts: taken.facts });
  if (!witness) return undefined;
  const args = argsOf(low, high, q, { lo: formatNum(hole.lo), hi: formatNum(hole.hi) });
  const isGrain = isOneStepApart(hole.lo, hole.hi);
  const code = isGrain ? 'edge-grain' : compare(hole.lo, hole.hi) === 0 ? 'edge-open' : 'edge-missed';
  return finding(isGrain ? 'error' : 'warn', code, high.part.path, args, { witness, fix: fix('join-edge', args) });
}
