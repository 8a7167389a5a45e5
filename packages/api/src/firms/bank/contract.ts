import * as z from 'zod';
import { strict } from '../../http/contract.ts';

export const bankAccountInput = strict({
  holder: z.string().trim().min(1).max(100).meta({ description: '户名 · name of the holder' }),
  bankName: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({ description: '开户银行（含支行）', examples: ['宁波银行高新区支行'] }),
  bankCode: z
    .string()
    .regex(/^\d{12}$/)
    .optional()
    .meta({ description: '联行号，12 位 · bank code' }),
  number: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8,30}$/))
    .meta({ description: '账号 · account number', examples: ['3301 0402 0000 0000 001'] }),
  consentVersion: z.string().max(20).meta({ description: '所同意文本的版本 · version of the text agreed to' }),
}).meta({ id: 'BankAccountInput' });

const text = z.object({ 'zh-CN': z.string(), en: z.string() });

export const bankAccount = z
  .object({
    id: z.string(),
    holder: z.string(),
    bankName: z.string(),
    bankCode: z.string().optional(),
    maskedNumber: z.string().meta({ examples: ['**** 0001'] }),
    consentVersion: z.string(),
    consentAt: z.string(),
    consentBy: z.string(),
  })
  .meta({ id: 'BankAccount' });

export const bankAccountAnswer = z
  .object({
    account: bankAccount.nullable(),
    consent: z.object({ version: z.string(), text }).meta({ description: '现行的同意文本 · the text in use' }),
  })
  .meta({ id: 'BankAccountAnswer' });

export const accountNumber = z.object({ number: z.string() }).meta({ id: 'AccountNumber' });

export type BankAccountInput = z.input<typeof bankAccountInput>;
export type BankAccountAnswer = z.infer<typeof bankAccountAnswer>;
export type AccountNumber = z.infer<typeof accountNumber>;
