import { queryOptions } from '@tanstack/react-query';
import type { SessionAnswer } from '@tidu/api/identity/contract';
import { readJson } from '../../shared/api/read-json.ts';

/** Who is signed in; nobody is an answer like any other. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readJson<SessionAnswer>('/api/v1/session', signal),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
  retry: false,
});
