import * as z from 'zod';
import { STATE_IDS } from '../../applications/states.ts';
import { isoDate, strict } from '../../http/contract.ts';

const words = z.object({ 'zh-CN': z.string(), en: z.string() });
const flag = z.enum(['1']).optional();
const STATES = new Set<string>(STATE_IDS);

/** The filters of the queue, as they stand in the address of the page. An export and a saved view take the same. */
const filters = {
  q: z.string().max(80).optional().meta({ description: '企业、项目、编号、信用代码或拼音（全拼、首字母）' }),
  state: z
    .string()
    .max(400)
    .refine((list) => list.split(',').every((state) => STATES.has(state)), { params: { problem: 'bad-word' } })
    .optional()
    .meta({ description: '状态，可多个，逗号分隔' }),
  scheme: z.string().max(60).optional(),
  task: z.enum(['mine']).optional().meta({ description: '只看我的部门还未答复的件' }),
  poolYear: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  overdue: flag.meta({ description: '已超时限' }),
  dueWithin: z
    .string()
    .regex(/^\d{1,2}$/)
    .optional()
    .meta({ description: '几个工作日内到期（含已超期）' }),
  conflicts: flag.meta({ description: '有未处理的重复或叠加疑点' }),
  assigned: z.string().max(60).optional().meta({ description: 'me、none 或用户编号' }),
  turn: z.enum(['firm', 'office']).optional().meta({ description: '等谁办理' }),
  submittedFrom: isoDate.optional(),
  submittedTo: isoDate.optional(),
};

export const caseFilters = strict(filters).meta({ id: 'CaseFilters' });
export const caseListQuery = strict({
  ...filters,
  cursor: z.string().max(120).optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .optional(),
});
export const caseExportQuery = strict({ ...filters, format: z.enum(['xlsx', 'csv']) });

/** Working days to the last day of the running clock; negative when it is over. Without a number, why there is none. */
export const daysLeft = z
  .union([
    z.object({ days: z.int(), dueOn: z.string() }),
    z.object({ why: z.enum(['no-clock', 'no-calendar']), dueOn: z.string().optional() }),
  ])
  .meta({ id: 'DaysLeft', description: '剩余工作日；负数为已超。没有时说明原因：不计时，或该年尚无放假通知' });

const person = z.object({ userId: z.string(), name: z.string() });

export const caseRow = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    firmName: z.string(),
    creditCode: z.string(),
    projectName: z.string(),
    scheme: z.object({ id: z.string(), label: words }),
    poolYear: z.int(),
    state: z.object({ id: z.enum(STATE_IDS), label: words, turn: z.enum(['firm', 'office', 'public', 'none']) }),
    version: z.int(),
    claim: z.string().nullable().meta({ description: '申请金额，元' }),
    amount: z.string().nullable(),
    submittedAt: z.string().nullable(),
    left: daysLeft,
    openTasks: z.array(z.string()).meta({ description: '还未答复的部门' }),
    openConflicts: z.int(),
    openDeferrals: z.int(),
    assignee: person.nullable(),
  })
  .meta({ id: 'CaseRow' });

export const caseList = z.object({ cases: z.array(caseRow), next: z.string().nullable() }).meta({ id: 'CaseList' });
export const caseCounts = z
  .object({ total: z.int(), byState: z.array(z.object({ state: z.enum(STATE_IDS), label: words, count: z.int() })) })
  .meta({ id: 'CaseCounts', description: '同样筛选下各状态的件数（不计状态筛选本身）' });

export const deskOverview = z
  .object({
    overdue: z.int(),
    dueThisWeek: z.int(),
    waitingOnFirms: z.int(),
    withConflicts: z.int(),
    averages: z.array(z.object({ clock: z.string(), workingDays: z.number(), cases: z.int() })),
    schemes: z.array(z.object({ id: z.string(), label: words })),
    departments: z.array(z.object({ id: z.string(), label: words })),
    colleagues: z.array(person),
  })
  .meta({ id: 'DeskOverview' });

const viewName = z.string().trim().min(1).max(40);
export const savedView = z
  .object({
    id: z.string(),
    name: z.string(),
    filters: caseFilters,
    isShared: z.boolean(),
    isMine: z.boolean(),
    ownerName: z.string(),
  })
  .meta({ id: 'SavedView' });
export const savedViewList = z.object({ views: z.array(savedView) });
export const saveViewRequest = strict({ name: viewName, filters: caseFilters, isShared: z.boolean() }).meta({
  id: 'SaveView',
});

const chosen = z
  .array(strict({ id: z.string().max(60), version: z.int() }))
  .min(1)
  .max(200);
export const bulkRequest = z
  .discriminatedUnion('action', [
    strict({ action: z.literal('accept'), cases: chosen }),
    strict({ action: z.literal('assign'), cases: chosen, userId: z.string().max(60) }),
  ])
  .meta({ id: 'BulkRequest' });
export const bulkResult = z
  .object({
    done: z.int(),
    results: z.array(
      z.object({
        id: z.string(),
        number: z.string().nullable(),
        firmName: z.string().nullable(),
        ok: z.boolean(),
        code: z.string().optional(),
        message: z.string().optional(),
        details: z.array(z.string()).optional(),
      }),
    ),
  })
  .meta({ id: 'BulkResult', description: '逐件结果：办不了的说明原因，其余照办 · one result a case' });

export const assignRequest = strict({ userId: z.string().max(60) }).meta({ id: 'AssignRequest' });
export const assignment = z.object({ assignee: person.nullable() });

export type CaseFilters = z.infer<typeof caseFilters>;
export type CaseRow = z.infer<typeof caseRow>;
export type CaseList = z.infer<typeof caseList>;
export type CaseCounts = z.infer<typeof caseCounts>;
export type DaysLeft = z.infer<typeof daysLeft>;
export type DeskOverview = z.infer<typeof deskOverview>;
export type SavedView = z.infer<typeof savedView>;
export type SavedViewList = z.infer<typeof savedViewList>;
export type BulkRequest = z.infer<typeof bulkRequest>;
export type BulkResult = z.infer<typeof bulkResult>;
