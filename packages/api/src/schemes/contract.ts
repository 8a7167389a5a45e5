import * as z from 'zod';
import { isoDate, strict } from '../http/contract.ts';
import { schemeDocument, words } from './scheme.ts';

export type { Material, SchemeDocument, Words } from './scheme.ts';
export { schemeDocument } from './scheme.ts';

const status = z.enum(['draft', 'published', 'closed']);

/** Whether one can apply now, and otherwise from or until when. */
export const opening = z
  .object({
    isOpen: z.boolean(),
    why: z.enum(['all-year', 'within', 'before', 'after', 'closed']),
    opensOn: isoDate.optional(),
    closesOn: isoDate.optional(),
  })
  .meta({ id: 'Opening', description: '现在能否申报 · whether one can apply now' });

export const schemeSummary = z
  .object({
    id: z.string().meta({ examples: ['gazelle-recognition'] }),
    revision: z.int(),
    status,
    label: words,
    summary: words,
    policy: z.string(),
    tiers: z.array(z.string()).meta({ description: '认定的层级 · tiers it recognises' }),
    pool: z.string().optional(),
    opening,
    basis: z.enum(['official', 'derived', 'assumed']),
    publishedAt: z.string().optional(),
  })
  .meta({ id: 'SchemeSummary', description: '一个申报事项' });

export const schemeList = z.object({ schemes: z.array(schemeSummary) }).meta({ id: 'SchemeList' });

/** How long a step has really taken (实际平均用时), in working days, over the cases that have left it. */
export const stepTime = z
  .object({
    kind: z.string().meta({ examples: ['review'] }),
    limitDays: z.int().meta({ description: '承诺时限（工作日）· limit in working days' }),
    cases: z.int().meta({ description: '已走完这一步的件数 · cases that have left the step' }),
    averageDays: z.number().optional().meta({ description: '实际平均（工作日），不足一件时没有' }),
    longestDays: z.int().optional(),
  })
  .meta({ id: 'StepTime' });

export const stepTimes = z.object({ steps: z.array(stepTime) }).meta({ id: 'StepTimes' });

/** The guide (申报指南) of a revision: the document itself with what is true of it now. */
export const schemeGuide = z
  .object({
    scheme: schemeDocument,
    revision: z.int(),
    status,
    hash: z.string(),
    publishedAt: z.string().optional(),
    opening,
    /** The version of the policy that applies to an application filed today. */
    policyVersion: z
      .object({ inForceFrom: isoDate, version: z.string(), parks: z.array(z.string()).optional() })
      .optional(),
    steps: z.array(stepTime).meta({ description: '步骤依次 · in the order in which a case goes through them' }),
  })
  .meta({ id: 'SchemeGuide', description: '申报指南' });

export const storedRevision = z
  .object({
    id: z.string(),
    revision: z.int(),
    status,
    hash: z.string(),
    document: schemeDocument,
    savedAt: z.string(),
    savedBy: z.string(),
    savedByName: z.string(),
    publishedAt: z.string().optional(),
    publishedByName: z.string().optional(),
  })
  .meta({ id: 'SchemeRevision', description: '申报事项的一次修订' });

export const revisionList = z.object({ revisions: z.array(storedRevision) }).meta({ id: 'SchemeRevisionList' });

/** `basedOn` is the hash of the draft the page was opened with, null where there was none. */
export const saveSchemeBody = strict({ document: schemeDocument, basedOn: z.string().nullable() }).meta({
  id: 'SaveScheme',
});
/** The hash of what the approver has read: nothing else is published. */
export const publishSchemeBody = strict({ hash: z.string() }).meta({ id: 'PublishScheme' });
export const closeSchemeBody = strict({ reason: z.string().trim().min(1).max(1000) }).meta({ id: 'CloseScheme' });

export const schemePath = z.object({ id: z.string().min(1).max(60) });
export const revisionPath = schemePath.extend({ revision: z.coerce.number().int().min(1) });

export type Opening = z.infer<typeof opening>;
export type SchemeSummary = z.infer<typeof schemeSummary>;
export type SchemeList = z.infer<typeof schemeList>;
export type SchemeGuide = z.infer<typeof schemeGuide>;
export type StepTime = z.infer<typeof stepTime>;
export type StepTimes = z.infer<typeof stepTimes>;
export type StoredRevision = z.infer<typeof storedRevision>;
export type RevisionList = z.infer<typeof revisionList>;
