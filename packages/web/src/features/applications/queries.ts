import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Application, ApplicationPage } from '@tidu/api/applications/contract';
import type { ApplicationDraft, DraftEvaluation } from '@tidu/api/applications/drafts/contract';
import type { CaseTransitionAnswer } from '@tidu/api/studio/force/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';

const retry = (failures: number, error: Error): boolean =>
  failures < 1 && !(error instanceof RequestFailed && error.status >= 400 && error.status < 500);

export const applicationPath = (id: string): string => `/api/v1/applications/${encodeURIComponent(id)}`;

export const applicationsQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['applications', 'of', firmId],
    queryFn: ({ signal, pageParam }) =>
      readJson<ApplicationPage>(
        `/api/v1/firms/${encodeURIComponent(firmId)}/applications${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    retry,
  });

export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', id],
    queryFn: ({ signal }) => readJson<Application>(applicationPath(id), signal),
    retry,
  });

export const transitionQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', id, 'transition'],
    queryFn: ({ signal }) => readJson<CaseTransitionAnswer>(`${applicationPath(id)}/transition`, signal),
    retry,
  });

/** Read once when the page opens: what is typed is newer than anything read again. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', id, 'draft'],
    queryFn: ({ signal }) => readJson<ApplicationDraft>(`${applicationPath(id)}/draft`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry,
  });

export const draftCheckQuery = (id: string, draftVersion: number) =>
  queryOptions({
    queryKey: ['applications', id, 'check', draftVersion],
    queryFn: ({ signal }) => readJson<DraftEvaluation>(`${applicationPath(id)}/draft/evaluation`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
    retry,
  });
