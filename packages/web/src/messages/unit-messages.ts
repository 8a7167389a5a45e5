import { units as en } from './en/units.ts';
import type { Catalogue } from './locale.ts';
import { units as zh } from './zh-CN/units.ts';

export const unitMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
