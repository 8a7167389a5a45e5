import type { ExplainNode } from '@tidu/rules';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { VerdictBadge } from '../../shared/ui/verdict-badge.tsx';
import { BothValues } from './both-values.tsx';
import { useCase } from './case-context.tsx';
import { isOverrulable, nodeAt } from './criteria-rows.ts';
import { FigureLine } from './figure-line.tsx';
import { OverruleDialog } from './overrule-dialog.tsx';

/** Beside a criterion: the clause, each figure it reads with its source, and the files; and the way to overrule it. */
export function EvidencePanel({ node }: { readonly node: ExplainNode | undefined }) {
  const m = useMessages(reviewMessages);
  const { view, tell } = useCase();
  const [isOverruling, setOverruling] = useState(false);
  if (!node)
    return (
      <aside className="self-start rounded-2 border border-dashed border-line-strong p-5 text-small text-ink-3">
        {m.chooseCriterion}
      </aside>
    );
  // What a person has decided reads no figures any more; what was computed did.
  const computed = nodeAt(view.computed.explanation, node.path) ?? node;
  const figures = view.figures.filter(({ fact }) => computed.facts.includes(fact));
  const mayOverrule = view.mayOverrule && isOverrulable(computed) && !node.overruled;
  return (
    <aside
      aria-label={m.evidence}
      className="rounded-2 border border-line bg-surface p-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-auto"
    >
      <div className="flex items-start justify-between gap-3">
        <p className="font-medium">{tell(node)}</p>
        {node.verdict && <VerdictBadge verdict={node.verdict} veto={node.kind === 'veto'} />}
      </div>
      <Clauses node={node} />
      {node.overruled && <BothValues node={node} computed={computed} />}
      <h4 className="mt-4 text-small font-semibold">{m.figures}</h4>
      <ul className="mt-1 divide-y divide-line">
        {figures.map((figure) => (
          <FigureLine key={figure.key} figure={figure} />
        ))}
      </ul>
      {mayOverrule && (
        <Button size="dense" className="mt-4" onClick={() => setOverruling(true)}>
          {node.kind === 'indicator' ? m.setPoints : m.overrule}
        </Button>
      )}
      {isOverruling && <OverruleDialog node={computed} onClose={() => setOverruling(false)} />}
    </aside>
  );
}

function Clauses({ node }: { readonly node: ExplainNode }) {
  const clauses = [...new Set(node.cite.map(({ doc, clause }) => [doc, clause].filter(Boolean).join(' ')))];
  if (clauses.length === 0) return null;
  return <p className="mt-1 text-caption text-ink-3">{clauses.join('；')}</p>;
}
