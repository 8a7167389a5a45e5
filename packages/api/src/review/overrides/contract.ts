import * as z from 'zod';
import { strict } from '../../http/contract.ts';

const verdict = z.enum(['yes', 'no']).meta({ description: 'yes 总是对企业有利' });
const reason = z.string().trim().min(1).max(4000);

export const overruleRequest = strict({
  version: z.int(),
  path: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[A-Za-z0-9.]+$/)
    .meta({ description: '理由树中的位置', examples: ['tiers.0.gates.1'] }),
  verdict,
  reason,
  evidence: z.array(z.string().max(64)).min(1).max(20).meta({ description: '至少一份证明材料' }),
}).meta({ id: 'OverruleRequest' });

export const endOverrideRequest = strict({ version: z.int(), reason }).meta({ id: 'EndOverrideRequest' });

export const override = z
  .object({
    id: z.string(),
    path: z.string(),
    computed: z.looseObject({}).meta({ description: '系统计算的结论：verdict、actual、threshold' }),
    verdict,
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
