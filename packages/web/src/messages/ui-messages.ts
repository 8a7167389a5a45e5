import { ui as en } from './en/ui.ts';
import type { Catalogue } from './locale.ts';
import { ui as zh } from './zh-CN/ui.ts';

export const uiMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
