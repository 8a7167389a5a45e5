import type { ExplainNode } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { VerdictBadge } from '../../../shared/ui/verdict-badge.tsx';
import { filterRows, type RowFilter, sectionsOf, shownVerdict } from '../model/criteria-rows.ts';
import type { Explained } from '../model/use-explanations.ts';
import { CriteriaPart } from './criteria-part.tsx';
import { TaintedNote } from './tainted-note.tsx';

interface TierCriteriaProps {
  readonly tier: ExplainNode;
  readonly policy: Explained;
  readonly filter: RowFilter;
  readonly open: boolean;
}

/** Every criterion of one tier: conditions, vetoes, and each way in with its score table. */
export function TierCriteria({ tier, policy, filter, open }: TierCriteriaProps) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const sections = sectionsOf(tier).filter(
    (section) => filter === 'all' || filterRows(section.rows, filter).length > 0,
  );
  return (
    <details open={open} className="tier-criteria rounded-3 border border-line bg-surface">
      <summary className="flex flex-wrap items-center gap-3 px-5 py-4">
        <h3 className="text-h3">{text(tier.label)}</h3>
        <VerdictBadge verdict={shownVerdict(tier)} />
      </summary>
      <div className="space-y-6 px-5 pb-6">
        <TaintedNote doc={policy.doc} tier={tier.id} />
        {sections.length === 0 && <p className="text-ink-2">{m.noRows}</p>}
        {sections.map((section) => (
          <CriteriaPart
            key={section.route?.path ?? section.kind}
            section={section}
            tier={tier}
            policy={policy}
            filter={filter}
          />
        ))}
      </div>
    </details>
  );
}
