import type { FactDef } from '@tidu/rules';
import type { CSSProperties } from 'react';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { unitMessages } from '../../../messages/unit-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import type { MoneyUnit } from '../../../shared/format/money-unit.ts';
import { EMPTY } from './changes.ts';
import { countedIn } from './counted-in.ts';
import { FactNote } from './fact-note.tsx';
import { fieldId } from './field-id.ts';
import { FigureBox } from './figure-box.tsx';
import type { FactsForm } from './use-facts-form.ts';

export interface FactRowProps {
  readonly form: FactsForm;
  readonly def: FactDef;
  readonly label: string;
  readonly unit: MoneyUnit;
  readonly mayChange: boolean;
  readonly onOpen: (key: string) => void;
}

/** A figure by fiscal year, oldest first: columns where there is room, rows on a phone. */
export function SeriesFact({ years, ...row }: FactRowProps & { readonly years: readonly string[] }) {
  const words = useMessages(unitMessages);
  return (
    <fieldset className="border-t border-line pt-4 pb-2">
      <legend className="sr-only">{row.label}</legend>
      <p aria-hidden="true" className="mb-2 font-medium">
        {row.label}
        <span className="ml-2 font-normal text-ink-2">{countedIn(row.def, words)}</span>
      </p>
      <div
        className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-(--years)"
        style={{ '--years': `repeat(${years.length}, minmax(0, 1fr))` } as CSSProperties}
      >
        {years.map((year) => (
          <YearFigure key={year} {...row} year={year} />
        ))}
      </div>
    </fieldset>
  );
}

function YearFigure({ form, def, label, unit, mayChange, onOpen, year }: FactRowProps & { readonly year: string }) {
  const m = useMessages(firmsMessages);
  const key = `${def.id}@${year}`;
  const figure = form.shown(key);
  const name = m.figureOf(label, year);
  const open = { known: '', empty: m.notFilled, unknown: m.unknown, notApplicable: m.notFounded }[figure.state];
  return (
    <div className="grid min-w-0 grid-cols-[5.5rem_1fr] items-start gap-x-3 sm:block">
      <p className="pt-2.5 text-small text-ink-2 tabular-nums sm:pt-0 sm:pb-1 sm:text-right" aria-hidden="true">
        {m.year(year)}
      </p>
      <div className="min-w-0 sm:text-right">
        <FigureBox
          // A new unit writes the same amount anew.
          key={unit}
          id={fieldId(key)}
          label={name}
          def={def}
          unit={unit}
          value={figure.state === 'known' ? String(figure.value) : undefined}
          placeholder={open}
          disabled={!mayChange}
          isChanged={form.isChanged(key)}
          onUnreadable={(on) => form.setUnreadable(key, on)}
          onChange={(next) => form.set(key, next === undefined ? EMPTY : { state: 'known', value: next })}
        />
        <FactNote form={form} factKey={key} label={name} onOpen={onOpen} />
      </div>
    </div>
  );
}
