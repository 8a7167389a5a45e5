export type DayKind = 'off' | 'work' | 'weekend' | 'worked';

export interface YearDays {
  readonly off: readonly string[];
  readonly work: readonly string[];
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Monday is 0. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
const isWeekend = (day: string): boolean => weekdayOf(day) > 4;

export const daysOfMonth = (year: string, month: number): readonly string[] => {
  const count = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return Array.from({ length: count }, (_, i) => `${year}-${two(month)}-${two(i + 1)}`);
};

/** The column a day stands in, Monday first, from 1. */
export const columnOf = (day: string): number => weekdayOf(day) + 1;

export function kindOf(day: string, { off, work }: YearDays): DayKind {
  if (off.includes(day)) return 'off';
  if (work.includes(day)) return 'work';
  return isWeekend(day) ? 'weekend' : 'worked';
}

const without = (days: readonly string[], day: string): readonly string[] => days.filter((each) => each !== day);

/** Turns a day round: a working day off, a weekend day worked, and back. */
export function turnDay(day: string, { off, work }: YearDays): YearDays {
  const kind = kindOf(day, { off, work });
  if (isWeekend(day))
    return kind === 'work'
      ? { off, work: without(work, day) }
      : { off: without(off, day), work: [...work, day].toSorted() };
  return kind === 'off' ? { off: without(off, day), work } : { off: [...off, day].toSorted(), work };
}
