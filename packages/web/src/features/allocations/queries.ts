import { queryOptions } from '@tanstack/react-query';
import type { AllocationList, LedgerPage, PoolList, Ranking } from '@tidu/api/allocations/contract';
import { readJson } from '../../shared/api/read-json.ts';

export interface PoolKey {
  readonly policyId: string;
  readonly poolId: string;
  readonly year: number;
}

export const poolPath = ({ policyId, poolId, year }: PoolKey): string => `/api/v1/pools/${policyId}/${poolId}/${year}`;

export const poolListQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['pools', year],
    queryFn: ({ signal }) => readJson<PoolList>(`/api/v1/pools${year === undefined ? '' : `?year=${year}`}`, signal),
  });

export const rankingQuery = (key: PoolKey, points: string) =>
  queryOptions({
    queryKey: ['pools', key, 'ranking', points],
    queryFn: ({ signal }) => readJson<Ranking>(`${poolPath(key)}/ranking?points=${points}`, signal),
    placeholderData: (before) => before,
  });

export const pastQuery = (key: PoolKey) =>
  queryOptions({
    queryKey: ['pools', key, 'allocations'],
    queryFn: ({ signal }) => readJson<AllocationList>(`${poolPath(key)}/allocations`, signal),
  });

export const ledgerQuery = (key: PoolKey) =>
  queryOptions({
    queryKey: ['pools', key, 'ledger'],
    queryFn: ({ signal }) => readJson<LedgerPage>(`${poolPath(key)}/ledger`, signal),
  });
