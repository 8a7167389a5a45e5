import { queryOptions } from '@tanstack/react-query';
import type { DemoPeople } from '@tidu/api/demo/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { sendJson } from '../../shared/api/send-json.ts';

/** The made-up people of the demonstration; 404 anywhere else. */
export const demoPeopleQuery = queryOptions({
  queryKey: ['demo', 'people'],
  queryFn: ({ signal }) => readJson<DemoPeople>('/api/v1/demo/people', signal),
  retry: false,
});

export const enterAs = (userId: string) => sendJson('POST', '/api/v1/demo/session', { userId });
