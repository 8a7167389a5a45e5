import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { PolicyNoticeView } from '@tidu/api/studio/consultations/contract';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ChangeTable } from '../compare/change-table.tsx';
import { noticeQuery } from '../queries.ts';
import { PublicFrame } from './public-frame.tsx';

export const Route = createLazyRoute('/policy-notices/$id')({ component: PolicyNoticePage });

/** A version as it is announced: what changes, from when, and what becomes of those who have begun. */
function PolicyNoticePage() {
  const { id } = Route.useParams();
  const found = useQuery(noticeQuery(id));
  return <PublicFrame found={found}>{(notice) => <Shown notice={notice} />}</PublicFrame>;
}

function Shown({ notice }: { readonly notice: PolicyNoticeView }) {
  const m = useMessages(studioForceMessages);
  const text = useText();
  const list = useList();
  const format = useFormat();
  const rule = (word: string): string => m.rule[word as keyof typeof m.rule] ?? word;
  return (
    <>
      <PageHeader
        title={m.noticeOf(text(notice.label))}
        above={<Link to="/consultations">{m.noticesTitle}</Link>}
        lead={m.from(format.day(notice.inForceFrom))}
      >
        <p className="mt-2 text-small text-ink-2">
          {m.publishedOn(format.day(notice.publishedOn))}
          {notice.isRollback && ` · ${m.rolledBack}`}
          {notice.scope && ` · ${m.forParks(list(notice.scope.map(text)))}`}
        </p>
        <p className="mt-2 flex flex-wrap gap-x-5">
          <Link
            to="/policies/$policyId/$inForceFrom"
            params={{ policyId: notice.policyId, inForceFrom: notice.inForceFrom }}
          >
            {m.readPolicy}
          </Link>
          {notice.consultationId && (
            <Link to="/consultations/$id" params={{ id: notice.consultationId }}>
              {m.readConsultation}
            </Link>
          )}
        </p>
      </PageHeader>
      <div className="space-y-10">
        {notice.transition && (
          <section className="max-w-prose">
            <h2 className="text-h2">{m.whoHasBegun}</h2>
            <p className="mt-2">{m.draftsThen(rule(notice.transition.drafts))}</p>
            <p>{m.casesThen(rule(notice.transition.cases))}</p>
            <p className="mt-1 text-ink-2">{notice.transition.reason}</p>
          </section>
        )}
        {notice.rollbackReason && <p className="max-w-prose">{m.rolledBackBecause(notice.rollbackReason)}</p>}
        {notice.exemption && <p className="max-w-prose text-ink-2">{m.exemptBecause(notice.exemption)}</p>}
        <ChangeTable
          title={m.whatChanges}
          changes={notice.changes.filter(({ type }) => type !== 'source')}
          withEffect={false}
        />
        {notice.fairness.length > 0 && (
          <section className="max-w-prose">
            <h2 className="text-h2">{m.fairnessTitle}</h2>
            <ul className="mt-2 space-y-2">
              {notice.fairness.map((each) => (
                <li key={each.of}>
                  {each.label && <span className="mr-2 font-medium">{text(each.label)}</span>}
                  {text(each.reason)}
                  <span className="ml-2 text-small text-ink-3">{m.untilDay(format.day(each.until))}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="text-caption break-all text-ink-3">{m.hashIs(notice.hash)}</p>
      </div>
    </>
  );
}
