import { queryOptions } from '@tanstack/react-query';
import type { PolicyList, PolicyVersionDocument } from '@tidu/api/policies/contract';
import type { Id, IsoDate } from '@tidu/rules';
import { readJson } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';

/** Every policy with its versions, newest first. */
export const policyListQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => readJson<PolicyList>('/api/v1/policies', signal),
});

/** The whole document of one version. A version never changes once published, so it is read once. */
export const policyVersionQuery = (id: Id, inForceFrom: IsoDate) =>
  queryOptions({
    queryKey: ['policies', id, inForceFrom],
    queryFn: ({ signal }) =>
      readJson<PolicyVersionDocument>(
        `/api/v1/policies/${encodeURIComponent(id)}/versions/${encodeURIComponent(inForceFrom)}`,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => failures < 1 && !(error instanceof RequestFailed && error.status < 500),
  });
