import { useQuery } from '@tanstack/react-query';
import type { Session } from '@tidu/api/identity/contract';
import { sessionQuery } from './queries.ts';

/** Who is signed in to the end: staff have shown their second factor. */
export function useSession(): { readonly session: Session | undefined; readonly isLoading: boolean } {
  const { data, isPending } = useQuery(sessionQuery);
  const session = data?.session;
  return { session: session?.step === 'complete' ? session : undefined, isLoading: isPending };
}
