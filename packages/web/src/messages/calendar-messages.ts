import { calendar as en } from './en/calendar.ts';
import type { Catalogue } from './locale.ts';
import { calendar as zh } from './zh-CN/calendar.ts';

export const calendarMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
