import * as z from 'zod';
import { strict } from '../../http/contract.ts';
import { codeText, contactText, passwordText, personName, tokenText } from '../contract.ts';
import { FIRM_ROLES, STAFF_ROLES } from '../roles.ts';

export const signUpRequest = strict({ name: personName, contact: contactText, password: passwordText }).meta({
  id: 'SignUpRequest',
});
export const contactRequest = strict({ contact: contactText }).meta({ id: 'ContactRequest' });
export const verifyRequest = strict({ contact: contactText, code: codeText }).meta({ id: 'VerifyRequest' });
export const resetRequest = strict({ contact: contactText, code: codeText, password: passwordText }).meta({
  id: 'ResetRequest',
});
export const sent = z
  .object({ contact: z.string().meta({ description: '已脱敏 · masked' }) })
  .meta({ id: 'CodeSent', description: '验证码已放入发件箱；账号是否存在不透露' });

export const setUpRequest = strict({
  token: tokenText,
  name: personName,
  contact: contactText,
  password: passwordText,
}).meta({ id: 'SetUpRequest' });

export const invitationToken = strict({ token: tokenText }).meta({ id: 'InvitationToken' });
export const acceptRequest = strict({ token: tokenText, name: personName, password: passwordText }).meta({
  id: 'AcceptRequest',
});
export const invitationView = z
  .object({
    kind: z.enum(['firm', 'staff']),
    name: z.string(),
    contact: z.string(),
    firmId: z.string().nullable(),
    role: z.enum([...FIRM_ROLES, ...STAFF_ROLES]).nullable(),
    expiresAt: z.string(),
    hasAccount: z.boolean(),
  })
  .meta({ id: 'InvitationView' });
export const accepted = z.object({ contact: z.string() }).meta({ id: 'InvitationAccepted' });

export const account = z
  .object({
    userId: z.string(),
    name: z.string(),
    kind: z.enum(['firm', 'staff']),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    hasPassword: z.boolean(),
    secondFactor: z.boolean(),
    language: z.enum(['zh-CN', 'en']).meta({ description: '邮件与短信用的语言 · language of mails' }),
    staff: z.array(z.object({ role: z.enum(STAFF_ROLES), department: z.string().optional() })),
  })
  .meta({ id: 'Account' });
export const nameRequest = strict({ name: personName }).meta({ id: 'NameRequest' });
export const newContactRequest = strict({ contact: contactText, password: passwordText }).meta({
  id: 'NewContactRequest',
});
export const languageRequest = strict({ language: z.enum(['zh-CN', 'en']) }).meta({ id: 'LanguageRequest' });
export const passwordRequest = strict({ current: passwordText, password: passwordText }).meta({
  id: 'PasswordRequest',
});
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

export const openSession = z
  .object({
    id: z.string(),
    startedAt: z.string(),
    lastSeenAt: z.string(),
    address: z.string().nullable(),
    device: z.string().nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'OpenSession' });
export const openSessions = z.object({ sessions: z.array(openSession) }).meta({ id: 'OpenSessions' });
export const sessionPath = z.object({ sessionId: z.string().min(1).max(64) });

export type Account = z.infer<typeof account>;
export type InvitationView = z.infer<typeof invitationView>;
export type OpenSession = z.infer<typeof openSession>;
export type OpenSessions = z.infer<typeof openSessions>;
