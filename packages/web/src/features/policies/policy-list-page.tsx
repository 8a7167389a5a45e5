import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { policiesMessages } from '../../messages/policies-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Link } from '../../shared/ui/link.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { PolicyFailed } from './policy-failed.tsx';
import { InForceBadge, PolicyValidity } from './policy-validity.tsx';
import { policyListQuery } from './queries.ts';

/** Every policy with every version, the one in force first. */
function PolicyListPage() {
  const m = useMessages(policiesMessages);
  const text = useText();
  const format = useFormat();
  const list = useQuery(policyListQuery);
  return (
    <div className="page-width">
      <PageHeader title={m.title} lead={m.lead}>
        <p className="mt-4">
          <Link to="/consultations">{m.consultations}</Link>
        </p>
      </PageHeader>
      {list.isPending && <Skeleton lines={8} />}
      {list.isError && <PolicyFailed error={list.error} retry={() => void list.refetch()} />}
      <ul className="border-t border-line">
        {list.data?.policies.map((policy) => {
          const shown = policy.versions.find((version) => version.current) ?? policy.versions[0];
          if (!shown) return null;
          const others = policy.versions.filter((version) => version !== shown);
          return (
            <li key={policy.id} className="border-b border-line py-7">
              <h2 className="text-h2">
                <Link
                  to="/policies/$policyId/$inForceFrom"
                  params={{ policyId: policy.id, inForceFrom: shown.inForceFrom }}
                  className="text-ink no-underline hover:text-celadon hover:underline hover:underline-offset-4"
                >
                  {text(policy.label)}
                </Link>
              </h2>
              <div className="mt-2">
                <PolicyValidity from={shown.inForceFrom} to={shown.inForceTo} />
              </div>
              {policy.summary && <p className="mt-3 max-w-prose text-ink-2">{text(policy.summary)}</p>}
              {others.length > 0 && (
                <ul className="mt-3 space-y-1 text-small" aria-label={m.versions}>
                  {others.map((version) => (
                    <li key={version.inForceFrom} className="flex flex-wrap items-center gap-3">
                      <InForceBadge from={version.inForceFrom} to={version.inForceTo} />
                      <Link
                        to="/policies/$policyId/$inForceFrom"
                        params={{ policyId: policy.id, inForceFrom: version.inForceFrom }}
                      >
                        {m.versionNamed(format.day(version.inForceFrom))}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export const Route = createLazyRoute('/policies')({ component: PolicyListPage });
