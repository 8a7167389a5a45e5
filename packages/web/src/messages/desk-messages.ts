import { desk as en } from './en/desk.ts';
import type { Catalogue } from './locale.ts';
import { desk as zh } from './zh-CN/desk.ts';

export const deskMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
