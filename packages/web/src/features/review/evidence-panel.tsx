import type { CaseFigure } from '@tidu/api/review/cases/contract';
import type { ExplainNode, Unit } from '@tidu/rules';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { VerdictBadge } from '../../shared/ui/verdict-badge.tsx';
import { useCase } from './case-context.tsx';
import { isOverrulable } from './criteria-rows.ts';
import { FileButton } from './file-button.tsx';
import { OverruleDialog } from './overrule-dialog.tsx';

const SOURCE_TONE: Readonly<Record<CaseFigure['source'], string>> = {
  proven: 'border-celadon text-celadon',
  register: 'border-celadon text-celadon',
  declared: 'border-amber text-amber border-dashed',
  derived: 'border-line-strong text-ink-2',
};

/** A figure in the reader's words. */
export function useFigureText(): (figure: Pick<CaseFigure, 'value' | 'words' | 'unit' | 'type'>) => string {
  const m = useMessages(reviewMessages);
  const text = useText();
  const format = useFormat();
  return ({ value, words, unit, type }) => {
    if (words) return text(words);
    if (value === 'true' || value === 'false') return value === 'true' ? m.yes : m.no;
    if (type === 'date') return format.day(value);
    if (type === 'list') return m.records(value);
    if (type === 'enum') return value;
    return format.measured(value, (unit ?? 'none') as Unit);
  };
}

/** Beside a criterion: the clause, each figure it reads with its source, and the files; and the way to overrule it. */
export function EvidencePanel({ node }: { readonly node: ExplainNode | undefined }) {
  const m = useMessages(reviewMessages);
  const { view, tell } = useCase();
  const [isOverruling, setOverruling] = useState(false);
  if (!node)
    return (
      <aside className="rounded-2 border border-dashed border-line-strong p-5 text-small text-ink-3">
        {m.chooseCriterion}
      </aside>
    );
  const figures = view.figures.filter(({ fact }) => node.facts.includes(fact));
  const mayOverrule = view.mayOverrule && isOverrulable(node);
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
      <h4 className="mt-4 text-small font-semibold">{m.figures}</h4>
      <ul className="mt-1 divide-y divide-line">
        {figures.map((figure) => (
          <FigureLine key={figure.key} figure={figure} />
        ))}
      </ul>
      {mayOverrule && (
        <Button size="dense" className="mt-4" onClick={() => setOverruling(true)}>
          {m.overrule}
        </Button>
      )}
      {isOverruling && <OverruleDialog node={node} onClose={() => setOverruling(false)} />}
    </aside>
  );
}

function Clauses({ node }: { readonly node: ExplainNode }) {
  const clauses = [...new Set(node.cite.map(({ doc, clause }) => [doc, clause].filter(Boolean).join(' ')))];
  if (clauses.length === 0) return null;
  return <p className="mt-1 text-caption text-ink-3">{clauses.join('；')}</p>;
}

function FigureLine({ figure }: { readonly figure: CaseFigure }) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const figureText = useFigureText();
  const [, year] = figure.key.split('@');
  return (
    <li className="py-2 text-small">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-ink-2">
          {text(figure.label)}
          {year && <span className="ml-1 tabular-nums text-ink-3">{year}</span>}
        </span>
        <span className="font-medium tabular-nums">{figureText(figure)}</span>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={`rounded-full border px-2 text-caption ${SOURCE_TONE[figure.source]}`}>
          {m.source[figure.source]}
        </span>
        {figure.evidence.length === 0 ? (
          <span className="text-caption text-ink-3">{m.noEvidence}</span>
        ) : (
          figure.evidence.map((file) => <FileButton key={file.id} file={file} />)
        )}
      </div>
    </li>
  );
}
