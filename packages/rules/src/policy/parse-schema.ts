import * as z from 'zod';
import type { FactDef, Pool, Route } from './document.ts';
import { cite, citeList, count, date, id, num, strict, text, unit, words } from './parse-leaves.ts';
import { expr, pred, score } from './parse-nodes.ts';

/** The shape of a policy document; what lies behind the shape (names, kinds, units, rows) is checked by `resolve-*`. */

const base = { id, label: text.optional(), cite: citeList.optional() };

const routeNode: z.ZodType<Route> = z.discriminatedUnion('k', [
  strict({ ...base, k: z.enum(['direct', 'criteria', 'negotiated']), when: pred }),
  strict({
    ...base,
    k: z.literal('scored'),
    score,
    // "Exactly one of ge and gt" is checked later, so that the path is that of the bound.
    pass: strict({ ge: num.optional(), gt: num.optional() }) as unknown as z.ZodType<{ ge: string }>,
    floors: z
      .array(
        strict({ indicator: id, ge: num.optional(), gt: num.optional() }) as unknown as z.ZodType<{
          indicator: string;
          ge: string;
        }>,
      )
      .optional(),
  }),
]);

const scalar = z.union([z.boolean(), z.string(), z.null()]);
const factInput = z.union([
  z.boolean(),
  z.string(),
  z.array(z.record(z.string(), scalar)),
  z.record(z.string(), z.union([z.string(), z.null()])),
]);
const factDef: z.ZodType<FactDef> = z.lazy(() => factShape);
const factShape = strict({
  ...base,
  type: words(['bool', 'int', 'num', 'money', 'date', 'enum', 'series', 'list']),
  unit: unit.optional(),
  domain: strict({
    min: num.optional(),
    max: num.optional(),
    values: z
      .array(strict({ id: z.string().min(1), label: text }))
      .min(1)
      .optional(),
  }).optional(),
  fields: z.array(factDef).min(1).optional(),
  ifMissing: z.union([words(['ask', 'fail']), strict({ assume: factInput, why: text })]),
  derive: strict({ policy: id, take: words(['tier']) }).optional(),
  partOf: id.optional(),
  move: strict({
    dir: words(['up', 'down', 'both', 'time', 'never']),
    cost: z.number().optional(),
    step: num.optional(),
  }).optional(),
  ask: strict({
    group: words(['identity', 'people', 'finance', 'property', 'funding', 'credit', 'project']),
    question: text,
    where: text.optional(),
    example: z.string().optional(),
  }).optional(),
});

const dated = strict({ from: date, to: date.optional(), value: num, cite: z.array(cite) });
const condition = { ...base, when: pred };
const ids = z.array(id);

const poolNode: z.ZodType<Pool> = z.lazy(() =>
  strict({
    ...base,
    budget: num,
    awards: ids,
    order: z.array(strict({ by: id, dir: words(['asc', 'desc']) })),
    method: words(['rankFull', 'rankPartialLast', 'fcfs', 'proRata', 'scoreWeighted']),
    minGrant: num.optional(),
    quota: count(1, 1_000_000).optional(),
    sub: z.array(poolNode).optional(),
  }),
);

const tier = strict({
  ...base,
  gates: z.array(strict({ ...condition, curable: z.boolean().optional() })),
  vetoes: z.array(strict(condition)),
  routes: z.array(routeNode),
  validMonths: count(1, 1200).optional(),
});

const award = strict({
  ...base,
  for: z.union([id, pred]),
  pay: expr.optional(),
  match: strict({ upstream: id, ratio: num, cap: num.optional() }).optional(),
  caps: z
    .array(
      strict({ kind: words(['item', 'year', 'lifetime']), max: expr, used: id.optional(), cite: citeList.optional() }),
    )
    .optional(),
  floorPay: strict({ at: num, below: words(['none', 'raise']) }).optional(),
  share: z.record(z.string().min(1), num).optional(),
  tranches: z.array(strict({ pct: num, when: pred, label: text.optional() })).optional(),
});

const stack = strict({
  ...base,
  awards: ids,
  rule: words(['highestOf', 'topUp', 'first', 'sum']),
  paidBefore: id.optional(),
  within: expr.optional(),
});

const untranslatable = strict({
  id,
  text,
  cite: citeList.optional(),
  accepted: strict({ by: z.string().min(1), on: date }).optional(),
  taints: ids,
});

export const policyShape = strict({
  ...base,
  schema: z.literal(1),
  version: z.string().min(1),
  status: words(['draft', 'published', 'withdrawn']),
  summary: text.optional(),
  inForce: strict({ from: date, to: date.optional() }),
  applies: words(['filing', 'decision', 'fiscalYearEnd']),
  facts: z.array(factShape),
  params: z.array(strict({ ...base, unit, values: z.array(dated) })),
  tiers: z.array(tier),
  pick: words(['highest', 'all']),
  awards: z.array(award),
  stacks: z.array(stack),
  pools: z.array(poolNode),
  untranslatable: z.array(untranslatable).optional(),
  fairness: z.array(strict({ of: id, reason: text, until: date })).optional(),
});
