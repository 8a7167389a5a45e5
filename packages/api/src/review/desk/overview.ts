import { averageSteps } from '../../applications/average-steps.ts';
import { STATES } from '../../applications/states.ts';
import type { Reader } from '../../db/open-database.ts';
import { namePeople } from '../../identity/name-people.ts';
import { listDepartments } from '../../identity/people/queries.ts';
import { holdersOf } from '../../identity/queries.ts';
import type { StaffRole } from '../../identity/roles.ts';
import { listLatestSchemes } from '../../schemes/queries.ts';
import type { Asking } from './case-conditions.ts';
import type { DeskOverview } from './contract.ts';
import { countAll, countCases } from './queries.ts';

const WORK_ON_CASES: readonly StaffRole[] = ['intake-clerk', 'department-reviewer', 'decision-maker'];

/** What stands at the top of the desk, and what its filters can be set to. */
export async function readOverview(db: Reader, asking: Asking): Promise<DeskOverview> {
  const overdue = await countAll(db, { overdue: '1' }, asking);
  const { byState } = await countCases(db, {}, asking);
  const waiting = byState.filter(({ state }) => STATES[state].turn === 'firm');
  return {
    overdue,
    dueThisWeek: (await countAll(db, { dueWithin: '5' }, asking)) - overdue,
    waitingOnFirms: waiting.reduce((sum, { count }) => sum + count, 0),
    withConflicts: await countAll(db, { conflicts: '1' }, asking),
    averages: await averageSteps(db, yearBefore(asking.today)),
    schemes: (await listLatestSchemes(db)).map(({ id, document }) => ({ id, label: document.label })),
    departments: (await listDepartments(db)).map(({ id, label, labelEn }) => ({
      id,
      label: { 'zh-CN': label, en: labelEn },
    })),
    colleagues: await colleagues(db),
  };
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

async function colleagues(db: Reader): Promise<DeskOverview['colleagues']> {
  const ids = new Set<string>();
  for (const role of WORK_ON_CASES) for (const id of await holdersOf(db, role)) ids.add(id);
  return [...(await namePeople(db, [...ids]))].map(([userId, name]) => ({ userId, name }));
}
