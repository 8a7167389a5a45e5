import type { Facts } from '@tidu/rules';
import { LogicEngine } from 'json-logic-engine';
import { answerOf, type Judged } from '../contenders.ts';
import {
  BY_COSTS,
  BY_SALES,
  CLASS_TWO,
  MOST_STAFF,
  MOST_YUAN,
  type PlainFirm,
  plainFirm,
  STAFF,
  VETOES,
} from './plain-firm.ts';

type Logic = number | boolean | string | { readonly [op: string]: Logic | readonly Logic[] };
type Rows = readonly (readonly [number, number])[];

const of = (name: string): Logic => ({ var: name });
/** The points of the first row whose bound is reached. */
const banded = (x: Logic, rows: Rows): Logic => ({ if: [...rows.flatMap(([at, out]) => [{ '>=': [x, at] }, out]), 0] });
const share = (a: string, b: string): Logic => ({ '/': [of(a), of(b)] });
const guarded = (a: string, b: string, rows: Rows): Logic => ({
  if: [{ '>': [of(b), 0] }, banded(share(a, b), rows), 0],
});

const STAFF_POINTS = guarded('scienceStaff', 'employees', STAFF);
const POINTS: Logic = {
  '+': [
    of('staffPoints'),
    { max: [guarded('research', 'revenue', BY_SALES), guarded('research', 'costs', BY_COSTS)] },
    { max: [banded(of('classOne'), [[1, 30]]), banded(of('classTwo'), CLASS_TWO)] },
  ],
};
const HOLDS: Logic = {
  and: [
    of('registeredInChina'),
    { '<=': [of('employees'), MOST_STAFF] },
    { '<=': [of('revenue'), MOST_YUAN] },
    { '<=': [of('assets'), MOST_YUAN] },
    { '!': of('bannedProducts') },
    ...VETOES.map((v): Logic => ({ '!': of(v) })),
    {
      or: [
        { and: [{ '>=': [of('points'), 60] }, { '>': [of('staffPoints'), 0] }] },
        of('hnte'),
        { '>=': [of('awards'), 1] },
        { '===': [of('institution'), 'province'] },
        { '===': [of('institution'), 'nation'] },
        of('ledStandard'),
      ],
    },
  ],
};

interface Scored extends PlainFirm {
  staffPoints: number;
  points: number;
}

/** json-logic-engine, compiled: points first, written into the firm, so that no part is worked out twice. */
export function byJsonLogic(name: string, firms: readonly Facts[]): Judged {
  const engine = new LogicEngine();
  const build = (logic: Logic) => engine.build(logic as never) as (firm: Scored) => unknown;
  const [staffPoints, points, holds] = [build(STAFF_POINTS), build(POINTS), build(HOLDS)];
  const prepared = firms.map((facts): Scored => ({ ...plainFirm(facts), staffPoints: 0, points: 0 }));
  const one = (firm: Scored): number => {
    firm.staffPoints = Number(staffPoints(firm));
    firm.points = Number(points(firm));
    return answerOf(holds(firm) ? 0 : -1, firm.points);
  };
  const pass = (): number => {
    let sum = 0;
    for (const firm of prepared) sum += one(firm);
    return sum;
  };
  return { name, answers: prepared.map(one), pass };
}
