import { schemes as en } from './en/schemes.ts';
import type { Catalogue } from './locale.ts';
import { schemes as zh } from './zh-CN/schemes.ts';

export const schemesMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
