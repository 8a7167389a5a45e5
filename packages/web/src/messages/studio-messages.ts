import { studio as en } from './en/studio.ts';
import type { Catalogue } from './locale.ts';
import { studio as zh } from './zh-CN/studio.ts';

export const studioMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
