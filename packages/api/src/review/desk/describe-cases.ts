import { STATES } from '../../applications/states.ts';
import type { Reader } from '../../db/open-database.ts';
import { yuanTextOr } from '../../money-text.ts';
import { readScheme } from '../../schemes/queries.ts';
import { assigneesOf, openDepartmentsOf } from '../queries.ts';
import type { Asking } from './case-conditions.ts';
import type { CaseRow } from './contract.ts';
import { createDaysLeft } from './days-left.ts';
import type { DeskCase } from './queries.ts';

/** Cases as the desk shows them, with what is kept beside each: who looks after it, who has not answered. */
export async function describeCases(
  db: Reader,
  rows: readonly DeskCase[],
  { today, calendar }: Pick<Asking, 'today' | 'calendar'>,
): Promise<CaseRow[]> {
  const ids = rows.map(({ id }) => id);
  const [assignees, departments] = [await assigneesOf(db, ids), await openDepartmentsOf(db, ids)];
  const leftOf = createDaysLeft(today, calendar);
  const labels = new Map<string, CaseRow['scheme']['label']>();
  for (const { schemeId, schemeRevision } of rows) {
    const key = `${schemeId} ${schemeRevision}`;
    if (labels.has(key)) continue;
    const scheme = await readScheme(db, schemeId, schemeRevision);
    labels.set(key, scheme?.document.label ?? { 'zh-CN': schemeId, en: schemeId });
  }
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    firmName: row.firmName,
    creditCode: row.creditCode,
    projectName: row.projectName,
    scheme: {
      id: row.schemeId,
      label: labels.get(`${row.schemeId} ${row.schemeRevision}`) ?? { 'zh-CN': row.schemeId, en: row.schemeId },
    },
    poolYear: row.poolYear,
    state: { id: row.state, label: STATES[row.state].staff, turn: STATES[row.state].turn },
    version: row.version,
    claim: yuanTextOr(row.claimFen),
    amount: yuanTextOr(row.amountFen),
    submittedAt: row.submittedAt,
    left: leftOf(row.state, row.dueOn),
    openTasks: [...(departments.get(row.id) ?? [])],
    openConflicts: row.openConflicts,
    openDeferrals: row.openDeferrals,
    assignee: assignees.get(row.id) ?? null,
  }));
}
