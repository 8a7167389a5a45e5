import type { Impact, SweepPoint } from '@tidu/rules';
import * as z from 'zod';
import { strict } from '../../http/contract.ts';
import { caseDates } from '../cases/contract.ts';
import { by, draftPath, id, text, textRef } from '../contract.ts';

/** Which firms: all on file (or those of some parks), a file sent before, or made-up ones. */
export const populationRef = z
  .discriminatedUnion('kind', [
    strict({ kind: z.literal('on-file'), parks: z.array(id).max(50).optional() }),
    strict({ kind: z.literal('uploaded'), populationId: id }),
    strict({
      kind: z.literal('synthetic'),
      count: z.int().min(1).max(1_000_000),
      seed: z
        .int()
        .min(0)
        .max(2 ** 31)
        .optional(),
    }),
  ])
  .meta({ id: 'PopulationRef' });

export const startTrial = strict({
  title: text(120).optional(),
  /** What everything is compared with; the version the draft came from where absent. */
  against: textRef.optional(),
  /** Other drafts or versions tried beside this draft. */
  beside: z.array(textRef).max(4).optional(),
  population: populationRef,
  dates: caseDates.optional(),
}).meta({ id: 'StartTrial' });

// Shapes of the rules: `Impact` and `SweepPoint` of @tidu/rules.
const impact = z
  .looseObject({ firms: z.int(), standings: z.array(z.string()), matrix: z.array(z.array(z.int())) })
  .meta({ id: 'TrialImpact', description: '@tidu/rules 的 Impact' }) as unknown as z.ZodType<Impact>;
const sweepPoint = z
  .looseObject({ value: z.string(), pass: z.int() })
  .meta({ id: 'SweepPoint', description: '@tidu/rules 的 SweepPoint' }) as unknown as z.ZodType<SweepPoint>;

const labels = z.record(z.string(), z.record(z.string(), z.string()));
const following = z.array(z.string()).meta({ description: '随之变化的政策：它们引用本政策的结论，金额已计入' });

export const trialSide = z.object({
  ref: textRef,
  hash: z.string(),
  title: z.string(),
  impact,
  /** Names of tiers, awards and pools of both texts. */
  labels,
  following,
});

/** Firms by id as they may be named to the reader. */
const firmName = z.object({ name: z.string(), isMasked: z.boolean(), firmId: z.string().nullable() });

export const TRIAL_STATES = ['running', 'done', 'failed'] as const;
export const trial = z
  .object({
    id: z.string(),
    draftId: z.string(),
    title: z.string(),
    state: z.enum(TRIAL_STATES),
    progress: z.object({ done: z.int(), total: z.int(), step: z.enum(['reading', 'judging', 'finished']) }),
    failure: z.string().nullable(),
    draftVersion: z.int(),
    draftHash: z.string(),
    /** The text tried is still the text of the draft. */
    isCurrent: z.boolean(),
    against: textRef.nullable(),
    population: z.object({
      ref: populationRef,
      firms: z.int(),
      digest: z.string().nullable().meta({ description: '企业与指标的 SHA-256，可核对试算所用的总体' }),
      asOf: z.string(),
      skipped: z.int(),
      /** The list that was sent, also where it has been deleted since. */
      list: z.object({ name: z.string(), isDeleted: z.boolean() }).nullable(),
    }),
    dates: caseDates,
    by,
    seconds: z.number().nullable(),
    sides: z.array(trialSide).meta({ description: '完成后才有：每份文本相对比较对象的结果' }),
    names: z.record(z.string(), firmName),
  })
  .meta({ id: 'Trial' });
export const trialSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(TRIAL_STATES),
    draftVersion: z.int(),
    isCurrent: z.boolean(),
    firms: z.int(),
    winners: z.int().nullable(),
    losers: z.int().nullable(),
    by,
  })
  .meta({ id: 'TrialSummary' });
export const trialList = z.object({ trials: z.array(trialSummary) }).meta({ id: 'TrialList' });
export const trialPath = z.object({ trialId: id });
export const startedTrial = z.object({ id: z.string() }).meta({ id: 'StartedTrial' });

/** One figure moved: from its reach (or `from`, `to`) in `steps` positions, or at the positions named. */
export const sweepBody = strict({
  path: z.string().min(1).max(400),
  population: populationRef,
  dates: caseDates.optional(),
  from: text(40).optional(),
  to: text(40).optional(),
  steps: z.int().min(2).max(200).optional(),
  values: z.array(text(40)).max(200).optional(),
}).meta({ id: 'SweepFigure' });
export const sweepResult = z
  .object({
    path: z.string(),
    value: z.string(),
    mode: z.enum(['instant', 'evaluated']),
    reach: z.object({ least: z.number(), most: z.number() }).nullable(),
    firms: z.int(),
    points: z.array(sweepPoint),
    following,
    labels,
    seconds: z.number(),
  })
  .meta({ id: 'SweepResult' });

/** What was promised beside what is: the trial kept with the draft, the firms now, and the cases that came. */
export const reality = z
  .object({
    draftId: z.string(),
    publishedOn: z.string(),
    inForceFrom: z.string(),
    promised: z
      .object({
        trialId: z.string(),
        at: z.string(),
        firms: z.int(),
        standings: z.record(z.string(), z.int()),
        total: z.object({ lo: z.string(), hi: z.string() }),
        pools: z.record(z.string(), z.object({ lo: z.string(), hi: z.string() })),
      })
      .nullable(),
    now: z.object({
      at: z.string(),
      firms: z.int(),
      standings: z.record(z.string(), z.int()),
      total: z.object({ lo: z.string(), hi: z.string() }),
      pools: z.record(z.string(), z.object({ lo: z.string(), hi: z.string() })),
    }),
    applied: z.object({
      submissions: z.int(),
      approved: z.int(),
      refused: z.int(),
      open: z.int(),
      claimed: z.string(),
      decided: z.string(),
      byBest: z.record(z.string(), z.int()),
    }),
    labels: z.record(z.string(), z.record(z.string(), z.string())),
  })
  .meta({ id: 'PolicyReality' });

export { draftPath };
export type PopulationRef = z.infer<typeof populationRef>;
export type StartTrial = z.infer<typeof startTrial>;
export type Trial = z.infer<typeof trial>;
export type TrialSummary = z.infer<typeof trialSummary>;
export type TrialList = z.infer<typeof trialList>;
export type SweepFigure = z.infer<typeof sweepBody>;
export type SweepResult = z.infer<typeof sweepResult>;
export type PolicyReality = z.infer<typeof reality>;
