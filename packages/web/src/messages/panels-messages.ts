import { panels as en } from './en/panels.ts';
import type { Catalogue } from './locale.ts';
import { panels as zh } from './zh-CN/panels.ts';

export const panelsMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
