import type { Band, Expr, Pred, Route } from '@tidu/rules';
import type { FieldSpec, FieldsOf, Shape, Sort } from './field-spec.ts';

type RuleNode = Expr | Pred | Route;
export type NodeKind = RuleNode['k'];
type NodeOf<K extends NodeKind> = RuleNode extends infer N
  ? N extends { readonly k: infer Own }
    ? K extends Own
      ? N
      : never
    : never
  : never;

const some = <S extends FieldSpec>(spec: S): S & { readonly optional: true } => ({ ...spec, optional: true });
const expr = { t: 'node', sort: 'expr' } as const;
const exprs = { t: 'nodes', sort: 'expr' } as const;
const pred = { t: 'node', sort: 'pred' } as const;
const preds = { t: 'nodes', sort: 'pred' } as const;
const cite = some({ t: 'cites' });
const text = some({ t: 'text' });
const unit = {
  t: 'word',
  of: ['CNY', 'USD', 'ratio', 'people', 'count', 'points', 'days', 'months', 'years', 'none'],
} as const;
const OWN = { from: 'own' } as const;
const OF = { from: 'of' } as const;

const named = { id: some({ t: 'id' }), label: text, cite } as const;
const base = { id: { t: 'id' }, label: text, cite } as const;

const bandRows = (bound: { from: 'of' }, out: Extract<FieldSpec, { t: 'num' }>['unit']) =>
  ({
    t: 'rows',
    fields: {
      ge: some({ t: 'bound', unit: bound }),
      gt: some({ t: 'bound', unit: bound }),
      out: { t: 'num', unit: out },
      label: text,
      cite,
    } satisfies FieldsOf<Band>,
  }) as const;

const many = { fields: { of: exprs } } as const;
const edge = { ge: some({ t: 'bound', unit: 'points' }), gt: some({ t: 'bound', unit: 'points' }) } as const;
const way = (sort: Sort = 'route') => ({ sort, fields: { ...base, when: pred } }) as const;

/** Every kind of the rule language: which slot it fits, and how each of its keys is edited. */
export const NODE_SHAPES: { readonly [K in NodeKind]: Shape & { readonly fields: FieldsOf<NodeOf<K>> } } = {
  lit: { sort: 'expr', fields: { value: { t: 'num', unit: OWN }, unit, cite } },
  fact: {
    sort: 'expr',
    fields: { fact: { t: 'ref', to: 'fact' }, year: some({ t: 'word', of: ['T', 'T-1', 'T-2', 'T-3', 'T-4'] }) },
  },
  param: { sort: 'expr', fields: { param: { t: 'ref', to: 'param' } } },
  add: { sort: 'expr', ...many },
  sub: { sort: 'expr', ...many },
  mul: { sort: 'expr', ...many },
  div: { sort: 'expr', fields: { num: expr, den: expr, whenZero: { t: 'whenZero' } } },
  min: { sort: 'expr', ...many },
  max: { sort: 'expr', ...many },
  neg: { sort: 'expr', fields: { of: expr } },
  round: {
    sort: 'expr',
    fields: {
      of: expr,
      mode: { t: 'word', of: ['halfUp', 'halfEven', 'up', 'down'] },
      step: { t: 'num', unit: OF },
    },
  },
  growth: {
    sort: 'expr',
    fields: {
      how: { t: 'word', of: ['cagr', 'meanYoY', 'minYoY'] },
      series: { t: 'ref', to: 'series' },
      years: { t: 'int', unit: 'years', min: 1, max: 4 },
      badBase: { t: 'word', of: ['zero', 'fail', 'useNext'] },
    },
  },
  agg: {
    sort: 'expr',
    fields: {
      how: { t: 'word', of: ['sum', 'mean', 'min', 'max'] },
      series: { t: 'ref', to: 'series' },
      last: { t: 'int', unit: 'years', min: 1, max: 5 },
    },
  },
  span: {
    sort: 'expr',
    fields: {
      from: { t: 'ref', to: 'date' },
      to: { t: 'ref', to: 'date', also: ['asOf'] },
      how: { t: 'word', of: ['calendarYears', 'anniversaryYears', 'anniversaryMonths', 'days', 'days365'] },
    },
  },
  fx: { sort: 'expr', fields: { of: expr, to: { t: 'word', of: ['CNY', 'USD'] }, rate: expr } },
  cond: { sort: 'expr', fields: { if: pred, then: expr, else: expr } },
  milestone: {
    sort: 'expr',
    fields: { of: expr, paidBefore: { t: 'ref', to: 'money' }, rows: bandRows(OF, { from: 'paidBefore' }) },
  },
  bands: { sort: 'score', fields: { ...named, of: expr, rows: bandRows(OF, OWN), unit } },
  bandsBy: {
    sort: 'score',
    fields: {
      ...named,
      by: expr,
      rows: {
        t: 'rows',
        fields: {
          ge: some({ t: 'bound', unit: { from: 'by' } }),
          gt: some({ t: 'bound', unit: { from: 'by' } }),
          use: expr,
        },
      },
    },
  },
  table: {
    sort: 'score',
    fields: {
      ...named,
      hit: { t: 'word', of: ['unique', 'first', 'maxOut', 'sumOut'] },
      rows: { t: 'rows', fields: { when: pred, out: { t: 'num', unit: OWN }, label: text, cite } },
      otherwise: { t: 'num', unit: OWN },
      unit,
    },
  },
  marginal: { sort: 'score', fields: { ...named, of: expr, rows: bandRows(OF, 'ratio'), unit } },
  linear: { sort: 'score', fields: { ...named, of: expr, rows: bandRows(OF, OWN), unit } },
  indicator: {
    sort: 'score',
    fields: { ...named, full: { t: 'num', unit: 'points' }, of: expr, evidence: some({ t: 'texts' }) },
  },
  sum: { sort: 'score', fields: { ...named, of: exprs, cap: some({ t: 'num', unit: { from: 'node' } }) } },
  bestOf: { sort: 'score', fields: { ...named, of: exprs, cap: some({ t: 'num', unit: { from: 'node' } }) } },
  bonus: {
    sort: 'score',
    fields: { ...named, when: pred, out: { t: 'num', unit: 'points' }, cap: some({ t: 'num', unit: 'points' }) },
  },
  cmp: {
    sort: 'pred',
    fields: { ...named, a: expr, op: { t: 'word', of: ['ge', 'gt', 'le', 'lt', 'eq', 'ne'] }, b: expr },
  },
  in: { sort: 'pred', fields: { ...named, fact: { t: 'ref', to: 'fact' }, values: { t: 'values' } } },
  all: { sort: 'pred', fields: { ...named, of: preds } },
  any: { sort: 'pred', fields: { ...named, of: preds } },
  not: { sort: 'pred', fields: { ...named, of: pred } },
  atLeast: { sort: 'pred', fields: { ...named, n: { t: 'int', unit: 'count', min: 0 }, of: preds } },
  exists: {
    sort: 'pred',
    fields: {
      ...named,
      list: { t: 'ref', to: 'list' },
      where: pred,
      min: some({ t: 'int', unit: 'count', min: 0 }),
      withinYears: some({ t: 'int', unit: 'years', min: 1, max: 100 }),
    },
  },
  provided: { sort: 'pred', fields: { ...named, fact: { t: 'ref', to: 'fact' } } },
  judgement: { sort: 'pred', fields: { ...named, question: { t: 'text', long: true } } },
  direct: way(),
  criteria: way(),
  negotiated: way(),
  scored: {
    sort: 'route',
    fields: {
      ...base,
      score: { t: 'node', sort: 'score' },
      pass: { t: 'group', fields: edge },
      floors: some({ t: 'rows', fields: { indicator: { t: 'ref', to: 'indicator' }, ...edge } }),
    },
  },
};
