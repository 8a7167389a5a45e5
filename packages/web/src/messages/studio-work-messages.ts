import { studioWork as en } from './en/studio-work.ts';
import type { Catalogue } from './locale.ts';
import { studioWork as zh } from './zh-CN/studio-work.ts';

export const studioWorkMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
