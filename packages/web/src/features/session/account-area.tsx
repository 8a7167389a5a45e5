import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { sessionMessages } from '../../messages/session-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { sessionQuery } from './queries.ts';

// Only people who are signed in load what the menu needs.
const AccountMenu = lazy(() => import('./account-menu.tsx').then(({ AccountMenu: part }) => ({ default: part })));

/** The account corner of the header: the way in, or the menu of the person signed in. */
export function AccountArea() {
  const m = useMessages(sessionMessages);
  const { data, isPending } = useQuery(sessionQuery);
  const session = data?.session;
  if (isPending) return <span className="inline-block min-h-9 w-16" />;
  if (session?.step === 'complete')
    return (
      <Suspense fallback={<span className="inline-block min-h-9 w-16" />}>
        <AccountMenu session={session} />
      </Suspense>
    );
  return (
    <Link to="/sign-in" className={buttonClass('quiet', 'dense')}>
      {session ? m.goOn : m.signIn}
    </Link>
  );
}
