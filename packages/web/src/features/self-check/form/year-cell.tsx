import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import type { MoneyUnit } from '../../../shared/format/money-unit.ts';
import { answerYear } from '../model/draft-session.ts';
import { fieldOf } from '../model/questions.ts';
import { FigureCell } from './figure-cell.tsx';
import type { FactQuestion } from './question-props.ts';

interface YearCellProps {
  readonly question: FactQuestion;
  readonly label: string;
  readonly year: string;
  readonly unit: MoneyUnit;
  readonly value: string | null | undefined;
  readonly stuck: string | undefined;
  /** The firm was founded later: nothing to fill, unless a figure stands there already. */
  readonly isBefore: boolean;
  /** The day of founding is not known, so that this may be a year before it. */
  readonly mayBeEarly: boolean;
  readonly disabled: boolean;
}

/** One fiscal year of a series: its figure, or "not founded yet". */
export function YearCell({ question, label, year, unit, value, stuck, isBefore, mayBeEarly, disabled }: YearCellProps) {
  const m = useMessages(selfCheckMessages);
  const isNone = value === 'notApplicable' || (isBefore && value === undefined);
  const figure = value === 'notApplicable' || value === null ? undefined : value;
  const set = (next: string | undefined): void => answerYear(question.id, year, next);
  return (
    <div className="grid min-w-0 grid-cols-[6.5rem_1fr] items-start gap-x-3 sm:block">
      <p className="pt-2.5 text-small text-ink-2 sm:pt-0 sm:pb-1 sm:text-right" aria-hidden="true">
        {m.yearOf(year)}
      </p>
      <div className="min-w-0">
        <FigureCell
          key={unit}
          field={fieldOf(question.id, year)}
          name={m.yearOfFigure(label, year)}
          def={question.def}
          unit={unit}
          value={figure}
          onChange={set}
          stuck={stuck}
          disabled={disabled || isNone}
        />
        {mayBeEarly && (
          <label className="mb-2 inline-flex min-h-6 w-full cursor-pointer items-center justify-end gap-1.5 text-caption text-ink-2">
            <input
              type="checkbox"
              className="size-4 accent-[var(--celadon)]"
              checked={isNone}
              disabled={disabled}
              aria-label={`${m.yearOfFigure(label, year)} ${m.notFounded}`}
              onChange={(event) => set(event.target.checked ? 'notApplicable' : undefined)}
            />
            {m.notFounded}
          </label>
        )}
      </div>
    </div>
  );
}
