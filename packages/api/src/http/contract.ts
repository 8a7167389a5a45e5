import * as z from 'zod';

/** What every refused request gets (统一错误格式). `path` leads to the place in the request, `fix` says how to put it right. */
export const errorDetail = z
  .object({
    path: z.string().meta({ description: '请求中的位置 · where in the request', examples: ['dates.decision'] }),
    message: z.string(),
    fix: z.string().optional(),
  })
  .meta({ id: 'ErrorDetail' });

export const errorBody = z
  .object({
    error: z.object({
      code: z.string().meta({ description: '稳定的错误码 · stable code', examples: ['invalid-facts'] }),
      message: z.string(),
      details: z.array(errorDetail),
      requestId: z.string(),
      notInForce: z
        .object({ lastTo: z.string().optional(), nextFrom: z.string().optional() })
        .optional()
        .meta({ description: '该日无适用版本时：上一版止日、下一版起日 · last day before and first day after' }),
    }),
  })
  .meta({ id: 'Error' });

export type ErrorDetail = z.infer<typeof errorDetail>;
export type ErrorBody = z.infer<typeof errorBody>;

/** An object with exactly these fields; the issue about any other field names those there are. */
export const strict = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  });

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function exists(day: string): boolean {
  const [, year, month, date] = DAY.exec(day)?.map(Number) ?? [];
  if (!year || !month || !date) return false;
  const inMonth = [
    31,
    (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return date <= (inMonth[month - 1] ?? 0);
}

/** A calendar day that exists. */
export const isoDate = z
  .string()
  .refine(exists, { params: { problem: 'bad-date' } })
  .meta({ format: 'date', examples: ['2026-03-31'] });
