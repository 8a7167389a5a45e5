import { publicity as en } from './en/publicity.ts';
import type { Catalogue } from './locale.ts';
import { publicity as zh } from './zh-CN/publicity.ts';

export const publicityMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
