import { allocations as en } from './en/allocations.ts';
import type { Catalogue } from './locale.ts';
import { allocations as zh } from './zh-CN/allocations.ts';

export const allocationsMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
