import * as z from 'zod';
import { strict } from '../http/contract.ts';
import { LEDGER_KINDS } from './ledger-kinds.ts';

const id = z.string().min(1).max(60);
const yuan = z.string().meta({ description: '金额，元 · CNY', examples: ['2400000'] });
const both = z.object({ 'zh-CN': z.string(), en: z.string() });

export const poolPath = z.object({
  policyId: id,
  poolId: id,
  year: z.coerce.number<string>().int().min(2000).max(2100).meta({ description: '资金年度' }),
});
export const allocationPath = z.object({ allocationId: id });
export const yearQuery = strict({ year: z.coerce.number<string>().int().min(2000).max(2100).optional() });

const keyUnit = z.enum(['CNY', 'USD', 'ratio', 'people', 'count', 'points', 'days', 'months', 'years', 'none']);

const money = {
  budget: yuan,
  reserved: yuan,
  committed: yuan.meta({ description: '已批准且未停止拨付，元' }),
  ordered: yuan.meta({ description: '已制单、待银行结果，元' }),
  paid: yuan,
  recovered: yuan,
  left: yuan,
};

const poolYear = z
  .object({
    policyId: z.string(),
    poolId: z.string(),
    year: z.int(),
    label: both,
    method: z.string(),
    ...money,
    waiting: z.int().meta({ description: '待排序的件数' }),
    changed: z.int().meta({ description: '确认之后有变化、须重新确认的件数' }),
    schemes: z.array(z.object({ id: z.string(), label: both })),
  })
  .meta({ id: 'PoolYear', description: '资金池的年度账' });
export const poolList = z.object({ year: z.int(), pools: z.array(poolYear) });

const message = z.object({ key: z.string(), args: z.record(z.string(), z.string()) });
const standing = z.object({ place: z.int(), got: yuan });

const changedClaim = z
  .object({
    applicationId: z.string(),
    number: z.string().nullable(),
    firmName: z.string(),
    was: yuan,
    is: yuan,
    state: z.string(),
  })
  .meta({ id: 'ChangedClaim', description: '确认之后申请内容有了变化的：当时与现在的申请额' });
export const changedClaims = z.array(changedClaim);

export const rankedClaim = z
  .object({
    applicationId: z.string(),
    version: z.int(),
    number: z.string().nullable(),
    firmName: z.string(),
    projectName: z.string(),
    place: z.int(),
    keys: z.record(z.string(), z.string()),
    want: yuan,
    got: yuan,
    before: yuan.optional().meta({ description: '上次确认的安排；重新排序的才有' }),
    why: message,
    words: both,
    pool: z.string(),
    isTied: z.boolean(),
    plus: standing.optional(),
    minus: standing.optional(),
    missesBy: z.string().optional(),
    spares: z.string().optional(),
  })
  .meta({ id: 'RankedClaim' });

const poolLine = z.object({
  pool: z.string(),
  budget: yuan,
  paid: yuan,
  left: yuan,
  cutoff: z.object({ at: z.string(), before: z.string().optional(), tied: z.array(z.string()) }).optional(),
});

export const previewQuery = strict({
  points: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/)
    .default('1')
    .meta({ description: '加减多少分试算' }),
});

export const ranking = z
  .object({
    policyId: z.string(),
    poolId: z.string(),
    year: z.int(),
    label: both,
    method: z.string(),
    order: z.array(z.object({ by: z.string(), dir: z.enum(['asc', 'desc']), label: both, unit: keyUnit })),
    policyHash: z.string(),
    digest: z.string().meta({ description: '确认时须带上，保证确认的正是所见' }),
    points: z.string(),
    ...money,
    outcome: poolLine,
    subs: z.array(poolLine),
    changed: changedClaims,
    claims: z.array(rankedClaim),
    unranked: z
      .array(z.object({ applicationId: z.string(), firmName: z.string() }))
      .meta({ description: '没有申请金额、因而未参加排序的' }),
  })
  .meta({ id: 'Ranking', description: '排序与分配（预览或已确认）' });

export const confirmRequest = strict({
  digest: z.string().min(1).max(100),
  reason: z.string().trim().min(1).max(2000),
}).meta({ id: 'ConfirmAllocation' });

export const confirmed = z.object({ id: z.string(), digest: z.string(), placed: z.int(), funded: z.int() });

export const allocationSummary = z
  .object({
    id: z.string(),
    policyId: z.string(),
    poolId: z.string(),
    year: z.int(),
    confirmedAt: z.string(),
    confirmedBy: z.string(),
    reason: z.string(),
    digest: z.string(),
    paid: yuan,
    claims: z.int(),
    funded: z.int(),
    isStale: z.boolean().meta({ description: '其中有未决定的件在确认之后有了变化，须重新确认' }),
  })
  .meta({ id: 'AllocationSummary' });
export const allocationList = z.object({ allocations: z.array(allocationSummary) });

export const allocationReplay = z
  .object({ same: z.boolean(), digest: z.string(), result: z.string().meta({ description: '重新分配的规范 JSON' }) })
  .meta({ id: 'AllocationReplay' });

export const movement = z.object({
  at: z.string(),
  kind: z.enum(LEDGER_KINDS),
  amount: yuan,
  applicationId: z.string(),
  firmName: z.string(),
});
export const ledgerPage = z.object({ movements: z.array(movement) });

export type PoolList = z.infer<typeof poolList>;
export type Ranking = z.infer<typeof ranking>;
export type RankedClaim = z.infer<typeof rankedClaim>;
export type ConfirmRequest = z.infer<typeof confirmRequest>;
export type AllocationList = z.infer<typeof allocationList>;
export type AllocationSummary = z.infer<typeof allocationSummary>;
export type LedgerPage = z.infer<typeof ledgerPage>;
