import * as z from 'zod';
import { evaluation } from '../../evaluations/contract.ts';
import { isoDate, strict } from '../../http/contract.ts';
import { costItem, draftContent, factOrigin, otherFunding } from '../drafts/contract.ts';

/** The declaration a certifier signs, word for word as shown. */
export const signature = strict({
  declaration: z.string().min(1).max(4000),
  signedName: z.string().trim().min(1).max(100).meta({ description: '签署人姓名，与账号一致' }),
}).meta({ id: 'Signature' });

export const submitBody = strict({
  ...signature.shape,
  draftVersion: z.int(),
  /** The person has read that the application does not meet the conditions and submits it all the same. */
  confirmedNotEligible: z.boolean().optional(),
}).meta({ id: 'SubmitApplication' });

export const submittedFile = z.object({
  id: z.string(),
  name: z.string(),
  digest: z.string(),
  algorithm: z.string(),
  sizeBytes: z.int(),
  mediaType: z.string(),
});

export const submittedMaterial = z.object({ materialId: z.string(), files: z.array(submittedFile) });

/** What is frozen on submission beside facts and result; a later submission never touches it. */
export const submittedContent = z
  .object({
    ...draftContent.omit({ facts: true, materials: true, evidence: true }).shape,
    otherFunding: z.array(otherFunding),
    costItems: z.array(costItem),
    materials: z.array(submittedMaterial),
    sources: z.record(z.string(), factOrigin),
    firm: z.object({ name: z.string(), creditCode: z.string() }),
    signature: z.object({ declaration: z.string(), name: z.string(), at: z.string(), userId: z.string() }),
    outcome: z.enum(['yes', 'no', 'undetermined']),
    confirmedNotEligible: z.boolean(),
  })
  .meta({ id: 'SubmittedContent' });

export const submissionLine = z
  .object({
    id: z.string(),
    round: z.int(),
    submittedAt: z.string(),
    certifierName: z.string(),
    receiptNumber: z.string(),
    policyInForceFrom: isoDate,
    schemeRevision: z.int(),
    algorithm: z.string(),
    digest: z.string(),
  })
  .meta({ id: 'SubmissionLine' });

export const submission = z
  .object({
    ...submissionLine.shape,
    number: z.string(),
    engineVersion: z.string(),
    policyId: z.string(),
    policyHash: z.string(),
    content: submittedContent,
    facts: z.record(z.string(), z.unknown()),
    dates: z.object({ filing: isoDate.optional(), decision: isoDate, fiscalYearEnd: isoDate.optional() }),
    decision: evaluation.shape.decision,
    explanation: evaluation.shape.explanation,
    receipt: evaluation.shape.receipt,
  })
  .meta({ id: 'Submission', description: '提交件：所签所交，原样保存' });

export const submitted = z
  .object({ id: z.string(), number: z.string(), receiptNumber: z.string(), submissionId: z.string() })
  .meta({ id: 'Submitted' });

export type SubmitBody = z.infer<typeof submitBody>;
export type Submission = z.infer<typeof submission>;
export type SubmissionLine = z.infer<typeof submissionLine>;
export type SubmittedContent = z.infer<typeof submittedContent>;
export type SubmittedFile = z.infer<typeof submittedFile>;
export type Submitted = z.infer<typeof submitted>;
