import * as z from 'zod';
import { strict } from '../http/contract.ts';

export const notification = z
  .object({
    id: z.string(),
    text: z.string().meta({ description: '按 Accept-Language 给出的一句话' }),
    link: z.string().nullable(),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'Notification' });

export const notificationPage = z
  .object({ notifications: z.array(notification), unread: z.number().int(), next: z.string().nullable() })
  .meta({ id: 'NotificationPage' });
export const notificationsQuery = z.object({
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const markReadRequest = strict({
  /** Without ids everything is marked. */
  ids: z.array(z.string().max(64)).max(100).optional(),
}).meta({ id: 'MarkReadRequest' });
export const notificationPreference = strict({ email: z.boolean() }).meta({ id: 'NotificationPreference' });

export type Notification = z.infer<typeof notification>;
export type NotificationPage = z.infer<typeof notificationPage>;
export type NotificationPreference = z.infer<typeof notificationPreference>;
