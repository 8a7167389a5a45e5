import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { policiesMessages } from '../../messages/policies-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { PolicyFailed } from './policy-failed.tsx';
import { PolicyView } from './policy-view.tsx';
import { PolicyProvider } from './policy-words.tsx';
import { policyListQuery, policyVersionQuery } from './queries.ts';

/** One version of one policy, told from its document. */
function PolicyPage() {
  const m = useMessages(policiesMessages);
  const { policyId, inForceFrom } = Route.useParams();
  const version = useQuery(policyVersionQuery(policyId, inForceFrom));
  const list = useQuery(policyListQuery);
  const versions = list.data?.policies.find((policy) => policy.id === policyId)?.versions ?? [];
  if (version.isPending || version.isError) {
    return (
      <div className="page-width pt-10">
        <h1 tabIndex={-1} className="mb-6 text-h1">
          {m.title}
        </h1>
        {version.isPending ? (
          <Skeleton lines={10} />
        ) : (
          <PolicyFailed error={version.error} retry={() => void version.refetch()} />
        )}
      </div>
    );
  }
  return (
    <PolicyProvider doc={version.data.policy}>
      <PolicyView hash={version.data.hash} versions={versions} />
    </PolicyProvider>
  );
}

export const Route = createLazyRoute('/policies/$policyId/$inForceFrom')({ component: PolicyPage });
