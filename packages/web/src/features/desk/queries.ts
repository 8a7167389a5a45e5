import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CaseCounts, CaseFilters, CaseList, DeskOverview, SavedViewList } from '@tidu/api/review/desk/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { queryOf } from './desk-filters.ts';

const DESK = '/api/v1/desk';

export const caseListQuery = (filters: CaseFilters) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'cases', filters],
    queryFn: ({ signal, pageParam }) => {
      const cursor = pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return readJson<CaseList>(`${DESK}/cases?${queryOf(filters)}${cursor}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const caseCountsQuery = (filters: CaseFilters) =>
  queryOptions({
    queryKey: ['desk', 'counts', filters],
    queryFn: ({ signal }) => readJson<CaseCounts>(`${DESK}/counts?${queryOf(filters)}`, signal),
    placeholderData: (before) => before,
  });

export const overviewQuery = queryOptions({
  queryKey: ['desk', 'overview'],
  queryFn: ({ signal }) => readJson<DeskOverview>(`${DESK}/overview`, signal),
  staleTime: 60_000,
});

export const viewsQuery = queryOptions({
  queryKey: ['desk', 'views'],
  queryFn: ({ signal }) => readJson<SavedViewList>(`${DESK}/views`, signal),
});

export const exportPath = (filters: CaseFilters, format: 'xlsx' | 'csv'): string =>
  `${DESK}/export?${queryOf(filters)}&format=${format}`;
