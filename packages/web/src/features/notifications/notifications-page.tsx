import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { notificationsMessages } from '../../messages/notifications-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { SignInFirst } from '../session/sign-in-first.tsx';
import { NotificationRow } from './notification-row.tsx';
import { notificationsQuery } from './queries.ts';

export const Route = createLazyRoute('/notifications')({
  component: () => (
    <SignInFirst>
      <NotificationsPage />
    </SignInFirst>
  ),
});

/** What concerns the person, newest first. Opening one marks it as read. */
function NotificationsPage() {
  const m = useMessages(notificationsMessages);
  const client = useQueryClient();
  const list = useInfiniteQuery(notificationsQuery);
  const read = useMutation({
    mutationFn: (ids?: readonly string[]) => sendJson('POST', '/api/v1/notifications/reading', ids ? { ids } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
  const rows = list.data?.pages.flatMap((page) => page.notifications) ?? [];
  const unread = list.data?.pages[0]?.unread ?? 0;
  return (
    <div className="page-width pb-16">
      <PageHeader title={m.title} lead={m.lead} />
      {list.isPending && <Skeleton lines={6} />}
      {list.isError && (
        <Notice tone="error" title={m.failed}>
          <Button className="mt-3" onClick={() => void list.refetch()}>
            {m.retry}
          </Button>
        </Notice>
      )}
      {list.isSuccess && rows.length === 0 && <EmptyState title={m.none}>{m.noneText}</EmptyState>}
      {unread > 0 && (
        <div className="mb-4 flex flex-wrap items-center gap-4">
          <p className="text-ink-2" aria-live="polite">
            {m.unread(String(unread))}
          </p>
          <Button size="dense" busy={read.isPending} onClick={() => read.mutate(undefined)}>
            {m.allRead}
          </Button>
        </div>
      )}
      <ul className="max-w-3xl">
        {rows.map((each) => (
          <NotificationRow key={each.id} notification={each} onOpen={() => read.mutate([each.id])} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-6" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.more}
        </Button>
      )}
    </div>
  );
}
