import { selfCheckImport as en } from './en/self-check-import.ts';
import type { Catalogue } from './locale.ts';
import { selfCheckImport as zh } from './zh-CN/self-check-import.ts';

export const selfCheckImportMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
