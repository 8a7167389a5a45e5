import { transition as en } from './en/transition.ts';
import type { Catalogue } from './locale.ts';
import { transition as zh } from './zh-CN/transition.ts';

export const transitionMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
