import { useQueries, useQuery } from '@tanstack/react-query';
import { type Dates, type Id, type PolicyDoc, pickVersion, type Text } from '@tidu/rules';
import { useMemo } from 'react';
import { policyListQuery, policyVersionQuery } from '../../policies/queries.ts';
import { isElsewhere, versionsToRead } from './in-force.ts';

export interface PoliciesInForce {
  readonly status: 'loading' | 'failed' | 'ready';
  /** Documents in force on the day, the ladder first. */
  readonly docs: readonly PolicyDoc[];
  /** Policies without a version on the day; `forParks` where there is one, but for parks the firm is not in. */
  readonly missing: readonly { readonly id: Id; readonly label: Text; readonly forParks: boolean }[];
  readonly retry: () => void;
}

/** The policy versions that count on the firm's dates, for a firm of its park. */
export function usePoliciesInForce(dates: Dates, park?: string): PoliciesInForce {
  const list = useQuery(policyListQuery);
  const keys = useMemo(() => versionsToRead(list.data?.policies ?? [], dates, park), [list.data, dates, park]);
  const { documents, pending, failed, refetch } = useQueries({
    queries: keys.map((key) => policyVersionQuery(key.id, key.inForceFrom)),
    combine: (all) => ({
      documents: all.map((each) => each.data),
      pending: all.some((each) => each.isPending && !each.isError),
      failed: all.some((each) => each.isError && !each.data),
      refetch: () => all.filter((each) => each.isError).map((each) => each.refetch()),
    }),
  });
  const docs = useMemo(() => {
    const all = documents.flatMap((each) => each?.policy ?? []);
    const ids = [...new Set(all.map((doc) => doc.id))];
    const picked = ids.flatMap((id) => {
      const version = pickVersion(all, id, dates);
      return 'facts' in version ? [version] : [];
    });
    return picked.toSorted(ladderFirst);
  }, [documents, dates]);
  const status =
    list.isError && !list.data ? 'failed' : failed ? 'failed' : list.isPending || pending ? 'loading' : 'ready';
  return {
    status,
    docs,
    missing: (list.data?.policies ?? [])
      .filter((policy) => !docs.some((doc) => doc.id === policy.id))
      .map((policy) => ({ id: policy.id, label: policy.label, forParks: isElsewhere(policy, dates) })),
    retry: () => {
      if (list.isError) void list.refetch();
      refetch();
    },
  };
}

const rank = (doc: PolicyDoc): number => (doc.tiers.length > 1 ? 0 : doc.pools.length > 0 ? 1 : 2);
const ladderFirst = (a: PolicyDoc, b: PolicyDoc): number => rank(a) - rank(b);
