import { useQuery } from '@tanstack/react-query';
import { sessionMessages } from '../../messages/session-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { BellIcon } from '../../shared/ui/icons.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { unreadQuery } from './queries.ts';

/** The bell of the header with the number of unread notices. */
export function NotificationBell() {
  const m = useMessages(sessionMessages);
  const { data: unread = 0 } = useQuery(unreadQuery);
  return (
    <Link
      to="/notifications"
      aria-label={unread > 0 ? m.unread(String(unread)) : m.notifications}
      className="relative inline-flex size-9 items-center justify-center rounded-2 text-ink-2 hover:bg-sunken hover:text-ink"
    >
      <BellIcon className="size-5" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 min-w-4.5 rounded-full bg-celadon px-1 text-center text-[0.6875rem] leading-4.5 font-semibold text-on-celadon tabular-nums"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
