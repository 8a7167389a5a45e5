import { and, asc, gt, inArray } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { deskCases } from '../table.ts';
import { type Asking, caseConditions, statesOf } from './case-conditions.ts';
import type { CaseFilters, CaseRow } from './contract.ts';
import { describeCases } from './describe-cases.ts';

const PAGE = 500;

export const EXPORT_COLUMNS = [
  { header: '编号', width: 18 },
  { header: '企业名称', width: 34 },
  { header: '统一社会信用代码', width: 22 },
  { header: '项目名称', width: 34 },
  { header: '申报事项', width: 26 },
  { header: '资金年度', width: 10 },
  { header: '状态', width: 14 },
  { header: '提交日', width: 12 },
  { header: '到期日', width: 12 },
  { header: '剩余工作日', width: 12 },
  { header: '申请金额（元）', width: 16 },
  { header: '核定金额（元）', width: 16 },
  { header: '未答复部门', width: 24 },
  { header: '未处理疑点', width: 12 },
  { header: '经办人', width: 12 },
] as const;

/**
 * Every case the filter finds, a page at a time, so that memory stays flat however many there are. It goes by id, which
 * never changes: a case that moves in the queue meanwhile is neither lost nor written twice.
 */
export async function* exportRows(
  db: Reader,
  filters: CaseFilters,
  asking: Asking,
): AsyncGenerator<(string | number | null)[]> {
  const states = statesOf(filters);
  const conditions = await caseConditions(db, filters, asking);
  const inStates = states.length === 0 ? undefined : inArray(deskCases.state, states);
  for (let last = ''; ; ) {
    const rows = await db
      .select()
      .from(deskCases)
      .where(and(...conditions, inStates, gt(deskCases.id, last)))
      .orderBy(asc(deskCases.id))
      .limit(PAGE);
    for (const row of await describeCases(db, rows, asking)) yield cellsOf(row);
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? '';
    // The driver is synchronous: others get their turn between two pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const cellsOf = (row: CaseRow): (string | number | null)[] => [
  row.number,
  row.firmName,
  row.creditCode,
  row.projectName,
  row.scheme.label['zh-CN'],
  row.poolYear,
  row.state.label['zh-CN'],
  row.submittedAt?.slice(0, 10) ?? null,
  row.left.dueOn ?? null,
  'days' in row.left ? row.left.days : null,
  row.claim === null ? null : Number(row.claim),
  row.amount === null ? null : Number(row.amount),
  row.openTasks.join('、'),
  row.openConflicts,
  row.assignee?.name ?? null,
];
