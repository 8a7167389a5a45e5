import { home as en } from './en/home.ts';
import type { Catalogue } from './locale.ts';
import { home as zh } from './zh-CN/home.ts';

export const homeMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
