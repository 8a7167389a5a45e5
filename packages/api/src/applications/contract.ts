import * as z from 'zod';
import { isoDate, strict } from '../http/contract.ts';
import { STATE_IDS } from './states.ts';
import { submissionLine } from './submissions/contract.ts';

const words = z.object({ 'zh-CN': z.string(), en: z.string() });
const money = z.string().meta({ description: '元 · CNY' });

export const applicationLine = z
  .object({
    id: z.string(),
    number: z
      .string()
      .optional()
      .meta({ description: '受理编号，首次提交时给出', examples: ['TD-2026-000123'] }),
    schemeId: z.string(),
    schemeLabel: words,
    firmId: z.string(),
    firmName: z.string(),
    projectName: z.string(),
    state: z.enum(STATE_IDS),
    stateLabel: words.meta({ description: '给企业看的状态' }),
    turn: z.enum(['firm', 'office', 'public', 'none']).meta({ description: '现在该谁办' }),
    claim: money.optional(),
    amount: money.optional(),
    createdAt: z.string(),
    submittedAt: z.string().optional(),
    stateSince: z.string(),
    dueOn: isoDate.optional(),
    /** The year whose holiday notice is missing, where a limit runs and its last day cannot be told. */
    missingYear: z.int().optional(),
    openCorrections: z.int(),
    openDeferrals: z.int(),
  })
  .meta({ id: 'ApplicationLine' });

export const applicationPage = z
  .object({ applications: z.array(applicationLine), next: z.string().optional() })
  .meta({ id: 'ApplicationPage' });

export const applicationsQuery = z.object({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const permittedEvent = z
  .object({
    event: z.string(),
    label: words,
    permitted: z.boolean(),
    blockedBy: z.array(z.object({ key: z.string(), message: z.string() })),
  })
  .meta({ id: 'PermittedEvent', description: '您现在能办的；不能办的写明原因' });

export const timelineEntry = z
  .object({
    seq: z.int(),
    event: z.string(),
    label: words,
    at: z.string(),
    to: z.enum(STATE_IDS),
    side: z.enum(['firm', 'office', 'system']),
    byName: z.string().optional().meta({ description: '本企业人员的姓名；办理人员不列名' }),
    reason: z.string().optional(),
    clause: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' });

export const stepOnTheWay = z
  .object({
    kind: z.string(),
    standing: z.enum(['done', 'here', 'ahead', 'left-out', 'stopped']),
    limitDays: z.int(),
    usedDays: z.int().optional(),
    dueOn: isoDate.optional(),
    averageDays: z.number().optional(),
    cases: z.int(),
  })
  .meta({ id: 'StepOnTheWay', description: '办理进度的一步；天数都是工作日' });

export const correction = z
  .object({
    id: z.string(),
    round: z.int(),
    subject: z.string(),
    problem: z.string(),
    howToFix: z.string(),
    lateReason: z.string().optional(),
    answeredAt: z.string().optional(),
    answer: z.string().optional(),
  })
  .meta({ id: 'Correction' });

export const deferral = z
  .object({
    materialId: z.string(),
    promisedAt: z.string(),
    dueOn: isoDate.optional(),
    deliveredAt: z.string().optional(),
    isBroken: z.boolean(),
  })
  .meta({ id: 'Deferral' });

export const caseMessage = z
  .object({
    id: z.string(),
    visibility: z.enum(['shared', 'internal']),
    side: z.enum(['firm', 'office']),
    text: z.string(),
    at: z.string(),
    byName: z.string(),
  })
  .meta({ id: 'CaseMessage' });

export const application = z
  .object({
    ...applicationLine.shape,
    creditCode: z.string(),
    schemeRevision: z.int(),
    poolYear: z.int(),
    version: z.int(),
    isTerminal: z.boolean(),
    permitted: z.array(permittedEvent),
    steps: z.array(stepOnTheWay),
    timeline: z.array(timelineEntry),
    corrections: z.array(correction),
    deferrals: z.array(deferral),
    mayPromise: z.array(z.string()).meta({ description: '受理前还可以承诺后补的材料；只对负责人和签署人' }),
    submissions: z.array(submissionLine).meta({ description: '历次提交，最近的在前' }),
    messages: z.array(caseMessage),
    overruns: z.array(z.object({ kind: z.string(), dueOn: isoDate, reason: z.string().optional() })),
  })
  .meta({ id: 'Application' });

export const applicationPath = z.object({ id: z.string().min(1).max(64) });
export const firmPath = z.object({ firmId: z.string().min(1).max(64) });
export const roundPath = applicationPath.extend({ round: z.coerce.number().int().min(1) });
export const materialPath = applicationPath.extend({ materialId: z.string().min(1).max(100) });

export const withdrawBody = strict({ version: z.int(), reason: z.string().trim().max(2000).optional() }).meta({
  id: 'WithdrawApplication',
});
export const deliverBody = strict({ fileIds: z.array(z.string().max(64)).min(1).max(20) }).meta({
  id: 'DeliverDeferred',
});
export const promiseBody = strict({
  materialIds: z.array(z.string().max(100)).min(1).max(60),
  declaration: z.string().min(1).max(4000),
  signedName: z.string().trim().min(1).max(100),
}).meta({ id: 'PromiseDeferred' });
export const messageBody = strict({ text: z.string().trim().min(1).max(4000) }).meta({ id: 'PostMessage' });
export const overrunBody = strict({ reason: z.string().trim().min(1).max(2000) }).meta({ id: 'OverrunReason' });

/** Steps of the office that took longer than promised, with the reason; public (超时公示). */
export const overrun = z
  .object({
    number: z.string(),
    schemeId: z.string(),
    schemeLabel: words,
    kind: z.string(),
    limitDays: z.int(),
    dueOn: isoDate,
    endedOn: isoDate.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Overrun' });
export const overrunList = z.object({ overruns: z.array(overrun) }).meta({ id: 'OverrunList' });

export type ApplicationLine = z.infer<typeof applicationLine>;
export type ApplicationPage = z.infer<typeof applicationPage>;
export type Application = z.infer<typeof application>;
export type StepOnTheWay = z.infer<typeof stepOnTheWay>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type Correction = z.infer<typeof correction>;
export type Deferral = z.infer<typeof deferral>;
export type CaseMessage = z.infer<typeof caseMessage>;
export type PermittedEvent = z.infer<typeof permittedEvent>;
export type Overrun = z.infer<typeof overrun>;
export type OverrunList = z.infer<typeof overrunList>;
