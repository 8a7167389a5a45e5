import type {
  Award,
  CmpOp,
  Expr,
  Gate,
  PolicyDoc,
  Pool,
  Pred,
  Route,
  Score,
  Tier,
  Unit,
} from '../src/policy/document.ts';
import { text } from './test-facts.ts';

/** Short ways of writing small policies for tests; every fact of `smallPolicy` has a known way to get better. */
export const lit = (value: string, unit: Unit = 'CNY'): Expr => ({ k: 'lit', value, unit });
export const fact = (id: string): Expr => ({ k: 'fact', fact: id });
export const cmp = (a: Expr, op: CmpOp, value: string, unit: Unit = 'CNY'): Pred => ({
  k: 'cmp',
  op,
  a,
  b: lit(value, unit),
});
export const is = (id: string, ...values: readonly string[]): Pred => ({
  k: 'in',
  fact: id,
  values: values.length > 0 ? values : ['true'],
});
export const all = (...of: readonly Pred[]): Pred => ({ k: 'all', of });
export const any = (...of: readonly Pred[]): Pred => ({ k: 'any', of });
export const age: Expr = { k: 'span', from: 'founded', to: 'asOf', how: 'anniversaryYears' };
export const growth: Expr = { k: 'growth', how: 'cagr', series: 'revenue', years: 2, badBase: 'fail' };
export const bands = (of: Expr, rows: Extract<Score, { k: 'bands' }>['rows'], unit: Unit = 'points'): Score => ({
  k: 'bands',
  of,
  rows,
  unit,
});
export const table = (
  hit: Extract<Score, { k: 'table' }>['hit'],
  ...rows: readonly (readonly [Pred, string])[]
): Score => ({ k: 'table', hit, unit: 'points', otherwise: '0', rows: rows.map(([when, out]) => ({ when, out })) });
export const indicator = (id: string, full: string, of: Expr): Score => ({ k: 'indicator', id, full, of });

export const gate = (id: string, when: Pred): Gate => ({ id, label: text(id), when });
export const route = (id: string, when: Pred): Route => ({ id, label: text(id), k: 'criteria', when });
export const scored = (score: Score, more: Partial<Extract<Route, { k: 'scored' }>> = {}): Route => ({
  id: 'scored',
  k: 'scored',
  score,
  pass: { ge: '60' },
  ...more,
});
export const tier = (id: string, parts: Partial<Tier>): Tier => ({
  id,
  label: text(id),
  gates: [],
  vetoes: [],
  routes: [route(`${id}.open`, is('flag'))],
  ...parts,
});
/** An award for every firm with the flag. */
export const award = (id: string, parts: Partial<Award>): Award => ({ id, label: text(id), for: is('flag'), ...parts });
export const pool = (id: string, parts: Partial<Pool>): Pool => ({
  id,
  budget: '1000000',
  awards: [],
  order: [],
  method: 'fcfs',
  ...parts,
});

export function smallPolicy(parts: Partial<PolicyDoc>): PolicyDoc {
  return {
    schema: 1,
    id: 'small',
    label: text('small'),
    version: '1',
    status: 'draft',
    inForce: { from: '2026-01-01' },
    applies: 'decision',
    facts: [
      { id: 'founded', label: text('founded'), type: 'date', ifMissing: 'ask', move: { dir: 'time' } },
      { id: 'flag', label: text('flag'), type: 'bool', ifMissing: 'ask' },
      { id: 'bad', label: text('bad'), type: 'bool', ifMissing: 'ask' },
      { id: 'staff', type: 'int', unit: 'people', domain: { min: '0' }, ifMissing: 'ask', move: { dir: 'up' } },
      { id: 'rate', type: 'num', unit: 'ratio', domain: { min: '0', max: '1' }, ifMissing: 'ask', move: { dir: 'up' } },
      { id: 'worth', type: 'money', domain: { min: '0' }, ifMissing: 'ask', move: { dir: 'up' } },
      { id: 'paid', type: 'money', domain: { min: '0' }, ifMissing: 'ask', move: { dir: 'never' } },
      { id: 'revenue', type: 'series', unit: 'CNY', domain: { min: '0' }, ifMissing: 'ask', move: { dir: 'up' } },
      {
        id: 'field',
        type: 'enum',
        domain: { values: ['a', 'b', 'c'].map((id) => ({ id, label: text(id) })) },
        ifMissing: 'ask',
      },
    ],
    params: [],
    tiers: [],
    pick: 'highest',
    awards: [],
    stacks: [],
    pools: [],
    ...parts,
  };
}

/** A policy of one tier with one scored route. */
export const scoring = (score: Score, more: Partial<Extract<Route, { k: 'scored' }>> = {}): PolicyDoc =>
  smallPolicy({ tiers: [tier('t', { routes: [scored(score, more)] })] });
