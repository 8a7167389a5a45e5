import * as z from 'zod';
import { FIRM_ROLES, STAFF_ROLES } from './roles.ts';

/** How far a sign-in has come: `complete`, or for staff the second factor that is still to be shown or set up. */
export const signInStep = z
  .enum(['complete', 'second-factor', 'enrol-second-factor'])
  .meta({ description: '登录进度：已完成、待验证第二重、待设置第二重' });

export const session = z
  .object({
    userId: z.string(),
    name: z.string(),
    kind: z.enum(['firm', 'staff']),
    step: signInStep,
    staff: z.array(z.object({ role: z.enum(STAFF_ROLES), department: z.string().optional() })),
    firms: z.array(z.object({ firmId: z.string(), role: z.enum(FIRM_ROLES) })),
  })
  .meta({ id: 'Session', description: '登录的人；角色只在登录完成后列出 · roles only once the sign-in is complete' });

export const sessionAnswer = z.object({ session: session.nullable() }).meta({ id: 'SessionAnswer' });

export type Session = z.infer<typeof session>;
export type SessionAnswer = z.infer<typeof sessionAnswer>;
export type SignInStep = z.infer<typeof signInStep>;
