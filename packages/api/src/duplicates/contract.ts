import * as z from 'zod';
import { strict } from '../http/contract.ts';

const kinds = ['same-project', 'declared-elsewhere', 'same-stack', 'same-file'] as const;
const answers = ['not-a-duplicate', 'deduct', 'refuse'] as const;

export const finding = z
  .object({
    id: z.string(),
    kind: z.enum(kinds),
    otherId: z.string().nullable(),
    details: z.looseObject({}).meta({ description: '相符之处：名称、相似度、年度、金额、文件等' }),
    foundAt: z.string(),
    answer: z.enum(answers).nullable(),
    reason: z.string().nullable(),
    deduct: z.string().nullable().meta({ description: '应扣减金额，元' }),
    answeredAt: z.string().nullable(),
    answeredByName: z.string().nullable(),
  })
  .meta({ id: 'DuplicateFinding', description: '一条重复或叠加疑点，须由人答复' });

export const findingList = z.object({ findings: z.array(finding), added: z.int() }).meta({ id: 'FindingList' });

export const answerFinding = strict({
  answer: z.enum(answers),
  reason: z.string().trim().min(1).max(2000),
  deduct: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/)
    .optional(),
})
  .refine(({ answer, deduct }) => (answer === 'deduct') === (deduct !== undefined), {
    path: ['deduct'],
    params: { problem: 'deduct-with-answer' },
  })
  .meta({ id: 'AnswerFinding' });

export type Finding = z.infer<typeof finding>;
export type AnswerFinding = z.infer<typeof answerFinding>;
