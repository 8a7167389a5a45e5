import { queryOptions } from '@tanstack/react-query';
import type { OverrunList } from '@tidu/api/applications/contract';
import type { RevisionList, SchemeGuide, SchemeList } from '@tidu/api/schemes/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';

/** A refusal stays a refusal however often one asks. */
export const retry = (failures: number, error: Error): boolean =>
  failures < 1 && !(error instanceof RequestFailed && error.status < 500);

export const schemeListQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: ({ signal }) => readJson<SchemeList>('/api/v1/schemes', signal),
  retry,
});

export const schemePath = (id: string): string => `/api/v1/schemes/${encodeURIComponent(id)}`;

export const schemeQuery = (id: string) =>
  queryOptions({
    queryKey: ['schemes', id],
    queryFn: ({ signal }) => readJson<SchemeGuide>(schemePath(id), signal),
    retry,
  });

export const overrunsQuery = queryOptions({
  queryKey: ['overruns'],
  queryFn: ({ signal }) => readJson<OverrunList>('/api/v1/overruns', signal),
  retry,
});

export const revisionsQuery = queryOptions({
  queryKey: ['scheme-revisions'],
  queryFn: ({ signal }) => readJson<RevisionList>('/api/v1/scheme-revisions', signal),
  retry,
});
