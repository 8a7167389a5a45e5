import type { ExplainNode } from '@tidu/rules';
import type { ReactNode } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { VerdictBadge } from '../../shared/ui/verdict-badge.tsx';
import { useCase } from './case-context.tsx';

const SIGN: Readonly<Record<string, string>> = { lt: '<', le: '≤', eq: '=', ne: '≠', ge: '≥', gt: '>' };
const INDENT = ['pl-3', 'pl-6', 'pl-9', 'pl-12'];

interface CriterionLineProps {
  readonly node: ExplainNode;
  readonly depth: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** Opens below the line. */
  readonly children?: ReactNode;
}

/** One criterion on one line: its name, what was found against what is asked, its verdict, and whether it was overruled. */
export function CriterionLine({ node, depth, isChosen, onChoose, children }: CriterionLineProps) {
  const text = useText();
  const m = useMessages(reviewMessages);
  const { tell } = useCase();
  const { overruled } = node;
  return (
    <li
      className={`flex min-h-9 flex-wrap items-center gap-x-3 gap-y-0.5 border-t border-line py-1 pr-3 first:border-0 ${INDENT[Math.min(depth, 3)]} ${
        isChosen ? 'bg-celadon-wash shadow-[inset_3px_0_0_var(--celadon)]' : ''
      }`}
    >
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        className="min-h-6 min-w-0 flex-1 basis-full text-left sm:basis-48 text-small hover:text-celadon"
      >
        {node.kind === 'veto' && node.label ? m.noSuch(text(node.label)) : text(node.label) || tell(node)}
      </button>
      <Found node={node} />
      <BasisMark cites={node.cite} />
      {overruled && <span className="text-caption text-amber">{m.byPerson}</span>}
      {node.verdict && (
        <span className={overruled ? 'rounded-full ring-2 ring-amber-glaze' : ''}>
          <VerdictBadge verdict={node.nearMiss ? 'nearMiss' : node.verdict} veto={node.kind === 'veto'} />
        </span>
      )}
      {children && <div className="my-2 w-full basis-full">{children}</div>}
    </li>
  );
}

/** What was found, the sign, and what is asked. */
function Found({ node }: { readonly node: ExplainNode }) {
  const format = useFormat();
  const { actual, threshold, unit = 'none', op, points, full, overruled } = node;
  const computed = overruled?.computed.points;
  if (points && full !== undefined)
    return (
      <span className="text-small whitespace-nowrap tabular-nums text-ink-2">
        {computed && <s className="mr-2 text-ink-3">{format.range(computed, 'none')}</s>}
        {`${format.range(points, 'none')} / ${format.number(full)}`}
      </span>
    );
  if (!actual) return null;
  return (
    <span className="text-small whitespace-nowrap tabular-nums text-ink-2">
      {format.range(actual, unit)}
      {threshold && op && <span className="text-ink-3">{` ${SIGN[op]} ${format.range(threshold, unit)}`}</span>}
    </span>
  );
}
