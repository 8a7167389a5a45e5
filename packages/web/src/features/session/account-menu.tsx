import { useMutation } from '@tanstack/react-query';
import type { Session } from '@tidu/api/identity/contract';
import { sessionMessages } from '../../messages/session-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { ChevronIcon, PersonIcon } from '../../shared/ui/icons.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Popover } from '../../shared/ui/popover.tsx';
import { NotificationBell } from '../notifications/notification-bell.tsx';
import { headerLinksFor, linksFor } from './role-links.ts';

const ITEM =
  'block w-full rounded-2 px-3 py-2 text-left text-body text-ink no-underline hover:bg-celadon-soft hover:text-celadon-strong';

const WITH_BELOW = { exact: false };
const SHORTCUT =
  'inline-flex min-h-9 items-center rounded-2 px-2 text-small whitespace-nowrap text-ink no-underline hover:bg-celadon-soft hover:text-celadon-strong aria-[current=page]:bg-celadon-soft aria-[current=page]:text-celadon-strong';

/** The person signed in: what they use most where there is room for it, all their pages, their account, the way out. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const m = useMessages(sessionMessages);
  const leave = useMutation({
    mutationFn: () => sendJson('DELETE', '/api/v1/session'),
    // A full load, so that nothing read as this person stays in memory.
    onSettled: () => window.location.assign('/'),
  });
  const links = [...linksFor(session), { word: 'account', to: '/account' } as const];
  return (
    <>
      <nav aria-label={m.work} className="mx-2 hidden gap-x-1 border-l border-line pl-3 xl:flex">
        {headerLinksFor(session).map(({ word, to }) => (
          <Link key={to} to={to as '/'} activeOptions={WITH_BELOW} className={SHORTCUT}>
            {m[word]}
          </Link>
        ))}
      </nav>
      <NotificationBell />
      <Popover
        label={m.menu(session.name)}
        triggerClass="inline-flex min-h-9 max-w-40 items-center gap-1.5 rounded-2 px-2 text-small text-ink hover:bg-sunken"
        trigger={
          <>
            <PersonIcon className="size-5" />
            <span className="hidden truncate sm:inline">{session.name}</span>
            <ChevronIcon className="size-4" />
          </>
        }
      >
        <p className="border-b border-line px-3 pb-2 font-semibold">{session.name}</p>
        <ul className="mt-2">
          {links.map(({ word, to }) => (
            <li key={to}>
              <Link to={to as '/'} className={ITEM} onClick={closePopover}>
                {m[word]}
              </Link>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className={`${ITEM} mt-2 border-t border-line`}
          aria-busy={leave.isPending || undefined}
          onClick={() => leave.mutate()}
        >
          {m.signOut}
        </button>
      </Popover>
    </>
  );
}

const closePopover = (event: { readonly currentTarget: Element }): void =>
  (event.currentTarget.closest('[popover]') as HTMLElement | null)?.hidePopover();
