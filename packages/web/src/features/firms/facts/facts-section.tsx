import { useState } from 'react';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { unitMessages } from '../../../messages/unit-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { MONEY_UNITS, type MoneyUnit } from '../../../shared/format/money-unit.ts';
import type { FactQuestion } from '../../self-check/form/question-props.ts';
import { isMoney } from './figure-box.tsx';
import { SeriesFact } from './series-fact.tsx';
import { SingleFact } from './single-fact.tsx';
import type { FactsForm } from './use-facts-form.ts';

interface FactsSectionProps {
  readonly form: FactsForm;
  readonly step: keyof typeof firmsMessages.en.step;
  readonly questions: readonly FactQuestion[];
  readonly mayChange: boolean;
  readonly onOpen: (key: string) => void;
}

/** The facts of one kind: figures by year first, then the single ones; all amounts in one unit. */
export function FactsSection({ form, step, questions, mayChange, onOpen }: FactsSectionProps) {
  const m = useMessages(firmsMessages);
  const words = useMessages(unitMessages);
  const text = useText();
  const [unit, setUnit] = useState<MoneyUnit>('wan');
  const series = questions.filter(({ def }) => def.type === 'series');
  const singles = questions.filter(({ def }) => def.type !== 'series');
  const years = yearsOf(form, series);
  const headingId = `facts-${step}`;
  return (
    <section aria-labelledby={headingId} className="pt-2">
      <div className="flex flex-wrap items-baseline justify-between gap-3 pb-3">
        <h2 id={headingId} className="text-h2">
          {m.step[step]}
        </h2>
        {questions.some(({ def }) => isMoney(def)) && (
          <label className="inline-flex items-center gap-2 text-small text-ink-2">
            {m.moneyUnit}
            <select
              className="control min-h-9 w-auto px-2 text-small"
              value={unit}
              onChange={(event) => setUnit(event.target.value as MoneyUnit)}
            >
              {MONEY_UNITS.map((each) => (
                <option key={each} value={each}>
                  {words[each]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {series.map(({ def, label }) => (
        <SeriesFact key={def.id} {...{ form, def, unit, mayChange, onOpen, years }} label={text(label)} />
      ))}
      <div className="grid gap-x-12 lg:grid-cols-2">
        {singles.map(({ def, label }) => (
          <SingleFact key={def.id} {...{ form, def, unit, mayChange, onOpen }} label={text(label)} />
        ))}
      </div>
    </section>
  );
}

/** Every year the policies ask for, and every year that has a figure. */
function yearsOf(form: FactsForm, series: readonly FactQuestion[]): readonly string[] {
  const ids = new Set(series.map(({ id }) => id));
  const recorded = form.data.facts.flatMap(({ fact, year }) => (year !== undefined && ids.has(fact) ? [year] : []));
  return [...new Set([...series.flatMap(({ years }) => years), ...recorded])].toSorted();
}
