import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { useKindWords } from '../editor/kind-words.ts';
import type { Figure, FigureLine } from '../model/figures.ts';
import { setOps } from '../model/json-path.ts';
import { labelOps } from '../model/label-follow.ts';
import { BasisButton } from './basis-button.tsx';
import type { Clause } from './clauses.ts';
import { FigureInput } from './figure-input.tsx';
import { figureWord } from './figure-word.ts';

interface ClauseFiguresProps {
  readonly clause: Clause;
  readonly old: ReadonlyMap<string, string>;
}

/** One rule with its figures, a row each; the rows of a band table read as one line. */
export function ClauseFigures({ clause, old }: ClauseFiguresProps) {
  const m = useMessages(studioMessages);
  const { draft } = useDraftDesk();
  const last = clause.names.at(-1) ?? '';
  const above = clause.names.slice(0, -1).join(' · ');
  return (
    <tbody className="border-b border-line last:border-0">
      {clause.lines.map((line, i) => (
        <tr key={line.path} className="align-top hover:bg-celadon-wash">
          {i === 0 && (
            <th
              scope="rowgroup"
              rowSpan={clause.lines.length}
              className="bg-surface px-3 py-2 text-left text-small font-normal"
            >
              {above && <span className="block text-caption text-ink-3 max-sm:hidden">{above}</span>}
              <Link
                to="/studio/drafts/$draftId"
                params={{ draftId: draft.id }}
                search={{ tab: 'structure', at: clause.path }}
                title={m.editStructure}
                className="font-medium text-ink no-underline hover:text-celadon hover:underline"
              >
                {last}
              </Link>
              {clause.sentence && clause.sentence !== last && (
                <span className="block text-ink-2">{clause.sentence}</span>
              )}
            </th>
          )}
          <FigureCells clause={clause} line={line} old={old} />
        </tr>
      ))}
    </tbody>
  );
}

function FigureCells({ clause, line, old }: ClauseFiguresProps & { readonly line: FigureLine }) {
  const format = useFormat();
  const before = line.figures.flatMap((figure) => {
    const was = old.get(figure.path);
    return was === undefined ? [] : [format.measured(was, figure.unit)];
  });
  const [first] = line.figures;
  return (
    <>
      <td className="px-3 py-1.5">
        <span className="flex flex-wrap items-start gap-x-4 gap-y-1">
          {line.figures.map((figure) => (
            <OneFigure key={figure.path} figure={figure} line={line} clause={clause} isChanged={old.has(figure.path)} />
          ))}
          <RowLabel line={line} />
        </span>
      </td>
      <td className="px-3 py-1.5">{first && <BasisButton figure={first} name={clause.names.at(-1) ?? ''} />}</td>
      <td className="px-3 py-2 text-small text-ink-2 max-md:hidden">{before.join(' · ') || '—'}</td>
    </>
  );
}

function RowLabel({ line }: { readonly line: FigureLine }) {
  const text = useText();
  const m = useMessages(studioMessages);
  const said = text(line.rowLabel);
  const isRest = line.figures.length === 1 && line.figures[0]?.key === 'out' && line.owners.at(-1)?.kind !== 'table';
  if (!said && !isRest) return null;
  return <span className="min-h-9 content-center text-caption text-ink-3">{said || m.otherwise}</span>;
}

interface OneFigureProps {
  readonly figure: Figure;
  readonly line: FigureLine;
  readonly clause: Clause;
  readonly isChanged: boolean;
}

function OneFigure({ figure, line, clause, isChanged }: OneFigureProps) {
  const m = useMessages(studioMessages);
  const words = useKindWords();
  const { doc, edit, mayEdit } = useDraftDesk();
  const word = figureWord(words, figure, line);
  const name = clause.names.at(-1) ?? '';
  return (
    <span
      className={`inline-flex items-start gap-2 ${isChanged ? 'rounded-2 shadow-[0_0_0_2px_var(--amber-glaze)]' : ''}`}
    >
      <span className="min-h-9 content-center text-small whitespace-nowrap text-ink-2">{word}</span>
      <FigureInput
        label={`${name} ${word}`}
        value={figure.value}
        unit={figure.unit}
        isWhole={figure.isWhole}
        min={figure.min}
        max={figure.max}
        disabled={!mayEdit}
        onCommit={(next) => {
          const labels = labelOps(doc, line, figure, String(next));
          edit([...setOps(doc, figure.path, next), ...labels], m.summary.figure(name));
        }}
      />
    </span>
  );
}
