import * as z from 'zod';
import { caseMessage, permittedEvent } from '../../applications/contract.ts';
import { finding } from '../../duplicates/contract.ts';
import { evaluation } from '../../evaluations/contract.ts';
import { caseRow, daysLeft } from '../desk/contract.ts';
import { override } from '../overrides/contract.ts';
import { reviewTask } from '../tasks/contract.ts';

const words = z.object({ 'zh-CN': z.string(), en: z.string() });
const file = z.object({ id: z.string(), name: z.string(), mediaType: z.string() });

/** A figure the decision rests on: what was given, where it comes from, and what proves it. */
const figure = z
  .object({
    key: z.string().meta({ examples: ['revenue@2025'] }),
    fact: z.string(),
    label: z.record(z.string(), z.string()),
    value: z.string().meta({ description: '原值；枚举给编号，另给文字' }),
    words: z.record(z.string(), z.string()).nullable(),
    unit: z.string().nullable(),
    type: z.string(),
    source: z.enum(['declared', 'proven', 'register', 'derived']),
    evidence: z.array(file),
    now: z
      .object({
        id: z.string(),
        isSame: z.boolean().meta({ description: '现值与提交时相同' }),
        value: z.string().nullable(),
        source: z.enum(['declared', 'proven', 'register']),
        evidence: z.array(file),
        note: z.string().nullable(),
        recordedAt: z.string(),
        recordedByName: z.string(),
      })
      .nullable()
      .meta({ description: '企业档案中这项指标现在的记录；提交之后核实的在此可见' }),
  })
  .meta({ id: 'CaseFigure', description: '一项指标：所报的值、来源与证明材料' });

const decided = z.object({
  decision: evaluation.shape.decision,
  explanation: evaluation.shape.explanation,
  receiptNumber: z.string(),
});

const change = z
  .object({
    kind: z
      .enum(['year', 'since', 'restated'])
      .meta({ description: '比上一年度；比上次申报；同一年度的数与上次申报不一致' }),
    key: z.string(),
    label: z.record(z.string(), z.string()),
    was: z.string().nullable(),
    is: z.string().nullable(),
    type: z.string(),
    unit: z.string().nullable(),
    times: z.number().nullable().meta({ description: '变为原来的几倍；不是数字时没有' }),
    isJump: z.boolean().meta({ description: '变动达五倍及以上' }),
  })
  .meta({ id: 'FactChange' });

const clock = z.object({
  kind: z.string(),
  limitDays: z.int(),
  usedDays: z.int(),
  startedOn: z.string(),
  pausedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  isOverrun: z.boolean(),
  overrunReason: z.string().nullable(),
});

const entry = z.object({
  seq: z.int(),
  event: z.string(),
  label: words,
  from: z.string(),
  to: z.string(),
  at: z.string(),
  byName: z.string(),
  duty: z.string().nullable(),
  reason: z.string().nullable(),
  clause: z.string().nullable(),
});

export const caseView = z
  .object({
    case: caseRow,
    firmId: z.string(),
    version: z.int(),
    scheme: z.object({
      id: z.string(),
      revision: z.int(),
      label: words,
      materials: z.array(
        z.object({
          id: z.string(),
          label: words,
          kind: z.enum(['main', 'late']),
          required: z.boolean(),
          isAsked: z.boolean().meta({ description: '按所报指标是否需要 · asked for, going by the figures' }),
        }),
      ),
      departments: z.array(z.object({ id: z.string(), label: words, question: words })),
      silence: z.enum(['recorded', 'consent']),
      limits: z.record(z.string(), z.int()),
      longestDeferral: z.int(),
      ifLate: words,
      usesPanel: z.boolean(),
      ranks: z.boolean(),
    }),
    policy: z.object({
      id: z.string(),
      inForceFrom: z.string(),
      hash: z.string(),
      label: z.record(z.string(), z.string()),
    }),
    claimedTiers: z.array(z.string()),
    claimedAwards: z.array(z.string()),
    submission: z.object({
      id: z.string(),
      round: z.int(),
      submittedAt: z.string(),
      certifierName: z.string(),
      receiptNumber: z.string(),
      baseYear: z.int(),
      notes: z.string(),
      materials: z.array(z.object({ materialId: z.string(), files: z.array(file) })),
      costItems: z.array(z.object({ name: z.string(), year: z.int().optional(), amount: z.string().optional() })),
      otherFunding: z.array(z.looseObject({ source: z.string(), project: z.string() })),
    }),
    earlier: z.array(
      z.object({
        id: z.string(),
        round: z.int(),
        submittedAt: z.string(),
        receiptNumber: z.string(),
        best: z.string().nullable(),
      }),
    ),
    computed: decided,
    overruled: decided.nullable().meta({ description: '有人工改判时的结果；与系统结果并列' }),
    decisive: z
      .array(z.object({ path: z.string(), text: words, clause: z.string().optional() }))
      .meta({ description: '未满足而起决定作用的条件，只列这些' }),
    overrides: z.array(override),
    mayOverrule: z.boolean(),
    figures: z.array(figure),
    changes: z.object({
      since: z.object({ number: z.string().nullable(), submittedAt: z.string() }).nullable(),
      list: z.array(change),
    }),
    findings: z.array(finding),
    tasks: z.array(reviewTask),
    messages: z.array(caseMessage),
    corrections: z.array(
      z.object({
        id: z.string(),
        round: z.int(),
        subject: z.string(),
        problem: z.string(),
        howToFix: z.string(),
        lateReason: z.string().nullable(),
        raisedAt: z.string(),
        answeredAt: z.string().nullable(),
        answer: z.string().nullable(),
      }),
    ),
    deferrals: z.array(
      z.object({
        materialId: z.string(),
        promisedAt: z.string(),
        dueOn: z.string().nullable(),
        left: daysLeft.nullable(),
        deliveredAt: z.string().nullable(),
        brokenAt: z.string().nullable(),
      }),
    ),
    clocks: z.array(clock),
    timeline: z.array(entry),
    audit: z.array(z.object({ seq: z.int(), at: z.string(), actorName: z.string(), action: z.string() })),
    permitted: z.array(permittedEvent),
    may: z.object({
      assign: z.boolean(),
      write: z.boolean(),
      answerFindings: z.boolean(),
      reopenTasks: z.boolean(),
      verify: z.boolean(),
    }),
  })
  .meta({ id: 'CaseView', description: '一件的全部：结论与证据、变化、疑点、任务、往来与时限' });

export type CaseView = z.infer<typeof caseView>;
export type CaseFigure = z.infer<typeof figure>;
export type FactChange = z.infer<typeof change>;
