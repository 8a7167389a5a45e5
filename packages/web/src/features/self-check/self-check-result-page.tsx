import { createLazyRoute } from '@tanstack/react-router';
import { selfCheckResultMessages } from '../../messages/self-check-result-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { LinkNotice } from './form/link-notice.tsx';
import { PolicyGate } from './form/policy-gate.tsx';
import { isEmptyDraft } from './model/draft.ts';
import { isLadder } from './model/standing.ts';
import { useExplanations } from './model/use-explanations.ts';
import { useReceipts } from './model/use-receipts.ts';
import { type SelfCheck, useSelfCheck } from './model/use-self-check.ts';
import { AnswersSection } from './result/answers-section.tsx';
import { CriteriaSection } from './result/criteria-section.tsx';
import { MoneySection } from './result/money-section.tsx';
import { NearSection } from './result/near-section.tsx';
import { OpenSection } from './result/open-section.tsx';
import { PathSection } from './result/path-section.tsx';
import { PrintHead } from './result/print-head.tsx';
import { ReceiptsSection } from './result/receipts-section.tsx';
import { ResultActions } from './result/result-actions.tsx';
import { SummarySection } from './result/summary-section.tsx';
import './result/result.css';

export const Route = createLazyRoute('/self-check/result')({ component: SelfCheckResultPage });

function SelfCheckResultPage() {
  const m = useMessages(selfCheckResultMessages);
  const check = useSelfCheck();
  return (
    <div className="page-width pb-16">
      <div data-screen-only="">
        <PageHeader title={m.title} lead={<span className="text-body">{m.disclaimer}</span>}>
          {!isEmptyDraft(check.draft) && <ResultActions draft={check.draft} results={check.results} />}
        </PageHeader>
        <LinkNotice />
      </div>
      <PolicyGate policies={check.policies}>
        {isEmptyDraft(check.draft) ? (
          <EmptyState
            title={m.empty}
            action={
              <ButtonLink to="/self-check" look="primary">
                {m.start}
              </ButtonLink>
            }
          >
            {m.emptyText}
          </EmptyState>
        ) : (
          <Report check={check} />
        )}
      </PolicyGate>
    </div>
  );
}

/** Near misses first, then the way up, then every criterion, the money, and what it all rests on. */
function Report({ check }: { readonly check: SelfCheck }) {
  const explained = useExplanations(check.results);
  const receipts = useReceipts(check.results);
  const ladder = explained.find(({ doc }) => isLadder(doc));
  const money = explained.find(({ doc }) => doc.pools.length > 0);
  const tiered = explained.filter(({ doc }) => doc.tiers.length > 0);
  const titles = tiered.filter(({ doc }) => !isLadder(doc));
  return (
    <div className="report space-y-14 print:space-y-6">
      <PrintHead check={check} receipts={receipts} />
      <SummarySection ladder={ladder} money={money} titles={titles} />
      <NearSection policies={tiered} />
      {ladder && <PathSection ladder={ladder} />}
      <OpenSection check={check} />
      <CriteriaSection policies={tiered} />
      {money && <MoneySection policy={money} />}
      <ReceiptsSection results={check.results} receipts={receipts} />
      <AnswersSection check={check} />
    </div>
  );
}
