import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { isOwnPath } from '../../../shared/own-path.ts';
import { sessionQuery } from '../../session/queries.ts';
import { landingFor } from '../../session/role-links.ts';

/** Goes on as the person now signed in: everything read before is read anew, then the page they were on the way to. */
export function useEnter(back: string | undefined): () => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    client.removeQueries({ type: 'inactive' });
    // Marked as old, not read again at once: the page that asks may have used up what it was about.
    await client.invalidateQueries({ refetchType: 'none' });
    const { session } = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    const to = isOwnPath(back) && !back.startsWith('/sign-in') ? back : session ? landingFor(session) : '/';
    await router.navigate({ href: to, replace: true });
  };
}
