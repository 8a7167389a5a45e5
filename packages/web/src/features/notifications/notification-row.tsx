import type { Notification } from '@tidu/api/notifications/contract';
import { notificationsMessages } from '../../messages/notifications-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { Link, linkClass } from '../../shared/ui/link.tsx';

interface NotificationRowProps {
  readonly notification: Notification;
  readonly onOpen: () => void;
}

/** One notice; what is unread says so in words, not by weight alone. */
export function NotificationRow({ notification, onOpen }: NotificationRowProps) {
  const m = useMessages(notificationsMessages);
  const instant = useInstant();
  const { text, link, createdAt, readAt } = notification;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-4">
      <p className={`min-w-0 flex-1 basis-72 ${readAt === null ? 'font-semibold' : 'text-ink-2'}`}>
        {readAt === null && (
          <span className="mr-2 rounded-full bg-celadon-soft px-2 py-0.5 text-caption font-medium text-celadon-strong">
            {m.isNew}
          </span>
        )}
        {link === null ? (
          text
        ) : (
          <Link to={link as '/'} className={linkClass} onClick={onOpen}>
            {text}
          </Link>
        )}
      </p>
      <time dateTime={createdAt} className="text-small text-ink-3 tabular-nums">
        {instant(createdAt)}
      </time>
    </li>
  );
}
