import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { sendJson } from '../../shared/api/send-json.ts';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { firmPath, membersQuery } from './queries.ts';

export interface MemberChange {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Below the firm, e.g. `members/u1`. */
  readonly path: string;
  readonly body?: unknown;
  /** What is said when it is done. */
  readonly done: string;
}

/** Changes who works for a firm and reads the list anew. */
export function useMemberChange(firmId: string): UseMutationResult<unknown, Error, MemberChange> {
  const client = useQueryClient();
  const { show } = useAnnouncer();
  return useMutation({
    mutationFn: ({ method, path, body }: MemberChange) =>
      sendJson<unknown>(method, `${firmPath(firmId)}/${path}`, body),
    onSuccess: async (_, { done }) => {
      show(done);
      await client.invalidateQueries(membersQuery(firmId));
    },
  });
}
