import { review as en } from './en/review.ts';
import type { Catalogue } from './locale.ts';
import { review as zh } from './zh-CN/review.ts';

export const reviewMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
