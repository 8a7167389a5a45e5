import * as z from 'zod';
import { strict } from '../../http/contract.ts';

const verdict = z.enum(['yes', 'no']).meta({ description: 'yes 总是对企业有利' });
const points = z
  .string()
  .max(20)
  .meta({ description: '核定的分值，十进制文本；在 0 与满分之间，且为评分表可能给出的分值', examples: ['16'] });
const range = z.object({ lo: z.string(), hi: z.string() });

// What is left empty is refused by the verb, together with everything else that is wrong.
export const overruleRequest = strict({
  version: z.int(),
  path: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[A-Za-z0-9.]+$/)
    .meta({ description: '理由树中的位置', examples: ['tiers.0.gates.1'] }),
  verdict: verdict.optional().meta({ description: '改判一项条件时必填' }),
  points: points.optional().meta({ description: '核定一项评分指标时必填' }),
  reason: z.string().trim().max(4000).meta({ description: '必填' }),
  evidence: z.array(z.string().max(64)).max(20).meta({ description: '至少一份证明材料' }),
}).meta({ id: 'OverruleRequest' });

export const endOverrideRequest = strict({ version: z.int(), reason: z.string().trim().min(1).max(4000) }).meta({
  id: 'EndOverrideRequest',
});

export const override = z
  .object({
    id: z.string(),
    path: z.string(),
    computed: z
      .looseObject({ points: range.optional(), full: z.string().optional() })
      .meta({ description: '系统计算的结论：verdict、actual、threshold；评分指标为 points、full' }),
    verdict: verdict.nullable(),
    points: points.nullable(),
    reason: z.string(),
    evidence: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string() })),
    madeAt: z.string(),
    madeByName: z.string(),
    endedAt: z.string().nullable(),
    endedByName: z.string().nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'Override', description: '人工改判：系统结论与改判结论都保留' });

export type OverruleRequest = z.infer<typeof overruleRequest>;
export type EndOverrideRequest = z.infer<typeof endOverrideRequest>;
export type Override = z.infer<typeof override>;
