import { dayOf } from '../date/day.ts';
import { paramValue } from '../evaluate/param.ts';
import {
  add,
  compare,
  divide,
  formatNum,
  fromInt,
  negate,
  num,
  type Rational,
  sign,
  subtract,
} from '../number/rational.ts';
import { asOf } from '../policy/dates-of.ts';
import type { Bound, CmpOp, Expr, PolicyDoc, Pred, Route, Tier, Unit } from '../policy/document.ts';
import type { Dates } from '../policy/facts.ts';

/**
 * The policy with every threshold of its tiers a tenth easier, or by one person or item where that is more. Who passes it
 * and not the policy itself misses every threshold by little: a near miss (差一点).
 */
export function relaxed(doc: PolicyDoc, dates: Dates): PolicyDoc {
  const day = dayOf(asOf(doc, dates));
  const easier = (p: Pred): Pred => relax(p, true, (e) => figureOf(doc, e, day));
  const harder = (p: Pred): Pred => relax(p, false, (e) => figureOf(doc, e, day));
  const tier = (t: Tier): Tier => ({
    ...t,
    gates: t.gates.map((gate) => ({ ...gate, when: easier(gate.when) })),
    vetoes: t.vetoes.map((veto) => ({ ...veto, when: harder(veto.when) })),
    routes: t.routes.map(
      (route): Route =>
        route.k === 'scored'
          ? { ...route, pass: lower(route.pass), ...(route.floors ? { floors: route.floors.map(lower) } : {}) }
          : { ...route, when: easier(route.when) },
    ),
  });
  return { ...doc, tiers: doc.tiers.map(tier), awards: [], stacks: [], pools: [] };
}

interface Figure {
  readonly value: Rational;
  readonly unit: Unit;
}
type FigureOf = (e: Expr) => Figure | undefined;

function figureOf(doc: PolicyDoc, e: Expr, day: number): Figure | undefined {
  if (e.k === 'lit') return { value: num(e.value), unit: e.unit };
  if (e.k !== 'param') return undefined;
  return { value: paramValue(doc, e.param, day), unit: doc.params.find((p) => p.id === e.param)?.unit ?? 'none' };
}

/** `favour`: whether the firm wants the condition to hold. */
function relax(p: Pred, favour: boolean, figure: FigureOf): Pred {
  switch (p.k) {
    case 'all':
    case 'any':
    case 'atLeast':
      return { ...p, of: p.of.map((x) => relax(x, favour, figure)) };
    case 'not':
      return { ...p, of: relax(p.of, !favour, figure) };
    case 'cmp':
      return relaxCmp(p, favour, figure);
    default:
      return p;
  }
}

const RISING: Partial<Record<CmpOp, boolean>> = { ge: true, gt: true, le: false, lt: false };

function relaxCmp(p: Extract<Pred, { k: 'cmp' }>, favour: boolean, figure: FigureOf): Pred {
  const rising = RISING[p.op];
  if (rising === undefined) return p;
  const [a, b] = [figure(p.a), figure(p.b)];
  if (b) return { ...p, b: moved(b, rising !== favour) };
  return a ? { ...p, a: moved(a, rising === favour) } : p;
}

const moved = ({ value, unit }: Figure, up: boolean): Expr => {
  const by = roomOf(value, unit);
  return { k: 'lit', value: formatNum(up ? add(value, by) : subtract(value, by)), unit };
};

function roomOf(value: Rational, unit: Unit): Rational {
  const tenth = divide(sign(value) < 0 ? negate(value) : value, fromInt(10));
  const isCounted = unit === 'people' || unit === 'count';
  return isCounted && compare(tenth, fromInt(1)) < 0 ? fromInt(1) : tenth;
}

function lower<T extends Bound>(bound: T): T {
  const text = bound.ge ?? bound.gt ?? '0';
  const value = formatNum(subtract(num(text), roomOf(num(text), 'points')));
  return bound.ge === undefined ? { ...bound, gt: value } : { ...bound, ge: value };
}
