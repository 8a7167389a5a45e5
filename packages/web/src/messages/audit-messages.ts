import { audit as en } from './en/audit.ts';
import type { Catalogue } from './locale.ts';
import { audit as zh } from './zh-CN/audit.ts';

export const auditMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
