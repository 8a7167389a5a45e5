import { firms as en } from './en/firms.ts';
import type { Catalogue } from './locale.ts';
import { firms as zh } from './zh-CN/firms.ts';

export const firmsMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
