import * as z from 'zod';
import { isoDate, strict } from '../../http/contract.ts';
import { change } from '../checks/contract.ts';
import { by, draftState, givenWords, id, text, textRef, told } from '../contract.ts';
import { ACTIONS } from '../drafts/contract.ts';

/** Why a draft cannot be approved or published yet; `path` leads to the place in the text or the form. */
export const BLOCKERS = [
  'text-unreadable',
  'check-errors',
  'untranslatable-open',
  'cases-missing',
  'cases-failing',
  'no-consultation',
  'consultation-open',
  'fairness-missing',
  'legality-missing',
  'transition-missing',
  'not-approved',
  'approval-void',
  'date-missing',
  'date-passed',
  'date-taken',
  'base-moved',
] as const;
export const blocker = z
  .object({ code: z.enum(BLOCKERS), stage: z.enum(['approve', 'publish']), path: z.string(), text: told, fix: told })
  .meta({ id: 'ForceBlocker' });

/** A condition the fair-competition rules criticise, and why it may stand until when (公平竞争审查条例第十条、第十二条). */
export const fairnessItem = z
  .object({
    of: z.string(),
    code: z.string(),
    path: z.string(),
    label: z.record(z.string(), z.string()).optional(),
    text: told,
    review: z
      .object({ article10: z.string().nullable(), reason: z.record(z.string(), z.string()), until: isoDate, by })
      .nullable(),
  })
  .meta({ id: 'FairnessItem' });
export const saveFairness = strict({
  version: z.int().min(0),
  reviews: z
    .array(
      strict({
        of: id,
        article10: text(1000).nullable().meta({ description: '第十条所称法律、行政法规依据或国务院批准；没有则为空' }),
        reason: givenWords(2000).meta({ description: '第十二条：目的、没有更轻的办法' }),
        until: isoDate,
      }),
    )
    .max(100),
}).meta({ id: 'SaveFairness' });

export const saveLegality = strict({
  opinion: z.enum(['lawful', 'lawful-with-remarks', 'unlawful']),
  reviewer: text(120).meta({ description: '审核机构或人员' }),
  text: text(4000),
  on: isoDate,
}).meta({ id: 'SaveLegality' });

/** Opens the consultation, or records why there is none (条例第六十二条的例外). Thirty days where no end is named. */
export const openConsultation = z
  .discriminatedUnion('kind', [
    strict({
      kind: z.literal('public'),
      title: givenWords(120),
      text: givenWords(8000),
      opensOn: isoDate.optional(),
      closesOn: isoDate.optional(),
      contact: text(200),
      shortReason: text(1000).optional().meta({ description: '不足三十天的理由' }),
    }),
    strict({ kind: z.literal('exempt'), reason: text(2000) }),
  ])
  .meta({ id: 'OpenConsultation' });

export const RULES = ['keep', 'move', 'better'] as const;
export const saveTransition = strict({
  drafts: z.enum(RULES),
  cases: z.enum(RULES),
  reason: text(1000),
}).meta({ id: 'SaveTransition' });

export const decide = strict({
  hash: z.string().meta({ description: '您看过的文本；别的都不会被批准' }),
  decision: z.enum(['approve', 'return']),
  note: text(2000),
}).meta({ id: 'DecideStudioDraft' });
/** Sets when the text takes effect; it is part of the text that is approved. */
export const saveSchedule = strict({
  version: z.int().min(0),
  inForceFrom: isoDate,
  inForceTo: isoDate.nullable().optional(),
}).meta({ id: 'ScheduleStudioDraft' });
export const publishBody = strict({ hash: z.string() }).meta({ id: 'PublishStudioDraft' });
export const withdrawBody = strict({ reason: text(1000) }).meta({ id: 'WithdrawStudioDraft' });

export const approval = z
  .object({
    id: z.string(),
    decision: z.enum(['approve', 'return']),
    hash: z.string(),
    note: z.string(),
    by,
    isVoid: z.boolean().meta({ description: '文本后来又有改动，这次批准不再算数' }),
    changes: z.array(change).meta({ description: '批准时所看的变动' }),
  })
  .meta({ id: 'StudioApproval' });

/** Everything between a draft and force, in the order in which it is done. */
export const force = z
  .object({
    draftId: z.string(),
    state: draftState,
    hash: z.string(),
    version: z.int(),
    base: textRef.nullable(),
    inForceFrom: z.string().nullable(),
    inForceTo: z.string().nullable(),
    blockers: z.array(blocker),
    consultation: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('public'),
          id: z.string(),
          opensOn: isoDate,
          closesOn: isoDate,
          daysLeft: z.int(),
          isOver: z.boolean(),
          comments: z.int(),
          unanswered: z.int(),
          hash: z.string(),
          by,
        }),
        z.object({ kind: z.literal('exempt'), id: z.string(), reason: z.string(), by }),
      ])
      .nullable(),
    fairness: z.array(fairnessItem),
    legality: saveLegality.extend({ by, hash: z.string() }).nullable(),
    transition: z
      .object({
        rule: saveTransition.extend({ by }).nullable(),
        firmDrafts: z.int().meta({ description: '企业正在填写的草稿' }),
        casesInFlight: z.int().meta({ description: '已提交、尚未办结的件' }),
      })
      .meta({ description: '批准前先看清各有多少' }),
    approvals: z.array(approval),
    permitted: z.array(z.enum(ACTIONS)),
  })
  .meta({ id: 'PathToForce' });

export const published = z
  .object({ policyId: z.string(), inForceFrom: isoDate, hash: z.string(), state: draftState, noticeId: z.string() })
  .meta({ id: 'PublishedPolicy' });

/** What became of each draft and case when the version took effect. */
export const transitionRow = z
  .object({
    applicationId: z.string(),
    number: z.string().nullable(),
    firmName: z.string(),
    kind: z.enum(['draft', 'case']),
    rule: z.enum(RULES),
    outcome: z.enum(['kept', 'moved', 'failed']),
    before: z.object({ best: z.string().nullable(), total: z.string() }).nullable(),
    after: z.object({ best: z.string().nullable(), total: z.string() }).nullable(),
    at: z.string(),
  })
  .meta({ id: 'TransitionRow' });
export const transitionList = z.object({ rows: z.array(transitionRow) }).meta({ id: 'TransitionList' });

/** The same for one draft or case, as its firm reads it; `outcome` is null while the version is not in force yet. */
export const caseTransition = z
  .object({
    kind: z.enum(['draft', 'case']),
    rule: z.enum(RULES),
    outcome: z.enum(['kept', 'moved', 'failed']).nullable(),
    inForceFrom: isoDate,
    reason: z.string(),
    noticeId: z.string(),
  })
  .meta({ id: 'CaseTransition' });
export const caseTransitionAnswer = z
  .object({ transition: caseTransition.nullable() })
  .meta({ id: 'CaseTransitionAnswer' });

export type Blocker = z.infer<typeof blocker>;
export type BlockerCode = (typeof BLOCKERS)[number];
export type FairnessItem = z.infer<typeof fairnessItem>;
export type PathToForce = z.infer<typeof force>;
export type StudioApproval = z.infer<typeof approval>;
export type OpenConsultation = z.infer<typeof openConsultation>;
export type SaveTransition = z.infer<typeof saveTransition>;
export type SaveFairness = z.infer<typeof saveFairness>;
export type SaveLegality = z.infer<typeof saveLegality>;
export type PublishedPolicy = z.infer<typeof published>;
export type TransitionRow = z.infer<typeof transitionRow>;
export type TransitionList = z.infer<typeof transitionList>;
export type CaseTransition = z.infer<typeof caseTransition>;
export type CaseTransitionAnswer = z.infer<typeof caseTransitionAnswer>;
