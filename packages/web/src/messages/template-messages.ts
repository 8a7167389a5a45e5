import { templates as en } from './en/templates.ts';
import type { Catalogue } from './locale.ts';
import { templates as zh } from './zh-CN/templates.ts';

export const templateMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
