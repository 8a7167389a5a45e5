import type { ReactNode } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useSession } from '../session/use-session.ts';

/** Shows its content to those who are signed in, and the way to sign in to others. */
export function SignedIn({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const m = useMessages(firmsMessages);
  const { session, isLoading } = useSession();
  if (session) return children;
  return (
    <>
      <PageHeader title={title} />
      {isLoading ? (
        <Skeleton lines={6} />
      ) : (
        <EmptyState
          title={m.signIn}
          action={
            <a
              className={buttonClass('primary')}
              href={`/sign-in?back=${encodeURIComponent(window.location.pathname + window.location.search)}`}
            >
              {m.signInLink}
            </a>
          }
        >
          {m.signInText}
        </EmptyState>
      )}
    </>
  );
}
