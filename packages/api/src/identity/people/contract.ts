import * as z from 'zod';
import { strict } from '../../http/contract.ts';
import { contactText, personName } from '../contract.ts';
import { STAFF_ROLES } from '../roles.ts';

export const personPath = z.object({ userId: z.string().min(1).max(64) });
export const rolePath = personPath.extend({ roleId: z.string().min(1).max(64) });
export const invitationPath = z.object({ invitationId: z.string().min(1).max(64) });
export const departmentPath = z.object({ departmentId: z.string().min(1).max(64) });

export const peopleQuery = z.object({
  kind: z.enum(['staff', 'firm']).default('staff'),
  search: z.string().min(1).max(60).optional(),
  cursor: z.string().max(64).optional(),
});

const heldRole = z.object({
  id: z.string(),
  role: z.enum(STAFF_ROLES),
  department: z.string().nullable(),
  grantedAt: z.string(),
});

export const person = z
  .object({
    userId: z.string(),
    name: z.string(),
    kind: z.enum(['firm', 'staff']),
    contact: z.string().meta({ description: '已脱敏 · masked' }),
    secondFactor: z.boolean(),
    disabledAt: z.string().nullable(),
    lockedUntil: z.string().nullable(),
    roles: z.array(heldRole),
  })
  .meta({ id: 'Person' });
export const people = z.object({ people: z.array(person), next: z.string().nullable() }).meta({ id: 'People' });

export const staffInvitationRequest = strict({
  name: personName,
  contact: contactText,
  role: z.enum(STAFF_ROLES).optional(),
}).meta({ id: 'StaffInvitationRequest' });
export const staffInvitation = z
  .object({
    id: z.string(),
    name: z.string(),
    contact: z.string(),
    role: z.enum(STAFF_ROLES).nullable(),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'StaffInvitation' });
export const staffInvitations = z
  .object({ invitations: z.array(staffInvitation), mayNameSecurityAdministrator: z.boolean() })
  .meta({ id: 'StaffInvitations' });
export const madeId = z.object({ id: z.string() }).meta({ id: 'MadeId' });

export const roleGrantRequest = strict({
  role: z.enum(STAFF_ROLES),
  department: z.string().min(1).max(64).optional(),
}).meta({ id: 'RoleGrantRequest' });

export const departmentRequest = strict({
  label: z.string().trim().min(1).max(40),
  labelEn: z.string().trim().min(1).max(80),
  position: z.number().int().min(0).max(10_000),
}).meta({ id: 'DepartmentRequest' });
export const department = z
  .object({ id: z.string(), label: z.string(), labelEn: z.string(), position: z.number().int() })
  .meta({ id: 'Department' });
export const departmentList = z.object({ departments: z.array(department) }).meta({ id: 'DepartmentList' });

export type Person = z.infer<typeof person>;
export type People = z.infer<typeof people>;
export type Department = z.infer<typeof department>;
export type DepartmentList = z.infer<typeof departmentList>;
export type StaffInvitations = z.infer<typeof staffInvitations>;
