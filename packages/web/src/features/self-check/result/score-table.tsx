import type { Dates, PolicyDoc } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ScoreBar } from '../../../shared/ui/score-bar.tsx';
import type { ScoreTable as Table } from '../model/score-lines.ts';
import { useCriterionWords } from './use-criterion-words.ts';
import { useMarginWords } from './use-margin-words.ts';

interface ScoreTableProps {
  readonly table: Table;
  readonly doc: PolicyDoc;
  readonly dates: Dates;
}

/** Points of a scored way in: the total as a bar, every line with what was found and the way to the next band. */
export function ScoreTable({ table, doc, dates }: ScoreTableProps) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const format = useFormat();
  const words = useCriterionWords(doc, dates);
  const margins = useMarginWords();
  const { route, lines, pass } = table;
  const heads = [
    m.pointsColumn.line,
    m.pointsColumn.actual,
    m.pointsColumn.points,
    m.pointsColumn.full,
    m.pointsColumn.next,
  ];
  return (
    <div className="mt-4">
      {route.points && route.full && (
        <ScoreBar
          label={m.total}
          points={route.points}
          full={route.full}
          {...(pass?.threshold ? { pass: pass.threshold.lo } : {})}
        />
      )}
      <table className="criteria mt-4 w-full border-collapse text-small">
        <caption className="sr-only">{m.points}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.path}>
              <th scope="row">{text(line.label) || words.subject(line)}</th>
              <td data-head={heads[1]}>
                <span className="block text-caption text-ink-2">{words.subject(line)}</span>
                <span className="font-medium">{line.actual ? words.actual(line) : ''}</span>
              </td>
              <td data-head={heads[2]} className="font-semibold">
                {line.points && format.range(line.points, 'points')}
              </td>
              <td data-head={heads[3]}>{line.full && format.measured(line.full, 'points')}</td>
              <td data-head={heads[4]}>
                {line.up &&
                  margins.gap(line.up, doc).map((part) => (
                    <span key={part} className="block">
                      {part}
                    </span>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
