import * as z from 'zod';
import { evaluation, factsInput } from '../../evaluations/contract.ts';
import { factKeySchema } from '../../firms/facts/contract.ts';
import { isoDate, strict } from '../../http/contract.ts';
import { schemeDocument } from '../../schemes/scheme.ts';

const id = z.string().min(1).max(100);
const amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)
  .meta({ description: '元 · CNY', examples: ['1500000.00'] });
const line = (most: number) => z.string().max(most);

/** Other public money for the same matter (其他财政资金). */
export const otherFunding = strict({
  source: line(200).meta({ description: '发放部门或资金名称' }),
  project: line(300),
  level: z.enum(['nation', 'province', 'city', 'district', 'other']).optional(),
  year: z.int().min(1990).max(2100).optional(),
  amount: amount.optional(),
}).meta({ id: 'OtherFunding' });

export const costItem = strict({
  name: line(200),
  year: z.int().min(1990).max(2100).optional(),
  amount: amount.optional(),
}).meta({ id: 'CostItem' });

/** What a person fills in. Nothing is required while it is a draft; what is missing is told on submission, all at once. */
export const draftContent = strict({
  projectName: line(200),
  claim: amount.optional().meta({ description: '申请金额（元）' }),
  awards: z.array(id).max(50),
  facts: factsInput.meta({ description: '改动过的指标；没有改动的取自企业档案 · what differs from the profile' }),
  materials: z.record(id, z.array(id).max(20)).meta({ description: '材料编号 → 文件编号' }),
  evidence: z
    .record(factKeySchema, z.array(id).max(20))
    .default({})
    .meta({ description: '指标 → 证明材料的文件编号；没有列出的沿用企业档案里的 · what proves a figure' }),
  deferrals: z.array(id).max(60).meta({ description: '承诺后补的材料 · materials promised later' }),
  otherFunding: z.array(otherFunding).max(50),
  costItems: z.array(costItem).max(200),
  notes: line(4000),
  answers: z.record(id, line(2000)).meta({ description: '补正清单各条的答复 · answers to the corrections' }),
}).meta({ id: 'DraftContent' });

export const startDraftBody = strict({
  firmId: id,
  schemeId: id,
  /** Facts of a self-check on the device, sent because the person said so. */
  facts: factsInput.optional(),
  /** An earlier application of the firm to copy. */
  copyOf: id.optional(),
}).meta({ id: 'StartDraft' });

export const saveDraftBody = strict({
  content: draftContent,
  draftVersion: z.int().meta({ description: '页面打开时的版本；落后时为 409，不覆盖' }),
}).meta({ id: 'SaveDraft' });

export const savedDraft = z.object({ draftVersion: z.int(), savedAt: z.string() }).meta({ id: 'SavedDraft' });

export const factOrigin = z
  .object({ source: z.enum(['declared', 'proven', 'register']), evidence: z.array(z.string()) })
  .meta({ id: 'FactOrigin' });

const difference = z
  .object({ type: z.enum(['figure', 'structure', 'added', 'removed']), text: z.string(), was: z.string().optional() })
  .meta({ description: '一处变化，写成句子' });

/** What has changed in the policy or the scheme since the draft was last confirmed. */
export const draftChange = z
  .object({
    policy: z
      .object({ from: isoDate, to: isoDate, differences: z.array(difference) })
      .optional()
      .meta({ description: '政策版本的起始日，由何到何' }),
    scheme: z.object({ from: z.int(), to: z.int(), differences: z.array(difference) }).optional(),
  })
  .meta({ id: 'DraftChange', description: '草稿打开后政策或事项的变化，须确认后才能提交' });

export const fileAsSeen = z
  .object({
    id: z.string(),
    name: z.string(),
    digest: z.string(),
    sizeBytes: z.int(),
    mediaType: z.string(),
    state: z.enum(['quarantined', 'clean', 'rejected']),
  })
  .meta({ id: 'DraftFile' });

export const draft = z
  .object({
    content: draftContent,
    draftVersion: z.int(),
    savedAt: z.string(),
    savedByName: z.string(),
    scheme: schemeDocument,
    schemeRevision: z.int(),
    policy: z.object({ id: z.string(), inForceFrom: isoDate, hash: z.string() }),
    dates: z.object({ filing: isoDate, decision: isoDate, fiscalYearEnd: isoDate.optional() }),
    park: z.string().optional().meta({ description: '企业所在园区，按它选用政策版本' }),
    profile: z
      .object({ facts: factsInput, sources: z.record(z.string(), factOrigin) })
      .meta({ description: '企业档案里的指标与来源' }),
    files: z.array(fileAsSeen),
    /** Subjects that may be edited; absent while everything may. */
    editable: z
      .array(z.string())
      .optional()
      .meta({ examples: [['material:audit-report', 'fact:revenue']] }),
    mayDefer: z.boolean().meta({ description: '能否承诺后补；曾逾期未履行承诺的不能' }),
    changed: draftChange.optional(),
  })
  .meta({ id: 'ApplicationDraft' });

export const notice = z.object({ path: z.string(), message: z.string(), fix: z.string().optional() });

export const draftEvaluation = z
  .object({
    evaluation: evaluation.optional().meta({ description: '指标填写有误时没有' }),
    /** For what the scheme is about: the tiers it recognises, or the awards chosen. */
    outcome: z.enum(['yes', 'no', 'undetermined']),
    missing: z.array(notice).meta({ description: '提交前还缺的，逐条列出' }),
    notices: z.array(notice).meta({ description: '提醒，不妨碍提交' }),
    unmet: z.array(z.string()).meta({ description: '结论为未满足时：没有满足的条件' }),
  })
  .meta({ id: 'DraftEvaluation' });

export type DraftContent = z.infer<typeof draftContent>;
export type OtherFunding = z.infer<typeof otherFunding>;
export type CostItem = z.infer<typeof costItem>;
export type ApplicationDraft = z.infer<typeof draft>;
export type DraftChange = z.infer<typeof draftChange>;
export type DraftEvaluation = z.infer<typeof draftEvaluation>;
export type SavedDraft = z.infer<typeof savedDraft>;
export type StartDraftBody = z.infer<typeof startDraftBody>;
