import type { PolicyVersion } from '@tidu/api/policies/contract';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { AwardSection } from './award-section.tsx';
import { BasisSummary } from './basis-summary.tsx';
import { ChangeSection } from './change-section.tsx';
import { ContentsNav } from './contents-nav.tsx';
import { ParamSection } from './param-section.tsx';
import { PolicyLadder } from './policy-ladder.tsx';
import { PolicyValidity } from './policy-validity.tsx';
import { usePolicyWords } from './policy-words.tsx';
import { PoolSection } from './pool-section.tsx';
import { SourceSection } from './source-section.tsx';
import { TierSection } from './tier-section.tsx';
import { UntranslatableSection } from './untranslatable-section.tsx';

interface PolicyViewProps {
  readonly hash: string;
  readonly versions: readonly PolicyVersion[];
}

function Versions({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const { doc, format, m } = usePolicyWords();
  if (versions.length < 2) return null;
  return (
    <nav aria-label={m.versions} data-screen-only="" className="mt-4 flex flex-wrap gap-2 text-small">
      {versions.map((version) => (
        <Link
          key={version.inForceFrom}
          to="/policies/$policyId/$inForceFrom"
          params={{ policyId: doc.id, inForceFrom: version.inForceFrom }}
          className="inline-flex min-h-9 items-center rounded-full border border-line-strong px-4 text-ink-2 no-underline hover:border-celadon hover:text-celadon aria-[current=page]:border-celadon aria-[current=page]:bg-celadon-soft aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {m.versionNamed(format.day(version.inForceFrom))}
        </Link>
      ))}
    </nav>
  );
}

/** The whole page of a policy version, built from its document and nothing else. */
export function PolicyView({ hash, versions }: PolicyViewProps) {
  const { doc, nameOf, text, m } = usePolicyWords();
  const { from, to } = doc.inForce;
  const earlier = versions.map((version) => version.inForceFrom).filter((day) => day < from);
  const previousFrom = earlier.sort().at(-1);
  return (
    <div className="page-width">
      <PageHeader
        title={nameOf(doc)}
        above={<Link to="/policies">{m.allPolicies}</Link>}
        lead={
          <>
            {text(doc.summary)}
            <BasisMark cites={doc.cite} />
          </>
        }
      >
        <div className="mt-5">
          <PolicyValidity from={from} to={to} />
          <p className="mt-1 text-small text-ink-2">{m.applies[doc.applies]}</p>
        </div>
        <Versions versions={versions} />
        <div className="mt-6">
          <BasisSummary />
        </div>
      </PageHeader>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_11rem]">
        <div className="lg:order-2">
          <div className="lg:sticky lg:top-8">
            <ContentsNav hasPrevious={previousFrom !== undefined} />
          </div>
        </div>
        <div className="min-w-0 space-y-14 lg:order-1">
          {doc.tiers.length > 1 && <PolicyLadder />}
          {doc.tiers.map((tier, i) => (
            <TierSection
              key={tier.id}
              tier={tier}
              number={doc.tiers.length > 1 ? i + 1 : undefined}
              below={doc.tiers[i - 1]}
            />
          ))}
          {doc.awards.length > 0 && <AwardSection />}
          {doc.pools.length > 0 && <PoolSection />}
          {doc.params.length > 0 && <ParamSection />}
          <UntranslatableSection />
          {previousFrom !== undefined && <ChangeSection previousFrom={previousFrom} />}
          <SourceSection hash={hash} />
        </div>
      </div>
    </div>
  );
}
