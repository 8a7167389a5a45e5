import type { ExplainNode } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { VerdictBadge } from '../../../shared/ui/verdict-badge.tsx';
import { type CriteriaSection, filterRows, type RowFilter, shownVerdict } from '../model/criteria-rows.ts';
import { scoreTablesOf } from '../model/score-lines.ts';
import type { Explained } from '../model/use-explanations.ts';
import { CriteriaTable } from './criteria-table.tsx';
import { ScoreTable } from './score-table.tsx';

interface CriteriaPartProps {
  readonly section: CriteriaSection;
  readonly tier: ExplainNode;
  readonly policy: Explained;
  readonly filter: RowFilter;
}

/** One part of a tier's criteria. Where all is met it is folded to one line; on paper everything stands. */
export function CriteriaPart({ section, tier, policy, filter }: CriteriaPartProps) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const { kind, route } = section;
  const rows = filterRows(section.rows, filter);
  const title = kind === 'route' ? m.route(text(route?.label)) : m[kind];
  const table = scoreTablesOf(tier).find((each) => each.route === route);
  const single = section.rows.filter((row) => !row.isGroup && row.depth === 0);
  const met = single.filter((row) => row.verdict === 'yes').length;
  const isFolded = filter === 'all' && kind !== 'route' && met === single.length;
  return (
    <details open={!isFolded} className="criteria-part">
      <summary className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
        <h4 className="font-semibold">{title}</h4>
        {route ? (
          <VerdictBadge verdict={shownVerdict(route)} />
        ) : (
          <span className="text-small text-ink-2">{m.metOf(met, single.length)}</span>
        )}
      </summary>
      {rows.length > 0 && <CriteriaTable caption={title} rows={rows} doc={policy.doc} dates={policy.dates} />}
      {table && filter === 'all' && <ScoreTable table={table} doc={policy.doc} dates={policy.dates} />}
    </details>
  );
}
