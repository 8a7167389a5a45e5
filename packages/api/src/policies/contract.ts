import type { PolicyDoc, Text } from '@tidu/rules';
import * as z from 'zod';
import { isoDate } from '../http/contract.ts';

const text: z.ZodType<Text> = z.record(z.string(), z.string()).meta({
  id: 'Text',
  description: '按语言的文字 · words by language',
  examples: [{ 'zh-CN': '科技型中小企业', en: 'Technology SME' }],
});

export const policyVersion = z
  .object({
    inForceFrom: isoDate,
    inForceTo: isoDate.optional(),
    version: z.string(),
    status: z.enum(['draft', 'published', 'withdrawn']),
    label: text,
    hash: z.string().meta({ description: '政策文件规范化 JSON 的 SHA-256', examples: ['sha256:9f2c…'] }),
    parks: z.array(z.string()).optional().meta({ description: '只适用于这些园区；没有时适用于全区' }),
    current: z.boolean().meta({ description: '今天是否适用 · in force today' }),
  })
  .meta({ id: 'PolicyVersion' });

export const policySummary = z
  .object({
    id: z.string().meta({ examples: ['nbhtz-ladder'] }),
    label: text,
    summary: text.optional(),
    versions: z.array(policyVersion),
  })
  .meta({ id: 'PolicySummary', description: '一项政策及其各版本，最新的在前' });

export const policyList = z.object({ policies: z.array(policySummary) }).meta({ id: 'PolicyList' });

// The shape of a document is decided by parsePolicy in @tidu/rules; on the wire it is described by its outer fields.
const policyDoc = z
  .looseObject({
    schema: z.literal(1),
    id: z.string(),
    version: z.string(),
    status: z.string(),
    inForce: z.object({ from: isoDate, to: isoDate.optional() }),
    applies: z.enum(['filing', 'decision', 'fiscalYearEnd']),
    facts: z.array(z.looseObject({ id: z.string(), type: z.string() })),
    params: z.array(z.looseObject({ id: z.string() })),
    tiers: z.array(z.looseObject({ id: z.string() })),
    pick: z.enum(['highest', 'all']),
    awards: z.array(z.looseObject({ id: z.string() })),
    stacks: z.array(z.looseObject({ id: z.string() })),
    pools: z.array(z.looseObject({ id: z.string() })),
  })
  .meta({
    id: 'PolicyDoc',
    description: '政策文件：封闭的节点种类，无脚本 · a closed set of node kinds, no code',
  }) as unknown as z.ZodType<PolicyDoc>;

export const policyVersionDocument = z
  .object({ policy: policyDoc, hash: z.string() })
  .meta({ id: 'PolicyVersionDocument' });

export const policyPath = z.object({
  id: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: '政策编号', examples: ['nbhtz-ladder'] }),
});
export const versionPath = policyPath.extend({
  inForceFrom: isoDate.meta({ description: '起始日 · first day in force', examples: ['2020-11-23'] }),
});

export type PolicyVersion = z.infer<typeof policyVersion>;
export type PolicySummary = z.infer<typeof policySummary>;
export type PolicyList = z.infer<typeof policyList>;
export type PolicyVersionDocument = z.infer<typeof policyVersionDocument>;
