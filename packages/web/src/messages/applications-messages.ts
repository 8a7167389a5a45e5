import { applications as en } from './en/applications.ts';
import type { Catalogue } from './locale.ts';
import { applications as zh } from './zh-CN/applications.ts';

export const applicationsMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
