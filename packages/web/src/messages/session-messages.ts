import { session as en } from './en/session.ts';
import type { Catalogue } from './locale.ts';
import { session as zh } from './zh-CN/session.ts';

export const sessionMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
