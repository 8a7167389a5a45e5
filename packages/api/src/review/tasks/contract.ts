import * as z from 'zod';
import { strict } from '../../http/contract.ts';

const words = z.object({ 'zh-CN': z.string(), en: z.string() });
const answers = ['agree', 'disagree', 'needs-more'] as const;

export const reviewTask = z
  .object({
    id: z.string(),
    department: z.string(),
    departmentLabel: words,
    round: z.int(),
    question: words,
    state: z.enum(['open', 'answered', 'silent', 'reopened']),
    openedAt: z.string(),
    reopenReason: z.string().nullable(),
    answer: z.enum(answers).nullable(),
    opinion: z.string().nullable(),
    evidence: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string() })),
    silence: z.enum(['recorded', 'consent']).nullable(),
    closedAt: z.string().nullable(),
    closedByName: z.string().nullable(),
    isMine: z.boolean().meta({ description: '您能否办理这一项' }),
  })
  .meta({ id: 'ReviewTask', description: '一个部门的审核任务' });

export const answerTask = strict({
  answer: z.enum(answers),
  opinion: z.string().trim().min(1).max(4000),
  evidence: z.array(z.string().max(64)).max(20),
}).meta({ id: 'AnswerTask' });

export const reopenTask = strict({ reason: z.string().trim().min(1).max(2000) }).meta({ id: 'ReopenTask' });

export type ReviewTask = z.infer<typeof reviewTask>;
export type AnswerTask = z.infer<typeof answerTask>;
