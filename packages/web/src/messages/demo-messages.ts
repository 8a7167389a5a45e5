import { demo as en } from './en/demo.ts';
import type { Catalogue } from './locale.ts';
import { demo as zh } from './zh-CN/demo.ts';

export const demoMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
