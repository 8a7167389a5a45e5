import type { ExplainNode } from '@tidu/rules';
import * as z from 'zod';

const text = z.record(z.string(), z.string());
const range = z.object({ lo: z.string(), hi: z.string() });
const unit = z.enum(['CNY', 'USD', 'ratio', 'people', 'count', 'points', 'days', 'months', 'years', 'none']);
const basis = z.enum(['official', 'derived', 'assumed']);
const ids = z.array(z.string());
const margin = z
  .looseObject({
    by: z.string(),
    unit,
    bound: z.string().optional(),
    gain: z.string().optional(),
    fact: z.string().optional(),
    factBy: z.string().optional(),
    factUnit: unit.optional(),
    along: z.string().optional(),
    year: z.number().int().optional(),
    on: z.string().optional(),
  })
  .meta({ id: 'Margin', description: '离上一档（up）或掉档（down）的差距' });

const cite = z
  .object({
    doc: z.string(),
    clause: z.string().optional(),
    quote: z.string().optional(),
    url: z.string().optional(),
    basis,
    why: text.optional(),
  })
  .meta({ id: 'Cite', description: '出处：official 官方原文、derived 推算、assumed 暂定' });

const overruledMark = z
  .object({
    computed: z.object({
      verdict: z.enum(['yes', 'no', 'undetermined', 'notApplicable', 'judgement']).optional(),
      points: range.optional(),
    }),
    by: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'OverruledMark', description: '人工改判：系统算出的结论、改判人和理由' });

/** One node of the reason tree (理由树) as it goes over the wire. */
export const explainNode: z.ZodType<ExplainNode> = z
  .lazy(
    () =>
      z.looseObject({
        id: z.string(),
        path: z.string(),
        kind: z.string(),
        label: text.optional(),
        verdict: z.enum(['yes', 'no', 'undetermined', 'notApplicable', 'judgement']).optional(),
        flipped: z.literal(true).optional(),
        actual: range.optional(),
        words: ids.optional(),
        unit: unit.optional(),
        op: z.enum(['lt', 'le', 'eq', 'ne', 'ge', 'gt']).optional(),
        threshold: range.optional(),
        points: range.optional(),
        full: z.string().optional(),
        row: z.number().int().optional(),
        up: margin.optional(),
        down: margin.optional(),
        nearMiss: z.boolean(),
        decisive: z.boolean(),
        msg: z.object({ key: z.string(), args: z.record(z.string(), z.string()) }),
        cite: z.array(cite),
        basis: basis.optional(),
        overruled: overruledMark.optional(),
        facts: ids,
        needs: ids,
        assumed: ids,
        kids: z.array(explainNode),
      }) as unknown as z.ZodType<ExplainNode>,
  )
  .meta({ id: 'ExplainNode', description: '理由树的一个节点；verdict 的 yes 总是对企业有利' });
