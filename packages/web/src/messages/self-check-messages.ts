import { selfCheck as en } from './en/self-check.ts';
import type { Catalogue } from './locale.ts';
import { selfCheck as zh } from './zh-CN/self-check.ts';

export const selfCheckMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
