import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { Consultation } from '@tidu/api/studio/consultations/contract';
import type { PolicyDoc } from '@tidu/rules';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { AwardSection } from '../../policies/award-section.tsx';
import { ParamSection } from '../../policies/param-section.tsx';
import { PolicyProvider } from '../../policies/policy-words.tsx';
import { PoolSection } from '../../policies/pool-section.tsx';
import { TierSection } from '../../policies/tier-section.tsx';
import { ChangeTable } from '../compare/change-table.tsx';
import { consultationQuery } from '../queries.ts';
import { OpinionForm } from './opinion-form.tsx';
import { PublicFrame } from './public-frame.tsx';

export const Route = createLazyRoute('/consultations/$id')({ component: ConsultationPage });

/** One consultation: why, what changes in plain sentences, the whole text, and the way to say something. */
function ConsultationPage() {
  const { id } = Route.useParams();
  const found = useQuery(consultationQuery(id));
  return <PublicFrame found={found}>{(consultation) => <Shown consultation={consultation} />}</PublicFrame>;
}

function Shown({ consultation }: { readonly consultation: Consultation }) {
  const m = useMessages(studioForceMessages);
  const text = useText();
  const format = useFormat();
  const { changes, isOpen } = consultation;
  return (
    <>
      <PageHeader
        title={text(consultation.title)}
        above={<Link to="/consultations">{m.consultationsTitle}</Link>}
        lead={m.period(format.day(consultation.opensOn), format.day(consultation.closesOn))}
      >
        <p className={`mt-2 font-medium ${isOpen ? 'text-celadon' : 'text-ink-2'}`}>
          {isOpen ? m.openLeft(consultation.daysLeft) : m.closed}
        </p>
      </PageHeader>
      <div className="space-y-12">
        <p className="max-w-prose whitespace-pre-wrap">{text(consultation.text)}</p>
        {isOpen && <OpinionForm id={consultation.id} />}
        {changes.length > 0 && (
          <ChangeTable
            title={m.whatChanges}
            changes={changes.filter(({ type }) => type !== 'source')}
            withEffect={false}
          />
        )}
        <WholeText doc={consultation.document as unknown as PolicyDoc} />
        <Opinions consultation={consultation} />
        <p className="text-small text-ink-2">{m.contactIs(consultation.contact)}</p>
        <p className="text-caption break-all text-ink-3">{m.hashIs(consultation.hash)}</p>
      </div>
    </>
  );
}

function WholeText({ doc }: { readonly doc: PolicyDoc }) {
  const m = useMessages(studioForceMessages);
  return (
    <details className="group">
      <summary className="text-h2 text-celadon underline underline-offset-4">{m.wholeText}</summary>
      <PolicyProvider doc={doc}>
        <div className="mt-6 space-y-12">
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
        </div>
      </PolicyProvider>
    </details>
  );
}

function Opinions({ consultation }: { readonly consultation: Consultation }) {
  const m = useMessages(studioForceMessages);
  const format = useFormat();
  const { opinions } = consultation;
  return (
    <section>
      <h2 className="text-h2">
        {m.opinionsTitle}
        <span className="ml-3 text-body font-normal text-ink-2">{m.opinionCount(opinions.length)}</span>
      </h2>
      <ul className="mt-3 divide-y divide-line">
        {opinions.map((each) => (
          <li key={each.number} className="py-4">
            <p className="whitespace-pre-wrap">{each.text}</p>
            <p className="text-small text-ink-3">
              {each.name ?? m.anonymous} · {format.day(each.receivedOn.slice(0, 10))}
            </p>
            {each.reply && (
              <p className="mt-2 border-l-2 border-celadon-mid pl-4">
                <span className="mr-2 font-medium text-celadon">{each.reply.isAdopted ? m.adopted : m.notAdopted}</span>
                {each.reply.text}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
