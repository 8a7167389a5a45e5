import { studioKinds as en } from './en/studio-kinds.ts';
import type { Catalogue } from './locale.ts';
import { studioKinds as zh } from './zh-CN/studio-kinds.ts';

export const studioKindsMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
