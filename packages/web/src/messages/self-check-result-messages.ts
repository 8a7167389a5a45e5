import { selfCheckResult as en } from './en/self-check-result.ts';
import type { Catalogue } from './locale.ts';
import { selfCheckResult as zh } from './zh-CN/self-check-result.ts';

export const selfCheckResultMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
