import { queryOptions } from '@tanstack/react-query';
import type { BankAccountAnswer } from '@tidu/api/firms/bank/contract';
import type { Firm, Industries, MyFirms, ParkList } from '@tidu/api/firms/contract';
import type { FactHistory, FirmFacts } from '@tidu/api/firms/facts/contract';
import type { FirmMembers } from '@tidu/api/firms/members/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';

export const firmPath = (firmId: string): string => `/api/v1/firms/${encodeURIComponent(firmId)}`;

/** A refusal stays a refusal however often one asks. */
const retry = (failures: number, error: Error): boolean =>
  failures < 1 && !(error instanceof RequestFailed && error.status >= 400 && error.status < 500);

export const myFirmsQuery = queryOptions({
  queryKey: ['firms', 'mine'],
  queryFn: ({ signal }) => readJson<MyFirms>('/api/v1/my/firms', signal),
  retry,
});

export const firmQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['firms', firmId, 'profile'],
    queryFn: ({ signal }) => readJson<Firm>(firmPath(firmId), signal),
    retry,
  });

export const factsQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['firms', firmId, 'facts'],
    queryFn: ({ signal }) => readJson<FirmFacts>(`${firmPath(firmId)}/facts`, signal),
    retry,
  });

export const factHistoryQuery = (firmId: string, key: string) =>
  queryOptions({
    queryKey: ['firms', firmId, 'facts', key, 'history'],
    queryFn: ({ signal }) =>
      readJson<FactHistory>(`${firmPath(firmId)}/facts/${encodeURIComponent(key)}/history`, signal),
    retry,
  });

export const membersQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['firms', firmId, 'members'],
    queryFn: ({ signal }) => readJson<FirmMembers>(`${firmPath(firmId)}/members`, signal),
    retry,
  });

export const accountQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['firms', firmId, 'account'],
    queryFn: ({ signal }) => readJson<BankAccountAnswer>(`${firmPath(firmId)}/bank-account`, signal),
    retry,
  });

export const industriesQuery = queryOptions({
  queryKey: ['industries'],
  queryFn: ({ signal }) => readJson<Industries>('/api/v1/industries', signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const parksQuery = queryOptions({
  queryKey: ['parks'],
  queryFn: ({ signal }) => readJson<ParkList>('/api/v1/parks', signal),
});
