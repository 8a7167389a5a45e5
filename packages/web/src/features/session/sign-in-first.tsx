import { Navigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useSession } from './use-session.ts';

/** A page for people who are signed in; others sign in first and come back to it. */
export function SignInFirst({ children }: { readonly children: ReactNode }) {
  const { session, isLoading } = useSession();
  const router = useRouter();
  // Kept from the start: the address changes while the way to sign-in is under way.
  const [back] = useState(() => router.state.location.href);
  if (isLoading)
    return (
      <div className="page-width pt-10">
        <Skeleton lines={6} />
      </div>
    );
  return session ? children : <Navigate to="/sign-in" search={{ back }} replace />;
}
