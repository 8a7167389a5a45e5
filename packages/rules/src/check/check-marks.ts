import { orZero } from '../evaluate/value.ts';
import { fullMarks } from '../explain/full-marks.ts';
import { add, compare, formatNum, num, type Rational, ZERO } from '../number/rational.ts';
import type { Bound, Expr, Route } from '../policy/document.ts';
import { findIndicator } from '../tiers/decide-tier.ts';
import { type Check, type Checked, type Claim, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import { from, only } from './interval.ts';
import { findFirm } from './solve.ts';
import { targetOf } from './witness.ts';

type Scored = Extract<Route, { k: 'scored' }>;

/** Full marks nobody can have, marks that do not add up to the full score, pass marks and floors out of reach or met by all. */
export const checkMarks: Check = (c) => [
  ...c.nodes.flatMap(({ node, path }) =>
    node.k === 'indicator' ? indicatorMarks(c, node.of, node.full, node.id, path) : [],
  ),
  ...c.doc.tiers.flatMap((tier, t) =>
    tier.routes.flatMap((route, i) =>
      route.k === 'scored' ? routeMarks(c, `${tier.id}/${route.id}`, route, `tiers.${t}.routes.${i}`) : [],
    ),
  ),
];

/** The least and the most a score can give, as the evaluator says while nothing is known. */
const span = (c: Checked, e: Expr) => orZero(c.quantities.open.number(e));

function indicatorMarks(c: Checked, of: Expr, full: string, id: string | undefined, path: string): readonly Finding[] {
  const most = span(c, of).hi;
  const order = compare(most, num(full));
  const node = id === undefined ? {} : { node: id };
  const args = { rule: path, indicator: id ?? '', full, most: formatNum(most), unit: 'points' };
  if (order < 0) {
    const witness = best(c, of, most, path);
    const patch = [{ op: 'replace' as const, path: `${path}.full`, value: formatNum(most) }];
    return [
      finding('warn', 'full-unreachable', `${path}.full`, args, {
        ...node,
        ...(witness ? { witness } : {}),
        fix: fix('full-as-rows', args, most.n > 0n ? patch : undefined),
      }),
    ];
  }
  if (order === 0 || most.d === 0n) return [];
  const q = c.quantities.of(of);
  const facts = findFirm(c, [], [{ q, set: [from(num(full), true)] }]);
  const claim: Claim = { target: targetOf('value', path), is: formatNum(num(full)) };
  const witness =
    facts && witnessOf(c, { facts }, [claim, { target: targetOf('value', `${path}.of`), is: (r) => r !== full }]);
  return witness
    ? [finding('hint', 'marks-above-full', path, args, { ...node, witness, fix: fix('raise-full', args) })]
    : [];
}

/** The best firm there is, and what it gets. */
function best(c: Checked, of: Expr, most: Rational, path: string) {
  const facts = findFirm(c, [], [{ q: c.quantities.of(of), set: [only(most)] }]);
  return facts && witnessOf(c, { facts }, [{ target: targetOf('value', path), is: formatNum(most) }]);
}

function routeMarks(c: Checked, at: string, route: Scored, path: string): readonly Finding[] {
  const node = { node: route.id };
  const total = totalOf(route);
  const declared = num((route.score.k === 'sum' && route.score.cap) || '100');
  const args = { route: route.id, total: total ? formatNum(total) : '', full: formatNum(declared), unit: 'points' };
  const isOff = total !== undefined && compare(total, declared) !== 0;
  return [
    ...(isOff
      ? [finding('warn', 'total-not-full', `${path}.score`, args, { ...node, fix: fix('sum-to-full', args) })]
      : []),
    ...boundMarks(c, { at, route, e: route.score, bound: route.pass, path: `${path}.pass` }),
    ...(route.floors ?? []).flatMap((floor, i) => {
      const e = findIndicator(route.score, floor.indicator);
      return e
        ? boundMarks(c, { at, route, e, bound: floor, path: `${path}.floors.${i}`, indicator: floor.indicator })
        : [];
    }),
  ];
}

/** Full marks of the lines of a score table, extra points left out; undefined where a line has no full marks. */
function totalOf(route: Scored): Rational | undefined {
  if (route.score.k !== 'sum') return undefined;
  const lines = route.score.of.filter((x) => x.k !== 'bonus');
  if (!lines.every((x) => x.k === 'indicator')) return undefined;
  return lines.map((x) => fullMarks(x) ?? ZERO).reduce(add, ZERO);
}

interface Marked {
  readonly at: string;
  readonly route: Scored;
  readonly e: Expr;
  readonly bound: Bound;
  readonly path: string;
  readonly indicator?: string;
}

function boundMarks(c: Checked, m: Marked): readonly Finding[] {
  const { lo, hi } = span(c, m.e);
  const mark = num(m.bound.ge ?? m.bound.gt ?? '0');
  const isStrict = m.bound.ge === undefined;
  const args = {
    route: m.route.id,
    indicator: m.indicator ?? '',
    mark: formatNum(mark),
    most: formatNum(hi),
    least: formatNum(lo),
    unit: 'points',
  };
  const isFloor = m.indicator !== undefined;
  const node = { node: m.indicator ?? m.route.id };
  if (isStrict ? compare(hi, mark) <= 0 : compare(hi, mark) < 0) {
    const facts = findFirm(c, [], [{ q: c.quantities.of(m.e), set: [only(hi)] }]) ?? c.plain;
    const witness = witnessOf(c, { facts }, [{ target: targetOf('route', m.at), is: 'no' }]);
    const code = isFloor ? 'floor-above-full' : 'pass-unreachable';
    return witness ? [finding('error', code, m.path, args, { ...node, witness, fix: fix('lower-mark', args) })] : [];
  }
  if (isStrict ? compare(lo, mark) <= 0 : compare(lo, mark) < 0) return [];
  const code = isFloor ? 'floor-trivial' : 'pass-trivial';
  return [finding('warn', code, m.path, args, { ...node, fix: fix('raise-mark', args) })];
}
