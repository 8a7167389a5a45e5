import { studioForce as en } from './en/studio-force.ts';
import type { Catalogue } from './locale.ts';
import { studioForce as zh } from './zh-CN/studio-force.ts';

export const studioForceMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
