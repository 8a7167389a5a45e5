import { queryOptions } from '@tanstack/react-query';
import type { BulkPreviewRow, DecisionDesk, Outcome } from '@tidu/api/decisions/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';

export const applicationPath = (id: string): string => `/api/v1/applications/${encodeURIComponent(id)}`;

const onlyWhileDown = (failures: number, error: Error): boolean =>
  failures < 1 && !(error instanceof RequestFailed && error.status < 500);

export const decisionDeskQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision-desk', id],
    queryFn: ({ signal }) => readJson<DecisionDesk>(`${applicationPath(id)}/decision-desk`, signal),
    retry: onlyWhileDown,
  });

export const outcomeQuery = (id: string) =>
  queryOptions({
    queryKey: ['outcome', id],
    queryFn: ({ signal }) => readJson<Outcome>(`${applicationPath(id)}/outcome`, signal),
    retry: onlyWhileDown,
  });

export const bulkPreviewQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['decision-desk', 'bulk', ...ids],
    queryFn: ({ signal }) =>
      readJson<{ readonly rows: readonly BulkPreviewRow[] }>(
        `/api/v1/decisions/bulk?ids=${ids.map(encodeURIComponent).join(',')}`,
        signal,
      ),
    staleTime: 0,
    gcTime: 0,
    retry: onlyWhileDown,
  });
