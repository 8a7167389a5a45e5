import * as z from 'zod';

export const health = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    version: z.string(),
    database: z.enum(['ok', 'failed']),
    policies: z.number().int().meta({ description: '已载入的政策版本数' }),
  })
  .meta({ id: 'Health' });

export type Health = z.infer<typeof health>;
