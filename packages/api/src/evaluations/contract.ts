import type { Decision, Receipt } from '@tidu/rules';
import * as z from 'zod';
import { errorDetail, isoDate, strict } from '../http/contract.ts';
import { explainNode } from './explanation-contract.ts';

const id = z.string().min(1).max(100);

export const dates = strict({
  filing: isoDate.optional().meta({ description: '申报日' }),
  decision: isoDate.meta({ description: '认定日；未给 filing 时也作申报日' }),
  fiscalYearEnd: isoDate.optional().meta({ description: '基准会计年度末；未给时取申报日前最近一个完整年度' }),
}).meta({ id: 'Dates', examples: [{ decision: '2026-03-31' }] });

// What a fact may be depends on the policy, so readFacts of @tidu/rules reads it and names every error at once.
export const factsInput = z.record(z.string(), z.unknown()).meta({
  id: 'Facts',
  description:
    '企业指标，键为指标编号。数字一律写成文本，金额以元计；直接写值，或写 {"known": 值, "source": "…"}、{"state": "unknown" | "notApplicable"}、{"disputed": [值, 值]}；null 表示还不知道。',
  examples: [
    {
      revenue: { '2024': '30000000', '2025': '50000000' },
      registeredOn: '2019-05-01',
      listed: false,
      employees: { '2025': null },
    },
  ],
});

export const evaluationRequest = strict({
  policy: id.meta({ description: '政策编号', examples: ['nbhtz-ladder'] }),
  dates,
  facts: factsInput,
  park: id.optional().meta({ description: '企业所在园区；政策只适用于部分园区时用来选版本' }),
  locale: z.enum(['zh-CN', 'en']).optional().meta({ description: 'sentences 的语言；未给时按 Accept-Language' }),
}).meta({ id: 'EvaluationRequest' });

const truth = z.enum(['yes', 'no', 'undetermined']).meta({ id: 'Truth', description: '已满足 / 未满足 / 尚待确认' });
export const range = z.object({ lo: z.string(), hi: z.string() }).meta({
  id: 'Range',
  description: '精确数的闭区间，已知时两端相等；inf、-inf 表示无界',
  examples: [{ lo: '200000', hi: '500000' }],
});
const ids = z.array(z.string());

const decision: z.ZodType<Decision> = z
  .object({
    tiers: z.array(
      z.object({
        tier: z.string(),
        outcome: truth,
        route: z.string().optional(),
        routes: z.array(z.object({ route: z.string(), outcome: truth, points: range.optional() })),
        needs: ids,
        assumed: ids,
        tainted: z.boolean(),
      }),
    ),
    best: z.string().optional(),
    possible: ids,
    awards: z.array(
      z.object({
        award: z.string(),
        outcome: truth,
        amount: range,
        asked: range,
        capped: z.enum(['item', 'year', 'lifetime']).optional(),
        stackedOut: z.string().optional(),
        tranches: z.array(z.object({ amount: range, outcome: truth })).optional(),
        shares: z.record(z.string(), range).optional(),
        needs: ids,
        assumed: ids,
      }),
    ),
    pools: z.array(z.object({ pool: z.string(), budget: z.string(), claim: range })),
    total: range,
  })
  .meta({ id: 'Decision', description: '判定结果：各梯队、最高一级、各项奖补与资金池（元）' });

const receipt = z
  .looseObject({
    algorithm: z.literal('SHA-256'),
    engine: z.string(),
    policy: z.string(),
    version: z.string(),
    inForceFrom: isoDate,
    policyHash: z.string(),
    factsHash: z.string(),
    dates,
    facts: factsInput,
    decision,
    hash: z.string(),
    number: z.string().meta({ description: '凭证编号', examples: ['TD-2026-3KF7-Q2MN'] }),
  })
  .meta({ id: 'Receipt', description: '凭证：凭它可复算出同样的结果' }) as unknown as z.ZodType<Receipt>;

const usedPolicy = z
  .object({ id: z.string(), version: z.string(), inForceFrom: isoDate, hash: z.string() })
  .meta({ id: 'UsedPolicy', description: '实际适用的政策版本' });

export const evaluation = z
  .object({
    policy: usedPolicy,
    dates,
    decision,
    explanation: explainNode,
    sentences: z
      .array(z.object({ path: z.string(), text: z.string() }))
      .meta({ description: '理由树逐条写成的句子 · the reason tree as sentences' }),
    derived: z
      .array(z.object({ fact: z.string(), from: z.string(), value: z.unknown().optional() }))
      .meta({ description: '由其他政策的结果填入的指标，如 zoneTier' }),
    warnings: z.array(errorDetail).meta({ description: '数字之间的矛盾，不影响判定 · contradictions between figures' }),
    receipt,
  })
  .meta({ id: 'Evaluation' });

export type EvaluationRequest = z.infer<typeof evaluationRequest>;
export type Evaluation = z.infer<typeof evaluation>;
