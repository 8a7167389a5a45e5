import { dayOf } from '../date/day.ts';
import { paramValue } from '../evaluate/param.ts';
import { isFiniteRational, num, type Rational } from '../number/rational.ts';
import { asOf } from '../policy/dates-of.ts';
import type { Band, Expr, PolicyDoc, Unit } from '../policy/document.ts';
import type { Dates } from '../policy/facts.ts';
import { unitOf } from '../policy/units.ts';
import { walkDoc } from '../policy/walk.ts';
import { findIndicator } from '../tiers/decide-tier.ts';

/** A figure at which something changes: a value is tested against `bound`. */
export interface Edge {
  /** Path of the figure in the document; of a parameter, the place where it is used. */
  readonly path: string;
  readonly of: Expr;
  readonly bound: Rational;
  readonly unit: Unit;
}

/** Every edge of a policy on a day (临界点): comparisons with a figure, rows of tables, pass marks and floors. */
export function edgesOf(doc: PolicyDoc, dates: Dates): readonly Edge[] {
  const edges: Edge[] = [];
  const day = dayOf(asOf(doc, dates));
  const add = (path: string, of: Expr, bound: Rational): void => {
    if (isFiniteRational(bound)) edges.push({ path, of, bound, unit: unitOf(of, doc) ?? 'none' });
  };
  const figure = (e: Expr): Rational | undefined =>
    e.k === 'lit' ? num(e.value) : e.k === 'param' ? paramValue(doc, e.param, day) : undefined;
  const side = (path: string, e: Expr, other: Expr): void => {
    const bound = figure(e);
    if (bound && figure(other) === undefined) add(e.k === 'lit' ? `${path}.value` : path, other, bound);
  };
  walkDoc(doc, (node, path) => {
    // Records of a list have values of their own.
    if (path.includes('.where.')) return;
    if (node.k === 'cmp') {
      side(`${path}.a`, node.a, node.b);
      side(`${path}.b`, node.b, node.a);
    } else if (node.k === 'bands' || node.k === 'milestone') rowEdges(path, node.of, node.rows, add);
    else if (node.k === 'bandsBy') rowEdges(path, node.by, node.rows, add);
  });
  doc.tiers.forEach((tier, t) => {
    tier.routes.forEach((route, r) => {
      if (route.k !== 'scored') return;
      const at = `tiers.${t}.routes.${r}`;
      rowEdges(at, route.score, [route.pass], (path, of, bound) => add(path.replace('rows.0', 'pass'), of, bound));
      (route.floors ?? []).forEach((floor, f) => {
        const line = findIndicator(route.score, floor.indicator);
        if (line)
          rowEdges(at, line, [floor], (path, of, bound) => add(path.replace('rows.0', `floors.${f}`), of, bound));
      });
    });
  });
  return edges;
}

function rowEdges(
  at: string,
  of: Expr,
  rows: readonly Pick<Band, 'ge' | 'gt'>[],
  add: (path: string, of: Expr, bound: Rational) => void,
): void {
  rows.forEach((row, i) => {
    if (row.ge !== undefined) add(`${at}.rows.${i}.ge`, of, num(row.ge));
    else if (row.gt !== undefined) add(`${at}.rows.${i}.gt`, of, num(row.gt));
  });
}
