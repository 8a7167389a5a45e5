import { identity as en } from './en/identity.ts';
import type { Catalogue } from './locale.ts';
import { identity as zh } from './zh-CN/identity.ts';

export const identityMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
