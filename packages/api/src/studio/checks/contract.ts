import * as z from 'zod';
import { isoDate, strict } from '../../http/contract.ts';
import { patchOp, textRef, told } from '../contract.ts';
import { problem } from '../drafts/contract.ts';

const facts = z.record(z.string(), z.unknown());
const dates = z.record(z.string(), z.string());

/** A firm, or two, with what the evaluator gives for them; evaluated again before it is shown. */
export const witness = z
  .object({
    facts,
    dates,
    other: z.object({ facts, dates }).optional(),
    shows: z.array(
      z.object({
        firm: z.enum(['one', 'other']),
        target: z.object({ kind: z.string(), at: z.string() }),
        result: z.string(),
      }),
    ),
  })
  .meta({ id: 'StudioWitness' });

export const finding = z
  .object({
    key: z.string().meta({ description: '同一份文本里认得出这一条；用它来采用改法' }),
    code: z.string(),
    level: z.enum(['error', 'warn', 'hint']),
    path: z.string(),
    node: z.string().optional(),
    text: told,
    witness: witness.optional(),
    fix: z.object({ text: told, patch: z.array(patchOp).optional() }).optional(),
  })
  .meta({ id: 'StudioFinding' });

/** Problems keep a text from being read and then come alone; findings are about what it means. */
export const checks = z
  .object({
    version: z.int(),
    hash: z.string(),
    problems: z.array(problem),
    findings: z.array(finding),
    counts: z.object({ error: z.int(), warn: z.int(), hint: z.int() }),
    isBlocked: z.boolean().meta({ description: '有必须先改正的错误' }),
  })
  .meta({ id: 'StudioChecks' });

export const applyFixBody = strict({ version: z.int().min(0), key: z.string().min(1).max(100) }).meta({
  id: 'ApplyStudioFix',
});

export const compareQuery = z.object({
  before: textRef,
  after: textRef,
  witnesses: z.enum(['0', '1']).default('0').meta({ description: '1：为每处变动找出结果不同的企业，需要几秒' }),
  on: isoDate.optional(),
});

export const change = z
  .object({
    type: z.enum(['figure', 'structure', 'added', 'removed', 'wording', 'source']),
    beforePath: z.string().nullable(),
    afterPath: z.string().nullable(),
    within: z.array(z.object({ id: z.string(), label: z.record(z.string(), z.string()).optional() })),
    before: z.string().optional(),
    after: z.string().optional(),
    unit: z.string().optional(),
    text: told,
    witnesses: z.array(
      z.object({
        facts,
        differs: z.array(z.string()),
        edge: z.object({ figure: z.enum(['before', 'after']), place: z.enum(['below', 'at', 'above']) }).optional(),
        before: z.object({ best: z.string().nullable(), total: z.object({ lo: z.string(), hi: z.string() }) }),
        after: z.object({ best: z.string().nullable(), total: z.object({ lo: z.string(), hi: z.string() }) }),
      }),
    ),
  })
  .meta({ id: 'StudioChange' });

export const comparison = z
  .object({ before: textRef, after: textRef, beforeHash: z.string(), afterHash: z.string(), changes: z.array(change) })
  .meta({ id: 'StudioComparison' });

export type StudioWitness = z.infer<typeof witness>;
export type StudioFinding = z.infer<typeof finding>;
export type StudioChecks = z.infer<typeof checks>;
export type StudioChange = z.infer<typeof change>;
export type StudioComparison = z.infer<typeof comparison>;
