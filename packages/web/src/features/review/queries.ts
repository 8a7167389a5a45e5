import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { FilePage } from '@tidu/api/files/contract';
import type { CaseView } from '@tidu/api/review/cases/contract';
import type { IntakeLetter } from '@tidu/api/review/intake/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { sendJson } from '../../shared/api/send-json.ts';

export const casePath = (id: string): string => `/api/v1/desk/cases/${encodeURIComponent(id)}`;

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'case', id],
    queryFn: ({ signal }) => readJson<CaseView>(casePath(id), signal),
    retry: (failures, error) => failures < 1 && !(error instanceof RequestFailed && error.status < 500),
  });

export const letterQuery = (id: string, kind: string) =>
  queryOptions({
    queryKey: ['desk', 'case', id, 'notice', kind],
    queryFn: ({ signal }) => readJson<IntakeLetter>(`${casePath(id)}/notices/${kind}`, signal),
  });

export const firmFilesQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['firms', firmId, 'files', 'for-evidence'],
    queryFn: ({ signal }) => readJson<FilePage>(`/api/v1/firms/${firmId}/files?limit=100`, signal),
  });

interface Sent {
  readonly path: string;
  readonly body?: unknown;
  readonly method?: 'POST' | 'PUT';
}

/**
 * Does something to a case and reads it anew, whatever came of it: after a 409 the page shows what has changed meanwhile.
 */
export function useCaseChange(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body, method = 'POST' }: Sent) => sendJson<unknown>(method, path, body),
    onSuccess: onDone,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['desk', 'case', id] }),
        client.invalidateQueries({ queryKey: ['desk', 'cases'] }),
        client.invalidateQueries({ queryKey: ['desk', 'counts'] }),
      ]),
  });
}

export type CaseChange = ReturnType<typeof useCaseChange>;
