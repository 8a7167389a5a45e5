import * as z from 'zod';
import { strict } from '../../http/contract.ts';
import { FIRM_ROLES } from '../../identity/roles.ts';
import { firmPath } from '../contract.ts';

const role = z
  .enum(FIRM_ROLES)
  .meta({ description: '负责人（全部事务、成员、账户）、填报人（资料、指标、材料、草稿）、签署人（签署并提交）' });

export const firmMember = z
  .object({
    userId: z.string(),
    name: z.string(),
    role,
    contact: z.string().meta({ description: '邮箱或手机号；负责人看到全部，其他成员看到一部分' }),
    addedAt: z.string(),
    isSelf: z.boolean(),
  })
  .meta({ id: 'FirmMember' });

export const firmInvitation = z
  .object({ id: z.string(), name: z.string(), role, contact: z.string(), createdAt: z.string(), expiresAt: z.string() })
  .meta({ id: 'FirmInvitation' });

export const firmMembers = z
  .object({
    members: z.array(firmMember),
    invitations: z.array(firmInvitation).meta({ description: '尚未接受的邀请；只有负责人看到 · for owners only' }),
  })
  .meta({ id: 'FirmMembers' });

export const memberInvitation = strict({
  name: z.string().trim().min(1).max(50),
  contact: z.string().trim().min(1).max(254).meta({ description: '手机号或邮箱' }),
  role,
}).meta({ id: 'MemberInvitation' });

export const roleChange = strict({ role }).meta({ id: 'FirmRoleChange' });

export const memberPath = firmPath.extend({ userId: z.string().min(1).max(64) });
export const invitationPath = firmPath.extend({ invitationId: z.string().min(1).max(64) });

export type FirmMembers = z.infer<typeof firmMembers>;
export type MemberInvitation = z.infer<typeof memberInvitation>;
