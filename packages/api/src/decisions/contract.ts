import * as z from 'zod';
import { changedClaims } from '../allocations/contract.ts';
import { explainNode } from '../evaluations/explanation-contract.ts';
import { strict } from '../http/contract.ts';
import { LETTER_KINDS } from './letter-kinds.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
export const yuan = z
  .string()
  .max(20)
  .meta({ description: '金额，元，至多两位小数 · CNY', examples: ['2400000'] });
const version = z.int().min(0).meta({ description: '页面所见的版本；已有变化则 409' });
const both = z.object({ 'zh-CN': z.string(), en: z.string() });
const id = z.string().min(1).max(60);

export const casePath = z.object({ applicationId: id.meta({ description: '申报编号' }) });
export const decisionPath = z.object({ decisionId: id });
export const letterPath = z.object({ letterId: id });

const approving = {
  outcome: z.literal('approve'),
  amount: yuan.optional().meta({ description: '不写则取规则算出（或排序分配）的金额；不得超过上限' }),
  deviationReason: text(1000).optional().meta({ description: '与规则金额不同时必填' }),
  reason: text(2000),
};
const refusing = {
  outcome: z.literal('refuse'),
  reason: text(2000),
  clause: text(300),
  feedback: text(4000).optional().meta({ description: '写给企业的改进建议' }),
};

export const decisionRequest = z
  .discriminatedUnion('outcome', [strict({ ...approving, version }), strict({ ...refusing, version })])
  .meta({ id: 'DecisionRequest' });

export const bulkDecisionRequest = strict({
  items: z
    .array(strict({ applicationId: id, version }))
    .min(1)
    .max(200),
  decision: z.discriminatedUnion('outcome', [
    strict({ outcome: z.literal('approve'), reason: text(2000) }),
    strict(refusing),
  ]),
}).meta({ id: 'BulkDecisionRequest' });

export const bulkQuery = strict({
  ids: z
    .string()
    .min(1)
    .max(12_000)
    .transform((list) => list.split(','))
    .pipe(z.array(id).min(1).max(200))
    .meta({ description: '申报编号，逗号分隔，至多 200 件', type: 'string' }),
});

export const bulkPreviewRow = z
  .object({
    applicationId: z.string(),
    number: z.string().nullable(),
    firmName: z.string(),
    projectName: z.string(),
    version: z.int(),
    amount: yuan.nullable().meta({ description: '不另写金额时拟支持的金额；不涉及资金或没有金额时为空' }),
    tier: both.nullable(),
    approve: z.string().nullable().meta({ description: '现在不能拟支持的原因；空为可以' }),
    refuse: z.string().nullable().meta({ description: '现在不能不予支持的原因；空为可以' }),
  })
  .meta({ id: 'BulkDecisionPreview' });
export const bulkPreview = z.object({ rows: z.array(bulkPreviewRow) });

export const bulkRow = z
  .object({
    applicationId: z.string(),
    ok: z.boolean(),
    state: z.string().optional(),
    version: z.int().optional(),
    code: z.string().optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'BulkDecisionRow' });
export const bulkDecision = z.object({ rows: z.array(bulkRow) });

export const caseAfter = z
  .object({
    id: z.string(),
    state: z.string(),
    version: z.int(),
    dueOn: z.string().nullable(),
    decisionId: z.string().optional(),
    noticeId: z.string().optional(),
  })
  .meta({ id: 'CaseAfterDecision' });

const unmet = z
  .object({ path: z.string(), text: both, clause: z.string().optional() })
  .meta({ id: 'UnmetCriterion', description: '决定性的未满足条件' });
const override = z
  .object({
    path: z.string(),
    text: both,
    computed: z.string().nullable(),
    computedPoints: z.object({ lo: z.string(), hi: z.string() }).nullable(),
    verdict: z.enum(['yes', 'no']).nullable(),
    points: z.string().nullable(),
    reason: z.string(),
    by: z.string(),
  })
  .meta({ id: 'ConsideredOverride' });

export const decisionView = z
  .object({
    id: z.string(),
    seq: z.int(),
    kind: z.enum(['approval', 'refusal', 'appeal-approval', 'appeal-refusal']),
    amount: yuan.nullable(),
    suggested: yuan.nullable(),
    ceiling: yuan.nullable(),
    deviationReason: z.string().nullable(),
    reason: z.string(),
    clause: z.string().nullable(),
    feedback: z.string().nullable(),
    unmet: z.array(unmet),
    overrides: z.array(override),
    policy: z.object({ id: z.string(), version: z.string(), inForceFrom: z.string(), hash: z.string() }),
    scheme: z.object({ id: z.string(), revision: z.int(), hash: z.string() }),
    engine: z.string(),
    receiptNumber: z.string(),
    decidedAt: z.string(),
    decidedBy: z.string(),
    digest: z.string(),
  })
  .meta({ id: 'DecisionRecord', description: '一次决定及其依据' });

export const letterView = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(LETTER_KINDS),
    title: z.string(),
    issuedAt: z.string(),
  })
  .meta({ id: 'Letter' });

export const appealView = z
  .object({
    reason: z.string(),
    fileIds: z.array(z.string()),
    filedAt: z.string(),
    filedBy: z.string(),
  })
  .meta({ id: 'Appeal' });

const event = z.object({ event: z.string(), permitted: z.boolean(), blockedBy: z.array(z.string()) });

export const decisionDesk = z
  .object({
    application: z.object({
      id: z.string(),
      number: z.string().nullable(),
      version: z.int(),
      state: z.string(),
      firmName: z.string(),
      creditCode: z.string(),
      projectName: z.string(),
      dueOn: z.string().nullable(),
      panelScore: z.string().nullable(),
    }),
    claim: yuan.nullable(),
    from: z.enum(['computed', 'allocated', 'none']),
    suggested: yuan.nullable(),
    ceiling: yuan.nullable(),
    allocation: z
      .object({ id: z.string(), policyId: z.string(), poolId: z.string(), year: z.int(), changed: changedClaims })
      .nullable()
      .meta({ description: '金额所依据的排序分配；changed 不为空时须先重新确认' }),
    tier: both.nullable(),
    unmet: z.array(unmet),
    overrides: z.array(override),
    tree: explainNode,
    pool: z
      .object({ id: z.string(), label: both, budget: yuan, reserved: yuan, committed: yuan, left: yuan })
      .nullable(),
    clauses: z.array(z.string()).meta({ description: '可引用的条款' }),
    decisions: z.array(decisionView),
    letters: z.array(letterView),
    appeal: appealView.nullable(),
    events: z.array(event),
  })
  .meta({ id: 'DecisionDesk', description: '作决定所需的一切' });

export const outcome = z
  .object({
    state: z.string(),
    version: z.int(),
    decision: z
      .object({
        kind: z.enum(['approval', 'refusal', 'appeal-approval', 'appeal-refusal']),
        amount: yuan.nullable(),
        reason: z.string(),
        clause: z.string().nullable(),
        feedback: z.string().nullable(),
        unmet: z.array(unmet),
        overrides: z
          .array(z.object({ path: z.string(), text: both }))
          .meta({ description: '人工核定的事项：系统结论、核定结论与理由；不写办理人' }),
        decidedOn: z.string(),
        receiptNumber: z.string(),
      })
      .nullable(),
    notice: z.object({ id: z.string(), number: z.string(), until: z.string().nullable() }).nullable(),
    openObjections: z.int(),
    appealUntil: z.string().nullable(),
    appeal: appealView.nullable(),
    letters: z.array(letterView),
    events: z.array(event),
  })
  .meta({ id: 'Outcome', description: '给企业的结果' });

export const replayResult = z
  .object({
    same: z.boolean(),
    digest: z.string().meta({ description: '按所存内容重算的摘要' }),
    receipt: z.string().meta({ description: '重新判定得到的凭证（规范 JSON）' }),
    differences: z.array(z.object({ path: z.string(), was: z.string().optional(), now: z.string().optional() })),
  })
  .meta({ id: 'DecisionReplay', description: '复算结果' });

export const appealRequest = strict({
  version,
  reason: text(4000),
  fileIds: z.array(id).max(20).default([]),
}).meta({ id: 'AppealRequest' });

export const appealAnswer = z
  .discriminatedUnion('outcome', [
    strict({
      outcome: z.literal('overturn'),
      version,
      reason: text(2000),
      amount: yuan.optional(),
      deviationReason: text(1000).optional(),
    }),
    strict({
      outcome: z.literal('uphold'),
      version,
      reason: text(2000),
      clause: text(300),
      feedback: text(4000).optional(),
    }),
  ])
  .meta({ id: 'AppealAnswer' });

export type DecisionRequest = z.infer<typeof decisionRequest>;
export type BulkDecisionRequest = z.infer<typeof bulkDecisionRequest>;
export type BulkPreviewRow = z.infer<typeof bulkPreviewRow>;
export type BulkRow = z.infer<typeof bulkRow>;
export type DecisionView = z.infer<typeof decisionView>;
export type DecisionDesk = z.infer<typeof decisionDesk>;
export type Outcome = z.infer<typeof outcome>;
export type LetterView = z.infer<typeof letterView>;
export type AppealRequest = z.infer<typeof appealRequest>;
export type AppealAnswer = z.infer<typeof appealAnswer>;
export type ReplayResult = z.infer<typeof replayResult>;
export type CaseAfter = z.infer<typeof caseAfter>;
