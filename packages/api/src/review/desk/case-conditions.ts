import { addWorkingDays, type WorkingCalendar } from '@tidu/rules';
import { eq, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import { STATE_IDS, STATES } from '../../applications/states.ts';
import type { Reader } from '../../db/open-database.ts';
import type { Actor } from '../../identity/actor.ts';
import { departmentsOf, scopeOf } from '../may-open.ts';
import { deskCases, NO_DAY } from '../table.ts';
import type { CaseFilters } from './contract.ts';
import { findText } from './find-text.ts';

export interface Asking {
  readonly actor: Actor;
  readonly today: string;
  readonly calendar: WorkingCalendar;
}

/** The conditions of a filter without that on the state, and never beyond what the person may see. */
export async function caseConditions(db: Reader, filters: CaseFilters, asking: Asking): Promise<readonly SQL[]> {
  const { today, actor } = asking;
  const lastDue = filters.dueWithin === undefined ? undefined : dueBy(Number(filters.dueWithin), asking);
  return [
    ofDepartments(scopeOf(actor)),
    filters.task === 'mine' ? withOpenTask(departmentsOf(actor)) : undefined,
    filters.scheme === undefined ? undefined : eq(deskCases.schemeId, filters.scheme),
    filters.poolYear === undefined ? undefined : eq(deskCases.poolYear, Number(filters.poolYear)),
    filters.overdue ? lt(deskCases.dueKey, today) : undefined,
    lastDue === undefined ? undefined : lte(deskCases.dueKey, lastDue),
    filters.conflicts ? sql`${deskCases.openConflicts} > 0` : undefined,
    assignedTo(filters.assigned, actor),
    filters.turn === undefined ? undefined : inTurn(filters.turn),
    filters.submittedFrom ? gte(deskCases.submittedAt, startOf(filters.submittedFrom)) : undefined,
    filters.submittedTo ? lt(deskCases.submittedAt, startOf(nextDay(filters.submittedTo))) : undefined,
    await findText(db, filters.q),
  ].filter((condition) => condition !== undefined);
}

/** The states asked for; none means all. */
export const statesOf = ({ state }: CaseFilters) =>
  state === undefined ? [] : STATE_IDS.filter((id) => state.split(',').includes(id));

function ofDepartments(scope: 'all' | readonly string[]): SQL | undefined {
  if (scope === 'all') return undefined;
  return sql`exists (select 1 from review_tasks where application_id = ${deskCases.id}
    and department in (select value from json_each(${JSON.stringify(scope)})))`;
}

const withOpenTask = (departments: readonly string[]): SQL =>
  sql`${deskCases.openTasks} > 0 and exists (select 1 from review_tasks where application_id = ${deskCases.id}
    and state = 'open' and department in (select value from json_each(${JSON.stringify(departments)})))`;

function assignedTo(assigned: string | undefined, actor: Actor): SQL | undefined {
  if (assigned === undefined) return undefined;
  if (assigned === 'none')
    return sql`not exists (select 1 from case_assignments where application_id = ${deskCases.id})`;
  const userId = assigned === 'me' ? actor.userId : assigned;
  return sql`${deskCases.id} in (select application_id from case_assignments where user_id = ${userId})`;
}

function inTurn(turn: 'firm' | 'office'): SQL {
  const states = STATE_IDS.filter((id) => STATES[id].turn === turn);
  return sql`${deskCases.state} in (select value from json_each(${JSON.stringify(states)}))`;
}

/** The last day that is at most so many working days away; any day there is where the calendar ends before. */
function dueBy(days: number, { today, calendar }: Asking): string {
  const end = addWorkingDays(today, days, calendar, { countStart: false });
  return 'day' in end ? end.day : lastDayBefore(NO_DAY);
}

const lastDayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
/** The instant a day begins where the zone is. */
const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
