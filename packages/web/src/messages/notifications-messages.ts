import { notifications as en } from './en/notifications.ts';
import type { Catalogue } from './locale.ts';
import { notifications as zh } from './zh-CN/notifications.ts';

export const notificationsMessages: Catalogue<typeof zh> = { 'zh-CN': zh, en };
