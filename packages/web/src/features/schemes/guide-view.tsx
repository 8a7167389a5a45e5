import { useQuery } from '@tanstack/react-query';
import type { SchemeDocument, SchemeGuide } from '@tidu/api/schemes/contract';
import type { PolicyDoc } from '@tidu/rules';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { PagePart } from '../../shared/ui/page-part.tsx';
import { policyVersionQuery } from '../policies/queries.ts';
import { GuideMaterials } from './guide-materials.tsx';
import { GuideSteps } from './guide-steps.tsx';

/** The guide itself (申报指南): who, what, how, how long, by what right, and what if late. Also the preview of a draft. */
export function GuideView({ guide }: { readonly guide: Pick<SchemeGuide, 'scheme' | 'steps' | 'policyVersion'> }) {
  const m = useMessages(schemesMessages);
  const text = useText();
  const { scheme, steps, policyVersion } = guide;
  const policy = useQuery({
    ...policyVersionQuery(scheme.policy, policyVersion?.inForceFrom ?? ''),
    enabled: policyVersion !== undefined,
  }).data?.policy;
  const { limits } = scheme;
  const promised = steps
    .filter(({ kind }) => kind !== 'intake' && kind !== 'publicity')
    .reduce((sum, { limitDays }) => sum + limitDays, 0);
  return (
    <div className="space-y-14">
      <PagePart title={m.who}>
        <p className="mt-3 max-w-prose">{text(scheme.who)}</p>
      </PagePart>
      <PagePart title={m.what} lead={m.whatLead}>
        <GuideMaterials materials={scheme.materials} policy={policy} />
      </PagePart>
      <PagePart title={m.how} lead={m.howLead(String(promised))}>
        <GuideSteps steps={steps} />
        <h3 className="mt-8 text-h3">{m.departments}</h3>
        <p className="mt-2">{scheme.departments.map(({ id }) => m.department[id] ?? id).join(' · ')}</p>
        <h3 className="mt-8 text-h3">{m.yourTime}</h3>
        <ul className="mt-2 space-y-1 tabular-nums">
          <li>{m.correctionTime(String(limits.correction))}</li>
          {scheme.materials.some(({ kind }) => kind === 'late') && <li>{m.deferralTime(String(limits.deferral))}</li>}
          <li>{m.appealTime(String(limits.appealWindow))}</li>
        </ul>
      </PagePart>
      <PagePart title={m.late2}>
        <p className="mt-3 max-w-prose">{text(scheme.ifLate)}</p>
      </PagePart>
      <PagePart title={m.pays} lead={m.paysLead}>
        <Supports scheme={scheme} policy={policy} />
        {policyVersion && (
          <p className="mt-4">
            <Link
              to="/policies/$policyId/$inForceFrom"
              params={{ policyId: scheme.policy, inForceFrom: policyVersion.inForceFrom }}
            >
              {m.policyPage}
            </Link>
          </p>
        )}
      </PagePart>
      <PagePart title={m.basis}>
        <ul className="mt-3 list-disc space-y-1 pl-5">
          {scheme.legalBasis.map((words) => (
            <li key={words['zh-CN']}>{text(words)}</li>
          ))}
        </ul>
      </PagePart>
      <PagePart title={m.contact}>
        <p className="mt-3 max-w-prose">{text(scheme.contact)}</p>
      </PagePart>
    </div>
  );
}

function Supports({ scheme, policy }: { readonly scheme: SchemeDocument; readonly policy: PolicyDoc | undefined }) {
  const m = useMessages(schemesMessages);
  const text = useText();
  if (!policy) return null;
  const awards = policy.awards.filter(({ id }) => scheme.awards.includes(id));
  const tiers = policy.tiers.filter(({ id }) => scheme.tiers.includes(id));
  return (
    <ul className="mt-3 list-disc space-y-1 pl-5">
      {tiers.map((each) => (
        <li key={each.id}>{m.recognises(text(each.label))}</li>
      ))}
      {awards.map((each) => (
        <li key={each.id}>{text(each.label)}</li>
      ))}
    </ul>
  );
}
