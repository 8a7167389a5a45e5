import type { ReactNode } from 'react';
import { deskMessages } from '../../messages/desk-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { SignInFirst } from '../session/sign-in-first.tsx';
import { useSession } from '../session/use-session.ts';

/** Shows its content to people of the office; firms are told that it is not for them. */
export function OfficialsOnly({ children }: { readonly children: ReactNode }) {
  return (
    <SignInFirst>
      <StaffOnly>{children}</StaffOnly>
    </SignInFirst>
  );
}

function StaffOnly({ children }: { readonly children: ReactNode }) {
  const m = useMessages(deskMessages);
  const { session } = useSession();
  if (session?.kind === 'staff') return children;
  return (
    <div className="page-width pt-10">
      <EmptyState title={m.notForYou}>{m.notForYouText}</EmptyState>
    </div>
  );
}
