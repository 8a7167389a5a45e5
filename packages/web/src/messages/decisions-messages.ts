import { decisions as en } from './en/decisions.ts';
import type { Catalogue } from './locale.ts';
import { decisions as zh } from './zh-CN/decisions.ts';

export const decisionsMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
