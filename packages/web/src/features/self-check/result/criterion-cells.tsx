import type { Dates, PolicyDoc } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { BasisMark } from '../../../shared/ui/basis-mark.tsx';
import { VerdictBadge } from '../../../shared/ui/verdict-badge.tsx';
import type { CriterionRow } from '../model/criteria-rows.ts';
import { useCriterionWords } from './use-criterion-words.ts';
import { useMarginWords } from './use-margin-words.ts';

interface CriterionCellsProps {
  readonly row: CriterionRow;
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  /** Heads of the columns; on a phone they stand beside the figures. */
  readonly heads: readonly string[];
}

const INDENT = ['', 'pl-5', 'pl-10', 'pl-14'];

export function CriterionCells({ row, doc, dates, heads }: CriterionCellsProps) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const words = useCriterionWords(doc, dates);
  const margins = useMarginWords();
  const { node, verdict, depth, isGroup } = row;
  const subject = isGroup ? '' : words.subject(node);
  const label = text(row.label) || subject || words.sentence(node);
  const assumed = isGroup ? [] : node.assumed.map((id) => text(doc.facts.find((f) => f.id === id)?.label));
  const margin =
    node.up && verdict !== 'yes' ? margins.gap(node.up, doc, node.op) : node.down ? [margins.spare(node.down)] : [];
  const isOwnView = node.kind === 'judgement' && node.verdict !== 'judgement' && node.verdict !== 'undetermined';
  const clause = node.cite.find((cite) => cite.clause)?.clause;
  return (
    <>
      <td>
        <VerdictBadge verdict={verdict} veto={row.isVeto} />
      </td>
      <th scope="row" className={INDENT[Math.min(depth, INDENT.length - 1)]}>
        <span className={isGroup ? 'font-medium' : ''}>{label}</span>
        {isOwnView && <Mark>{m.selfJudged}</Mark>}
        {assumed.length > 0 && <span className="block text-caption text-amber">{m.assumed(assumed.join(m.join))}</span>}
      </th>
      <td data-head={heads[2]}>
        {!isGroup && (
          <>
            {subject !== label && node.kind !== 'in' && (
              <span className="block text-caption text-ink-2">{subject}</span>
            )}
            <span className="font-medium">{words.actual(node)}</span>
          </>
        )}
      </td>
      <td data-head={heads[3]}>{words.required(node)}</td>
      <td data-head={heads[4]}>
        {margin.map((line, i) => (
          <span key={line} className={`block ${i > 0 ? 'text-caption text-ink-2' : ''}`}>
            {line}
          </span>
        ))}
      </td>
      <td data-head={heads[5]}>
        {!isGroup && (
          <>
            <span className="text-ink-2">{clause}</span>
            <BasisMark cites={node.cite} />
          </>
        )}
      </td>
    </>
  );
}

const Mark = ({ children }: { readonly children: string }) => (
  <span className="ml-1.5 rounded-1 border border-line-strong px-1.5 text-caption text-ink-2">{children}</span>
);
