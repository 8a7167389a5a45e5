import * as z from 'zod';
import { errorDetail, isoDate, strict } from '../http/contract.ts';
import { dates, factsInput, range } from './contract.ts';

const id = z.string().min(1).max(100);

export const batchQuery = strict({
  policy: id.optional().meta({ description: '政策编号；不给时由第一行给出', examples: ['tech-sme'] }),
  decision: isoDate.optional().meta({ description: '认定日' }),
  filing: isoDate.optional().meta({ description: '申报日' }),
  fiscalYearEnd: isoDate.optional().meta({ description: '基准会计年度末' }),
});

/** First line where the query does not name the policy. */
export const batchHeader = strict({ policy: id, dates }).meta({ id: 'BatchHeader' });

export const batchLine = strict({
  id: z
    .union([z.string().max(200), z.number()])
    .optional()
    .meta({ description: '企业编号，原样返回' }),
  facts: factsInput,
}).meta({ id: 'BatchLine', description: '一行一企业' });

const lineNumber = z.number().int().meta({ description: '请求中的行号，从 1 起' });
const lineId = batchLine.shape.id;

export const batchResult = z
  .object({
    line: lineNumber,
    id: lineId,
    best: z.string().nullable().meta({ description: '确定达到的最高一级；没有为 null' }),
    outcomes: z.record(z.string(), z.enum(['yes', 'no', 'undetermined'])),
    points: z.record(z.string(), range).meta({ description: '各打分路径的得分' }),
    amounts: z.record(z.string(), range).meta({ description: '各项奖补，元' }),
    total: range,
  })
  .meta({ id: 'BatchResult' });

export const batchFailure = z
  .object({
    line: lineNumber,
    id: lineId,
    error: z.object({ code: z.string(), message: z.string(), details: z.array(errorDetail) }),
  })
  .meta({ id: 'BatchFailure', description: '读不出的一行；不影响其他行' });

export type BatchQuery = z.infer<typeof batchQuery>;
export type BatchResult = z.infer<typeof batchResult>;
export type BatchFailure = z.infer<typeof batchFailure>;
