import { payments as en } from './en/payments.ts';
import type { Catalogue } from './locale.ts';
import { payments as zh } from './zh-CN/payments.ts';

export const paymentsMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
