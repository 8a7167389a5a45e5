import { queryOptions } from '@tanstack/react-query';
import type { SheetList } from '@tidu/api/panels/contract';
import { readJson } from '../../../shared/api/read-json.ts';

export type ListedSheet = SheetList['sheets'][number];

export const sheetsPath = '/api/v1/scoring-sheets';
export const sheetsQuery = queryOptions({
  queryKey: ['scoring-sheets'],
  queryFn: ({ signal }) => readJson<SheetList>(sheetsPath, signal),
});

/** The version of a sheet that panels set up now would take. */
export const currentOf = (versions: readonly ListedSheet[]): ListedSheet | undefined =>
  versions.find(({ status }) => status === 'published');
