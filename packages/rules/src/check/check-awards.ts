import {
  add,
  compare,
  divide,
  formatNum,
  fromInt,
  multiply,
  num,
  type Rational,
  sign,
  subtract,
  ZERO,
} from '../number/rational.ts';
import type { Award, Id } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { isNum } from '../policy/leaf.ts';
import { type RuleNode, walkNode } from '../policy/walk.ts';
import type { Goal } from './boxes.ts';
import { stepBeside } from './candidates.ts';
import { type Check, type Checked, type Claim, pathOf, tierGoals, witnessOf } from './context.ts';
import { directionOf } from './direction.ts';
import { type Finding, finding, fix } from './finding.ts';
import type { Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { fill, findFirm, openAt } from './solve.ts';
import { targetOf } from './witness.ts';

/** Half as much again for the smallest step of a figure counts as a jump. */
const JUMP: Rational = { n: 3n, d: 2n };
const MOST_EDGES = 12;

/** Award cliffs: the smallest step of one figure gives much more money, or less of it. */
export const checkAwards: Check = (c) =>
  c.doc.awards.flatMap((award, i) => {
    const edges = edgesOf(c, award);
    const steps = edges.slice(0, MOST_EDGES).flatMap((edge) => stepAt(c, award, edge, edges) ?? []);
    const drops = steps.filter((s) => compare(s.after, s.before) < 0);
    const jumps = steps.filter((s) => compare(s.after, multiply(s.before, JUMP)) >= 0);
    const highest = jumps.toSorted((a, b) => compare(ratioOf(b), ratioOf(a))).slice(0, 1);
    return [
      ...drops.slice(0, 3).map((s) => told(c, award, i, s, 'award-drop')),
      ...highest.map((s) => told(c, award, i, s, 'award-jump')),
    ];
  });

const ratioOf = (s: Step): Rational => divide(s.after, s.before);

interface Edge {
  readonly q: Quantity;
  readonly at: Rational;
  /** The edge itself still belongs to the lower side. */
  readonly open: boolean;
}
interface Step extends Edge {
  readonly worse: Facts;
  readonly better: Facts;
  readonly before: Rational;
  readonly after: Rational;
}

/** Every figure of an award with the bounds at which its amount may change. */
function edgesOf(c: Checked, award: Award): readonly Edge[] {
  const edges: Edge[] = [];
  const rows = (of: Quantity, all: readonly { readonly ge?: string; readonly gt?: string }[]): void => {
    for (const row of all) {
      const bound = row.ge ?? row.gt;
      if (bound !== undefined) edges.push({ q: of, at: num(bound), open: row.ge === undefined });
    }
  };
  const look = (node: RuleNode): void => {
    if (node.k === 'bands' || node.k === 'milestone') rows(c.quantities.of(node.of), node.rows);
    else if (node.k === 'bandsBy') rows(c.quantities.of(node.by), node.rows);
    else if (node.k === 'cmp') {
      const { q, op, bound } = c.quantities.compared(node);
      if (!q.less) edges.push({ q, at: bound, open: op === 'gt' || op === 'le' });
    }
  };
  if (award.pay) walkNode(award.pay, '', look);
  for (const cap of award.caps ?? []) walkNode(cap.max, '', look);
  return edges;
}

/** What makes a firm eligible for an award, one list of conditions per way. */
export function awardGoals(c: Checked, award: Award): readonly (readonly Goal[])[] {
  const { for: condition } = award;
  if (typeof condition !== 'string') return [[{ node: condition, want: true }]];
  const tier = c.doc.tiers.find((t) => t.id === condition);
  return tier ? tier.routes.map((route) => tierGoals(tier, route)) : [];
}

/** An eligible firm with a quantity in a stretch. */
export function eligible(c: Checked, award: Award, q: Quantity, set: readonly Interval[]): Facts | undefined {
  for (const goals of awardGoals(c, award)) {
    const facts = findFirm(c, goals, [{ q, set }]);
    if (facts) return facts;
  }
  return undefined;
}

function stepAt(c: Checked, award: Award, edge: Edge, all: readonly Edge[]): Step | undefined {
  const { q, at, open } = edge;
  const step = stepBeside(q);
  const below: Interval = { lo: subtract(at, step), loOpen: open, hi: at, hiOpen: !open };
  const above: Interval = { lo: at, loOpen: open, hi: add(at, step), hiOpen: false };
  const upper = eligible(c, award, q, [above]);
  const moved = upper && fill(openAt(c, upper), new Map([[q.key, { kind: 'figure', q, set: [below], na: false }]]));
  if (!upper || !moved || !isOnlyChange(c, edge, all, upper, moved.facts)) return undefined;
  const isLess = directionOf(c.doc, q.expr) === -1;
  const [worse, better] = isLess ? [upper, moved.facts] : [moved.facts, upper];
  const [before, after] = [worse, better].map((facts) => amountOf(c, award.id, facts));
  if (!before || !after || sign(before) <= 0 || sign(after) <= 0) return undefined;
  return { ...edge, worse, better, before, after };
}

/** No other figure of the award moves along, so that the change of money is due to this one. */
function isOnlyChange(c: Checked, edge: Edge, all: readonly Edge[], one: Facts, two: Facts): boolean {
  const [a, b] = [openAt(c, one).r, openAt(c, two).r];
  return all.every(({ q }) => {
    if (q.key === edge.q.key) return true;
    const [x, y] = [a.number(q.expr), b.number(q.expr)];
    return x.some === y.some && compare(x.lo, y.lo) === 0;
  });
}

/** What an award comes to for a firm, where that is settled. */
export function amountOf(c: Checked, id: Id, facts: Facts): Rational | undefined {
  const shown = witnessOf(c, { facts }, [{ target: targetOf('award', id), is: isNum }])?.shows[0]?.result;
  return shown === undefined ? undefined : num(shown);
}

function told(c: Checked, award: Award, i: number, s: Step, code: 'award-drop' | 'award-jump'): Finding {
  const target = targetOf('award', award.id);
  const claims: readonly Claim[] = [
    { target, is: (r) => isNum(r) && compare(num(r), s.before) === 0 },
    { firm: 'other', target, is: (r) => isNum(r) && compare(num(r), s.after) === 0 },
  ];
  const witness = witnessOf(c, { facts: s.worse }, claims, { facts: s.better });
  const args = {
    award: award.id,
    rule: pathOf(c, s.q),
    value: formatNum(s.at),
    unit: s.q.unit,
    before: formatNum(s.before),
    after: formatNum(s.after),
    percent: String(percent(s)),
  };
  const more = {
    node: award.id,
    ...(witness ? { witness } : {}),
    fix: fix(code === 'award-drop' ? 'mend-drop' : 'smooth-award', args),
  };
  return finding(code === 'award-drop' ? 'warn' : 'hint', code, `awards.${i}`, args, more);
}

/** By how many hundredths the amount changes, rounded down. */
function percent(s: Step): bigint {
  const change = subtract(s.after, s.before);
  const size = sign(change) < 0 ? subtract(ZERO, change) : change;
  const part = divide(multiply(size, fromInt(100)), s.before);
  return part.n / part.d;
}
