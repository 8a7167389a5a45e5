import * as z from 'zod';
import { isoDate, strict } from '../http/contract.ts';

const basis = z.enum(['official', 'derived', 'assumed']);
const yearName = z.string().regex(/^20\d\d$/);

export const calendarYear = z
  .object({
    year: yearName,
    off: z.array(isoDate).meta({ description: '放假的日子 · days off' }),
    work: z.array(isoDate).meta({ description: '周末上班的日子 · weekend days that are worked' }),
    source: z.string().meta({ description: '国务院办公厅通知 · the notice' }),
    basis,
    changedAt: z.string(),
  })
  .meta({ id: 'CalendarYear', description: '一年的节假日安排' });

export const calendarYears = z.object({ years: z.array(calendarYear) }).meta({ id: 'CalendarYears' });

/** `basedOn` is `changedAt` of the year the page was opened with, null where there was none. */
export const saveYearBody = strict({
  off: z.array(isoDate).max(366),
  work: z.array(isoDate).max(120),
  source: z.string().trim().min(1).max(500),
  basis,
  basedOn: z.string().nullable(),
}).meta({ id: 'SaveCalendarYear' });

export const savedYear = z
  .object({ changedAt: z.string(), clocks: z.int().meta({ description: '重新计算的时限数 · clocks worked out anew' }) })
  .meta({ id: 'SavedCalendarYear' });

export const yearPath = z.object({ year: yearName });

export type CalendarYear = z.infer<typeof calendarYear>;
export type CalendarYears = z.infer<typeof calendarYears>;
export type SaveYearBody = z.infer<typeof saveYearBody>;
export type SavedYear = z.infer<typeof savedYear>;
