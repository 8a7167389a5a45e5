import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { useFindings } from '../checks/use-findings.tsx';
import { useDraftDesk } from './use-draft.tsx';

const FiguresTab = lazy(() => import('../figures/figures-tab.tsx'));
const StructureTab = lazy(() => import('../editor/structure-tab.tsx'));
const ChecksTab = lazy(() => import('../checks/checks-tab.tsx'));
const CasesTab = lazy(() => import('../cases/cases-tab.tsx'));
const TrialsTab = lazy(() => import('../trials/trials-tab.tsx'));
const CompareTab = lazy(() => import('../compare/compare-tab.tsx'));
const ForceTab = lazy(() => import('../force/force-tab.tsx'));
const HistoryTab = lazy(() => import('./history-tab.tsx'));
const JsonTab = lazy(() => import('./json-tab.tsx'));
const RealityTab = lazy(() => import('../trials/reality-tab.tsx'));

interface DraftTabsProps {
  readonly tab: string | undefined;
  /** The place in the text that is open in the structure. */
  readonly at: string | undefined;
}

const IN_FORCE: ReadonlySet<string> = new Set(['published', 'superseded', 'scheduled']);

/** The kinds of work on a draft; which one is open stands in the address. */
export function DraftTabs({ tab, at }: DraftTabsProps) {
  const m = useMessages(studioMessages);
  const navigate = useNavigate();
  const { draft, view } = useDraftDesk();
  const { counts } = useFindings();
  const errors = view.problems.length > 0 ? view.problems.length : counts.error;
  const isPublished = IN_FORCE.has(draft.state);
  const panels: readonly (readonly [string, ReactNode, ReactNode])[] = [
    ['figures', m.tab.figures, <FiguresTab key="figures" />],
    ['structure', m.tab.structure, <StructureTab key="structure" at={at} />],
    ['checks', <Counted key="checks" word={m.tab.checks} count={errors} />, <ChecksTab key="checks" />],
    ['cases', m.tab.cases, <CasesTab key="cases" />],
    ['trials', m.tab.trials, <TrialsTab key="trials" />],
    ['compare', m.tab.compare, <CompareTab key="compare" />],
    ['force', m.tab.force, <ForceTab key="force" />],
    ...(isPublished ? [['reality', m.tab.reality, <RealityTab key="reality" />] as const] : []),
    ['history', m.tab.history, <HistoryTab key="history" />],
    ['json', 'JSON', <JsonTab key="json" />],
  ];
  return (
    <div className="mt-3">
      <Tabs
        label={draft.title}
        current={tab ?? 'figures'}
        onChange={(next) =>
          void navigate({ to: '/studio/drafts/$draftId', params: { draftId: draft.id }, search: { tab: next } })
        }
        tabs={panels.map(([id, label, panel]) => ({
          id,
          label,
          panel: <Suspense fallback={<Skeleton lines={10} />}>{panel}</Suspense>,
        }))}
      />
    </div>
  );
}

function Counted({ word, count }: { readonly word: string; readonly count: number }) {
  if (count === 0) return word;
  return (
    <>
      {word}
      <span className="ml-1.5 rounded-full bg-seal px-1.5 py-0.5 text-caption text-on-seal">{count}</span>
    </>
  );
}
