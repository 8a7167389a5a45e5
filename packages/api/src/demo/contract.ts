import * as z from 'zod';
import { strict } from '../http/contract.ts';
import { FIRM_ROLES, STAFF_ROLES } from '../identity/roles.ts';

export const demoPerson = z
  .object({
    userId: z.string(),
    name: z.string(),
    kind: z.enum(['firm', 'staff']),
    staffRoles: z.array(z.object({ role: z.enum(STAFF_ROLES), department: z.string().optional() })),
    firm: z.object({ name: z.string(), role: z.enum(FIRM_ROLES), state: z.string() }).optional(),
  })
  .meta({ id: 'DemoPerson', description: '演示中的虚构人物' });

export const demoPeople = z.object({ people: z.array(demoPerson) }).meta({ id: 'DemoPeople' });
export const demoEntry = strict({ userId: z.string().min(1).max(100) }).meta({ id: 'DemoEntry' });

export type DemoPerson = z.infer<typeof demoPerson>;
export type DemoPeople = z.infer<typeof demoPeople>;
