import type { CSSProperties } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { answer } from '../model/draft-session.ts';
import { seriesOf } from '../model/founding.ts';
import { fieldOf } from '../model/questions.ts';
import { isMoney } from './figure-cell.tsx';
import type { QuestionProps } from './question-props.ts';
import { UnitSwitch } from './unit-switch.tsx';
import { useWords } from './use-words.ts';
import { YearCell } from './year-cell.tsx';

interface SeriesQuestionProps extends QuestionProps {
  /** Year of founding, where known: earlier years need no figure. */
  readonly founded: number | undefined;
  /** Every year asked in this step; it sets the width of a figure, the same for all questions. */
  readonly columns: readonly string[];
  /** The amounts of the step share one unit, chosen at its top. */
  readonly sharesUnit: boolean;
}

/** Figures by fiscal year, oldest first as the statements have them: columns where there is room, rows on a phone. */
export function SeriesQuestion({ question, draft, founded, columns, sharesUnit }: SeriesQuestionProps) {
  const m = useMessages(selfCheckMessages);
  const words = useWords(question);
  const state = draft.facts[question.id];
  const isUnknown = state !== undefined && 'state' in state;
  const given = seriesOf(state);
  const unit = draft.units[question.id] ?? 'wan';
  const before = founded !== undefined && question.years.some((year) => Number(year) < founded);
  return (
    <Field
      legend
      id={fieldOf(question.id)}
      label={words.ask}
      hint={words.hint}
      where={words.where}
      unknown={isUnknown}
      onUnknownChange={(on) => answer(question.id, on ? { state: 'unknown' } : undefined)}
    >
      {isMoney(question.def) && !sharesUnit && (
        <div className="mb-2">
          <UnitSwitch
            ids={[question.id]}
            currency={question.def.unit}
            label={words.label}
            unit={unit}
            disabled={isUnknown}
          />
        </div>
      )}
      <div
        className="grid grid-cols-1 gap-x-3 sm:grid-cols-(--years)"
        style={{ '--years': `repeat(${columns.length}, minmax(0, 1fr))` } as CSSProperties}
      >
        {question.years.map((year) => (
          <YearCell
            key={year}
            question={question}
            label={words.label}
            year={year}
            unit={unit}
            value={given[year]}
            stuck={draft.typed[fieldOf(question.id, year)]}
            mayBeEarly={founded === undefined}
            isBefore={founded !== undefined && Number(year) < founded}
            disabled={isUnknown}
          />
        ))}
      </div>
      {before && <p className="text-small text-ink-2">{m.foundedLater(String(founded))}</p>}
    </Field>
  );
}
