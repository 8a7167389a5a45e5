import { useQueries, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { homeMessages } from '../../messages/home-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useDocumentTitle } from '../../shared/ui/page-header.tsx';
import { policyListQuery, policyVersionQuery } from '../policies/queries.ts';
import { HomeHero } from './home-hero.tsx';
import { HomePolicies } from './home-policies.tsx';
import { HomePools } from './home-pools.tsx';
import { HomeSteps } from './home-steps.tsx';

/**
 * The front page. The ladder and the pools are drawn from the policies in force, so another zone sees its own; reading
 * them here also puts them at hand for the self-check and for working offline.
 */
function HomePage() {
  const m = useMessages(homeMessages);
  useDocumentTitle(m.title);
  const list = useQuery(policyListQuery);
  const current = (list.data?.policies ?? []).flatMap((policy) => {
    const version = policy.versions.find((each) => each.current);
    return version ? [{ policy, version }] : [];
  });
  const docs = useQueries({
    queries: current.map(({ policy, version }) => policyVersionQuery(policy.id, version.inForceFrom)),
    combine: (results) => results.flatMap((result) => (result.data ? [result.data.policy] : [])),
  });
  const ladder = docs.find((doc) => doc.pick === 'highest' && doc.tiers.length > 1);
  return (
    <>
      <HomeHero ladder={ladder} />
      <HomePools docs={docs} isReading={docs.length < current.length || list.isPending} />
      <HomeSteps />
      <HomePolicies
        current={current}
        isPending={list.isPending}
        isError={list.isError}
        retry={() => void list.refetch()}
      />
    </>
  );
}

export const Route = createLazyRoute('/')({ component: HomePage });
