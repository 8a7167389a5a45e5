import { queryOptions } from '@tanstack/react-query';
import type { CalendarYears } from '@tidu/api/calendar/contract';
import { readJson } from '../../shared/api/read-json.ts';

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => readJson<CalendarYears>('/api/v1/calendar', signal),
});
