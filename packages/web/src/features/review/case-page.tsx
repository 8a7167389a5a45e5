import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useDocumentTitle } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { policyVersionQuery } from '../policies/queries.ts';
import { CaseProvider, useCase } from './case-context.tsx';
import { CaseHeader } from './case-header.tsx';
import { ChangesSection } from './changes-section.tsx';
import { DecisionTab, PanelTab, PaymentTab, PublicityTab } from './deciding-sections.tsx';
import { FiguresSection } from './figures-section.tsx';
import { FindingsSection } from './findings-section.tsx';
import { MaterialsSection } from './materials-section.tsx';
import { caseQuery } from './queries.ts';
import { RecordSection } from './record-section.tsx';
import { ResultSection } from './result-section.tsx';
import { TasksSection } from './tasks-section.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { WordsSection } from './words-section.tsx';

/** One case at the desk: the result beside its evidence, and everything that was said and done. */
const CasePage = () => (
  <OfficialsOnly>
    <Case />
  </OfficialsOnly>
);

function Case() {
  const m = useMessages(reviewMessages);
  const { id } = Route.useParams();
  const found = useQuery(caseQuery(id));
  const { id: policy = '', inForceFrom = '' } = found.data?.policy ?? {};
  const version = useQuery({ ...policyVersionQuery(policy, inForceFrom), enabled: found.data !== undefined });
  useDocumentTitle(found.data?.case.firmName ?? m.desk);
  const error = found.error ?? version.error;
  if (error) return <CaseFailed error={error} retry={() => void found.refetch()} />;
  if (!found.data || !version.data)
    return (
      <div className="page-width pt-10">
        <Skeleton lines={12} />
      </div>
    );
  return (
    <CaseProvider view={found.data} doc={version.data.policy}>
      <div className="mx-auto w-full max-w-[100rem] px-[var(--space-page)] pb-16">
        <CaseHeader />
        <Sections />
      </div>
    </CaseProvider>
  );
}

const ResultTab = () => (
  <div className="space-y-6">
    <ResultSection />
    <FiguresSection />
    <MaterialsSection />
  </div>
);

const SECTIONS: readonly (readonly [id: string, Section: ComponentType])[] = [
  ['result', ResultTab],
  ['tasks', TasksSection],
  ['doubts', FindingsSection],
  ['changes', ChangesSection],
  ['panel', PanelTab],
  ['decision', DecisionTab],
  ['publicity', PublicityTab],
  ['payment', PaymentTab],
  ['words', WordsSection],
  ['timeline', TimelineSection],
  ['record', RecordSection],
];

/** The parts of a case as tabs; the one open is in the address, and a number says what waits there. */
function Sections() {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const { tab = 'result' } = Route.useSearch();
  const navigate = useNavigate();
  const waiting: Readonly<Record<string, number>> = {
    tasks: view.tasks.filter(({ state }) => state === 'open').length,
    doubts: view.findings.filter(({ answer }) => answer === null).length,
    changes: view.changes.list.filter(({ isJump }) => isJump).length,
    words: view.messages.length,
  };
  const isThere = (id: string): boolean => {
    if (id === 'panel') return view.scheme.usesPanel;
    return id !== 'payment' || view.case.state.id === 'approved';
  };
  return (
    <div className="pt-4">
      <Tabs
        label={m.sections}
        current={tab}
        onChange={(next) =>
          void navigate({ to: '/desk/cases/$id', params: { id: view.case.id }, search: { tab: next }, replace: true })
        }
        tabs={SECTIONS.filter(([id]) => isThere(id)).map(([id, Section]) => ({
          id,
          label: (
            <>
              {m.tabs[id]}
              {(waiting[id] ?? 0) > 0 && (
                <span className="ml-1.5 rounded-full bg-sunken px-1.5 text-caption tabular-nums">{waiting[id]}</span>
              )}
            </>
          ),
          panel: (
            <>
              <h2 className="sr-only">{m.tabs[id]}</h2>
              <Section />
            </>
          ),
        }))}
      />
    </div>
  );
}

function CaseFailed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const m = useMessages(reviewMessages);
  const isGone = error instanceof RequestFailed && error.status >= 400 && error.status < 500;
  return (
    <div className="page-width pt-10">
      {isGone ? (
        <EmptyState title={m.notFound} action={<ButtonLink to="/desk">{m.desk}</ButtonLink>} />
      ) : (
        <Notice tone="error" title={m.failed}>
          <Button className="mt-3" onClick={retry}>
            {m.retry}
          </Button>
        </Notice>
      )}
    </div>
  );
}

export const Route = createLazyRoute('/desk/cases/$id')({ component: CasePage });
