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
  const back = encodeURIComponent(window.location.pathname + window.location.search);
  return (
    <>
      <PageHeader title={title} />
      {isLoading ? (
        <Skeleton lines={6} />
      ) : (
        <EmptyState
          title={m.signIn}
          action={
            <div className="flex flex-wrap justify-center gap-3">
              <a className={buttonClass('primary')} href={`/sign-in?back=${back}`}>
                {m.signInLink}
              </a>
              <a className={buttonClass()} href={`/sign-up?back=${back}`}>
                {m.signUpLink}
              </a>
            </div>
          }
        >
          {m.signInText}
        </EmptyState>
      )}
    </>
  );
}
