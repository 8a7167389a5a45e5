import calendar from './cn.json' with { type: 'json' };
import type { WorkingCalendar } from './working-calendar.ts';

/** The working calendar that comes with Tidu: every State Council notice from 2018 on, each year with its source. */
export const shippedCalendar: WorkingCalendar = calendar;
