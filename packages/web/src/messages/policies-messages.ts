import { policies as en } from './en/policies.ts';
import type { Catalogue } from './locale.ts';
import { policies as zh } from './zh-CN/policies.ts';

export const policiesMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
