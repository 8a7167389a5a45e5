import * as z from 'zod';
import { isoDate } from '../http/contract.ts';

const filters = {
  actor: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: '人员编号，或姓名中的字 · id, or part of the name' }),
  action: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .meta({ description: '操作，或以点结尾的一类 · an action, or a kind ending in a dot', examples: ['application.'] }),
  subjectType: z.string().min(1).max(40).optional(),
  subject: z.string().min(1).max(100).optional().meta({ description: '对象编号' }),
  from: isoDate.optional().meta({ description: '起始日（中国时间），含当日' }),
  to: isoDate.optional().meta({ description: '截止日（中国时间），含当日' }),
};

export const auditQuery = z.object({
  ...filters,
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const auditExportQuery = z.object({ ...filters, format: z.enum(['csv', 'ndjson']).default('csv') });
export type AuditFilters = Omit<z.infer<typeof auditExportQuery>, 'format'>;

export const auditEntry = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    actorId: z.string(),
    actorName: z.string(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
    algorithm: z.string(),
    digest: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export const auditPage = z
  .object({ entries: z.array(auditEntry), next: z.number().int().nullable() })
  .meta({ id: 'AuditPage', description: '操作留痕，最新的在前' });

export const CHAIN_PROBLEMS = ['changed', 'missing', 'inserted'] as const;
export const chainReport = z
  .object({
    entries: z.number().int().meta({ description: '已核对的条数' }),
    head: z.string().meta({ description: '最后一条的摘要；记下它，以后可以对照' }),
    problem: z.object({ seq: z.number().int(), kind: z.enum(CHAIN_PROBLEMS) }).nullable(),
  })
  .meta({ id: 'AuditChainReport' });

export type AuditPage = z.infer<typeof auditPage>;
export type AuditEntryView = z.infer<typeof auditEntry>;
export type ChainReport = z.infer<typeof chainReport>;
