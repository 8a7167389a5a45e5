import { dayOf, weekday } from '@tidu/rules';
import type { Detail } from '../http/api-error.ts';
import { message } from '../messages/say.ts';

export interface YearDays {
  readonly off: readonly string[];
  readonly work: readonly string[];
}

const isWeekend = (day: string): boolean => weekday(dayOf(day)) > 5;

/**
 * What contradicts itself in a year's notice: days of another year, days that are both off and worked, days named twice,
 * and working days that are worked anyway. A weekend day off may be named: notices do.
 */
export function findProblems(year: string, { off, work }: YearDays): readonly Detail[] {
  const offDays = new Set(off);
  const each = (list: 'off' | 'work', days: readonly string[]): readonly Detail[] =>
    days.flatMap((day, i) => {
      const at = (what: string): Detail => ({
        path: `${list}.${i}`,
        message: message(`api.calendar.${what}`, { day, year }),
        fix: message(`api.fix.calendar.${what}`, { day, year }),
      });
      return [
        ...(day.startsWith(`${year}-`) ? [] : [at('other-year')]),
        ...(days.indexOf(day) < i ? [at('twice')] : []),
        ...(list === 'work' && offDays.has(day) ? [at('both')] : []),
        ...(list === 'work' && !isWeekend(day) ? [at('worked-anyway')] : []),
      ];
    });
  return [...each('off', off), ...each('work', work)];
}
