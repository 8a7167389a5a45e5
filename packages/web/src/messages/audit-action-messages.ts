import { auditActions as en } from './en/audit-actions.ts';
import type { Catalogue } from './locale.ts';
import { auditActions as zh } from './zh-CN/audit-actions.ts';

export const auditActionMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
