import { shell as en } from './en/shell.ts';
import type { Catalogue } from './locale.ts';
import { shell as zh } from './zh-CN/shell.ts';

export const shellMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
