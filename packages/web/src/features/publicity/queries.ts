import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AwardList, CasePublicity, Notice, NoticeList } from '@tidu/api/publicity/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';

const pageOf = (path: string, before: string | undefined): string =>
  before === undefined ? path : `${path}?before=${before}`;

export const noticeListQuery = infiniteQueryOptions({
  queryKey: ['publicity'],
  queryFn: ({ pageParam, signal }) => readJson<NoticeList>(pageOf('/api/v1/publicity', pageParam), signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const awardListQuery = infiniteQueryOptions({
  queryKey: ['awards'],
  queryFn: ({ pageParam, signal }) => readJson<AwardList>(pageOf('/api/v1/awards', pageParam), signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['publicity', id],
    queryFn: ({ signal }) => readJson<Notice>(`/api/v1/publicity/${encodeURIComponent(id)}`, signal),
    retry: (failures, error) => failures < 1 && !(error instanceof RequestFailed && error.status < 500),
  });

export const casePublicityQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['case-publicity', applicationId],
    queryFn: ({ signal }) => readJson<CasePublicity>(`/api/v1/applications/${applicationId}/publicity`, signal),
  });
