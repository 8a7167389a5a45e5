import { infiniteQueryOptions } from '@tanstack/react-query';
import type { People } from '@tidu/api/identity/people/contract';
import { readJson } from '../../../shared/api/read-json.ts';

export const peopleQuery = (search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', search ?? ''],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams();
      if (search !== undefined) query.set('search', search);
      if (pageParam !== '') query.set('cursor', pageParam);
      return readJson<People>(`/api/v1/people?${query}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: People) => next ?? undefined,
  });
