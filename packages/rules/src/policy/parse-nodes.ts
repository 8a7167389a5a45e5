import * as z from 'zod';
import type { Band, Expr, Pred, Score } from './document.ts';
import { citeList, count, id, num, strict, text, unit, whole, words } from './parse-leaves.ts';

/** The shape of the closed set of nodes. Each kind says its exact keys, so that a mistyped one is found. */

export const expr: z.ZodType<Expr> = z.lazy(() => exprNode);
export const pred: z.ZodType<Pred> = z.lazy(() => predNode);
const exprs = z.array(expr).min(1);

const base = { id, label: text.optional(), cite: citeList.optional() };
const partial = { ...base, id: id.optional() };

const band: z.ZodType<Band> = strict({
  ge: num.optional(),
  gt: num.optional(),
  out: num,
  label: text.optional(),
  cite: citeList.optional(),
});
const bands = z.array(band).min(1);
const badBase = words(['zero', 'fail', 'useNext']);
const year = words(['T', 'T-1', 'T-2', 'T-3', 'T-4']);
const spans = words(['calendarYears', 'anniversaryYears', 'anniversaryMonths', 'days', 'days365']);
const years = count(1, 4);

const valueNodes = [
  strict({ k: z.literal('lit'), value: num, unit, cite: citeList.optional() }),
  strict({ k: z.literal('fact'), fact: id, year: year.optional() }),
  strict({ k: z.literal('param'), param: id }),
  strict({ k: z.enum(['add', 'sub', 'mul', 'min', 'max']), of: exprs }),
  strict({ k: z.literal('neg'), of: expr }),
  strict({
    k: z.literal('div'),
    num: expr,
    den: expr,
    whenZero: z.union([words(['unknown', 'notApplicable']), num]),
  }),
  strict({ k: z.literal('round'), of: expr, mode: words(['halfUp', 'halfEven', 'up', 'down']), step: num }),
  strict({ k: z.literal('growth'), how: words(['cagr', 'meanYoY', 'minYoY']), series: id, years, badBase }),
  strict({ k: z.literal('agg'), how: words(['sum', 'mean', 'min', 'max']), series: id, last: count(1, 5) }),
  strict({ k: z.literal('span'), from: id, to: id, how: spans }),
  strict({ k: z.literal('fx'), of: expr, to: words(['CNY', 'USD']), rate: expr }),
  strict({ k: z.literal('cond'), if: pred, then: expr, else: expr }),
  strict({ k: z.literal('milestone'), of: expr, paidBefore: id, rows: bands }),
] as const;

const scoreNodes = [
  strict({ ...partial, k: z.enum(['bands', 'marginal', 'linear']), of: expr, rows: bands, unit }),
  strict({
    ...partial,
    k: z.literal('bandsBy'),
    by: expr,
    rows: z.array(strict({ ge: num.optional(), gt: num.optional(), use: expr })).min(1),
  }),
  strict({
    ...partial,
    k: z.literal('table'),
    hit: words(['unique', 'first', 'maxOut', 'sumOut']),
    rows: z.array(strict({ when: pred, out: num, label: text.optional(), cite: citeList.optional() })),
    otherwise: num,
    unit,
  }),
  strict({ ...partial, k: z.literal('indicator'), full: num, of: expr, evidence: z.array(text).optional() }),
  strict({ ...partial, k: z.enum(['sum', 'bestOf']), of: exprs, cap: num.optional() }),
  strict({ ...partial, k: z.literal('bonus'), when: pred, out: num, cap: num.optional() }),
] as const;

const exprNode: z.ZodType<Expr> = z.discriminatedUnion('k', [...valueNodes, ...scoreNodes]);
export const score: z.ZodType<Score> = z.lazy(() => z.discriminatedUnion('k', [...scoreNodes]));

const predNode: z.ZodType<Pred> = z.discriminatedUnion('k', [
  strict({ ...partial, k: z.literal('cmp'), op: words(['lt', 'le', 'eq', 'ne', 'ge', 'gt']), a: expr, b: expr }),
  strict({ ...partial, k: z.literal('in'), fact: id, values: z.array(z.string()).min(1) }),
  strict({ ...partial, k: z.enum(['all', 'any']), of: z.array(pred) }),
  strict({ ...partial, k: z.literal('not'), of: pred }),
  strict({ ...partial, k: z.literal('atLeast'), n: whole, of: z.array(pred) }),
  strict({
    ...partial,
    k: z.literal('exists'),
    list: id,
    where: pred,
    min: whole.optional(),
    withinYears: count(1, 100).optional(),
  }),
  strict({ ...partial, k: z.literal('provided'), fact: id }),
  strict({ ...partial, k: z.literal('judgement'), question: text }),
]);
