import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { NotificationPage } from '@tidu/api/notifications/contract';
import { readJson } from '../../shared/api/read-json.ts';

const EVERY_MS = 60_000;

/** How many notices wait; asked again every minute while the page is open. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => readJson<NotificationPage>('/api/v1/notifications?limit=1', signal),
  select: ({ unread }) => unread,
  refetchInterval: EVERY_MS,
  staleTime: EVERY_MS / 2,
});

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ signal, pageParam }) =>
    readJson<NotificationPage>(`/api/v1/notifications${pageParam === '' ? '' : `?cursor=${pageParam}`}`, signal),
  initialPageParam: '',
  getNextPageParam: ({ next }: NotificationPage) => next ?? undefined,
  staleTime: 0,
});
