import { files as en } from './en/files.ts';
import type { Catalogue } from './locale.ts';
import { files as zh } from './zh-CN/files.ts';

export const filesMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
