import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AuditPage } from '@tidu/api/audit/contract';
import { readJson } from '../../shared/api/read-json.ts';

/** What the address of the page holds; list and export take exactly this. */
export interface AuditSearch {
  readonly actor?: string;
  readonly action?: string;
  readonly subjectType?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
}

export const AUDIT_FIELDS = ['actor', 'action', 'subjectType', 'subject', 'from', 'to'] as const;

export function queryOf(search: AuditSearch, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more);
  for (const name of AUDIT_FIELDS) {
    const value = search[name];
    if (value) query.set(name, value);
  }
  return query.toString();
}

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', queryOf(search)],
    queryFn: ({ signal, pageParam }) =>
      readJson<AuditPage>(
        `/api/v1/audit?${queryOf(search, pageParam === 0 ? {} : { cursor: String(pageParam) })}`,
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }: AuditPage) => next ?? undefined,
    staleTime: 0,
  });
