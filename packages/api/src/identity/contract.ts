import * as z from 'zod';
import { strict } from '../http/contract.ts';
import { FIRM_ROLES, STAFF_ROLES } from './roles.ts';

/** How far a sign-in has come: `complete`, or the second factor that is still to be shown or set up. */
export const signInStep = z
  .enum(['complete', 'second-factor', 'enrol-second-factor'])
  .meta({ description: '登录进度：已完成、待验证第二重、待设置第二重' });

export const session = z
  .object({
    userId: z.string(),
    name: z.string(),
    kind: z.enum(['firm', 'staff']),
    step: signInStep,
    hasPassword: z
      .boolean()
      .optional()
      .meta({ description: '待设置第二重时：设置须否再输入密码 · while the second factor is to be set up' }),
    staff: z.array(z.object({ role: z.enum(STAFF_ROLES), department: z.string().optional() })),
    firms: z.array(z.object({ firmId: z.string(), role: z.enum(FIRM_ROLES) })),
  })
  .meta({ id: 'Session', description: '登录的人；角色只在登录完成后列出 · roles only once the sign-in is complete' });

export const sessionAnswer = z.object({ session: session.nullable() }).meta({ id: 'SessionAnswer' });

export const signInWays = z
  .object({
    singleSignOn: z.object({ label: z.string() }).nullable(),
    password: z.object({ length: z.number().int(), lengthMixed: z.number().int() }),
  })
  .meta({ id: 'SignInWays', description: '可用的登录方式与密码要求' });

export const contactText = z
  .string()
  .min(1)
  .max(254)
  .meta({ description: '手机号或邮箱 · mobile number or e-mail', examples: ['13800000000'] });
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .meta({ examples: ['王敏'] });
export const passwordText = z.string().min(1).max(512).meta({ format: 'password' });
export const codeText = z
  .string()
  .min(1)
  .max(32)
  .meta({ examples: ['123456'] });
export const tokenText = z.string().min(1).max(200);

export const signInRequest = strict({ contact: contactText, password: passwordText }).meta({ id: 'SignInRequest' });
export const signInResult = z.object({ step: signInStep }).meta({ id: 'SignInResult' });

export const secondFactorRequest = strict({
  kind: z.enum(['code', 'recovery-code']),
  code: codeText,
}).meta({ id: 'SecondFactorRequest' });

/** The password is asked for again, but of people who have none because they come by single sign-on. */
export const confirmRequest = strict({ password: passwordText.optional() }).meta({ id: 'ConfirmRequest' });

export const preparedFactor = z
  .object({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) })
  .meta({ id: 'PreparedSecondFactor', description: '验证器的密钥与恢复码，只显示这一次' });

export type Session = z.infer<typeof session>;
export type SessionAnswer = z.infer<typeof sessionAnswer>;
export type SignInStep = z.infer<typeof signInStep>;
export type SignInWays = z.infer<typeof signInWays>;
export type SignInResult = z.infer<typeof signInResult>;
export type PreparedSecondFactor = z.infer<typeof preparedFactor>;
