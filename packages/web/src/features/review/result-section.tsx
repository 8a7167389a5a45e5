import type { ExplainNode } from '@tidu/rules';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { VerdictBadge } from '../../shared/ui/verdict-badge.tsx';
import { useCase } from './case-context.tsx';
import { type CriteriaFilter, filtered, rootsOf, rowsBelow } from './criteria-rows.ts';
import { CriterionLine } from './criterion-line.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { OutcomeSummary } from './outcome-summary.tsx';
import { OverrideList } from './override-list.tsx';
import { useWide } from './use-wide.ts';

const FILTERS: readonly CriteriaFilter[] = ['all', 'unmet', 'open'];

/** The result criterion by criterion, and beside the one chosen: its figures, where they come from, what proves them. */
export function ResultSection() {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const [filter, setFilter] = useState<CriteriaFilter>('all');
  const tree = (view.overruled ?? view.computed).explanation;
  const roots = rootsOf(tree, view.claimedTiers, view.claimedAwards);
  const [path, setPath] = useState(() => view.decisive[0]?.path);
  const rows = roots.flatMap((root) => rowsBelow(root));
  const chosen = rows.find(({ node }) => node.path === path)?.node;
  const isWide = useWide();
  const words = { all: m.showAll, unmet: m.showUnmet, open: m.showOpen };
  return (
    <div className="space-y-6">
      <OutcomeSummary roots={roots} onChoose={setPath} />
      <OverrideList />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-label={m.criteria} className="min-w-0">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
            <h3 className="text-h3">{m.criteria}</h3>
            <fieldset className="flex gap-1">
              <legend className="sr-only">{m.criteria}</legend>
              {FILTERS.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={filter === each}
                  onClick={() => setFilter(each)}
                  className="min-h-8 rounded-full border border-line-strong px-3 text-small text-ink-2 aria-pressed:border-celadon aria-pressed:bg-celadon aria-pressed:text-on-celadon"
                >
                  {words[each]}
                </button>
              ))}
            </fieldset>
          </div>
          <div className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-surface">
            {roots.map((root) => (
              <RootCriteria key={root.path} root={root} filter={filter} path={path} onChoose={setPath} />
            ))}
          </div>
        </section>
        {isWide && <EvidencePanel key={path} node={chosen} />}
      </div>
    </div>
  );
}

interface RootProps {
  readonly root: ExplainNode;
  readonly filter: CriteriaFilter;
  readonly path: string | undefined;
  readonly onChoose: (path: string) => void;
}

/** Where there is no room beside the list, the evidence opens below its line. */
function RootCriteria({ root, filter, path, onChoose }: RootProps) {
  const isWide = useWide();
  const m = useMessages(reviewMessages);
  const text = useText();
  const rows = filtered(rowsBelow(root), filter);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-3 bg-sunken px-3 py-1.5 text-small">
        <span className="font-semibold">{text(root.label) || root.id}</span>
        {root.verdict && <VerdictBadge verdict={root.verdict} />}
      </div>
      {rows.length === 0 && <p className="px-3 py-2 text-small text-ink-3">{m.nothingHere}</p>}
      <ul>
        {rows.map(({ node, depth }) => (
          <CriterionLine
            key={node.path}
            node={node}
            depth={filter === 'all' ? depth : 0}
            isChosen={node.path === path}
            onChoose={() => onChoose(node.path)}
          >
            {!isWide && node.path === path && <EvidencePanel node={node} />}
          </CriterionLine>
        ))}
      </ul>
    </div>
  );
}
