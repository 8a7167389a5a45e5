import { queryOptions } from '@tanstack/react-query';
import type { PolicyList, PolicyVersionDocument } from '@tidu/api/policies/contract';
import type { Id, IsoDate } from '@tidu/rules';

/** A request the server answered with anything but success; `status` decides what the page says. */
export class RequestFailed extends Error {
  readonly status: number;
  constructor(status: number, path: string) {
    super(`${status} ${path}`);
    this.status = status;
  }
}

async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new RequestFailed(response.status, path);
  return (await response.json()) as T;
}

/** Every policy with its versions, newest first. */
export const policyListQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => read<PolicyList>('/api/v1/policies', signal),
});

/** The whole document of one version. A version never changes once published, so it is read once. */
export const policyVersionQuery = (id: Id, inForceFrom: IsoDate) =>
  queryOptions({
    queryKey: ['policies', id, inForceFrom],
    queryFn: ({ signal }) =>
      read<PolicyVersionDocument>(
        `/api/v1/policies/${encodeURIComponent(id)}/versions/${encodeURIComponent(inForceFrom)}`,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => failures < 1 && !(error instanceof RequestFailed && error.status < 500),
  });
