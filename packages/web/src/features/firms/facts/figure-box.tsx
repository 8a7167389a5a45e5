import type { FactDef } from '@tidu/rules';
import { useId } from 'react';
import { fromYuan, type MoneyUnit, toPercent } from '../../../shared/format/money-unit.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useFigureText } from '../../self-check/form/use-figure-text.ts';
import { useProblemText } from '../../self-check/form/use-problem-text.ts';
import { readFigure } from '../../self-check/model/read-figure.ts';

interface FigureBoxProps {
  readonly id: string;
  readonly label: string;
  readonly def: FactDef;
  readonly unit: MoneyUnit;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly onUnreadable: (on: boolean) => void;
  readonly disabled: boolean;
  readonly isChanged: boolean;
  readonly placeholder?: string;
}

export const isMoney = (def: Pick<FactDef, 'type' | 'unit'>): boolean =>
  def.type === 'money' || def.unit === 'CNY' || def.unit === 'USD';

/** A figure in the unit chosen above it, read as people type it; what it was read as stands below. */
export function FigureBox(props: FigureBoxProps) {
  const { id, label, def, unit, value, onChange, onUnreadable, disabled, isChanged, placeholder } = props;
  const format = useFormat();
  const noteId = useId();
  const sayProblem = useProblemText();
  const write = (v: string): string => (isMoney(def) ? fromYuan(v, unit) : def.unit === 'ratio' ? toPercent(v) : v);
  const take = (typed: string): string | undefined => {
    const read = typed.trim() === '' ? undefined : readFigure(typed, def, unit);
    onUnreadable(read !== undefined && 'problem' in read);
    const next = read && 'value' in read ? read.value : undefined;
    onChange(next);
    return next;
  };
  const text = useFigureText({ value, stuck: undefined, write, take });
  const read = text.typed.trim() === '' || disabled ? undefined : readFigure(text.typed, def, unit);
  const problem = read && 'problem' in read ? sayProblem(read, def) : undefined;
  const echo = isMoney(def) && value !== undefined ? format.money(value, def.unit === 'USD' ? 'USD' : 'CNY') : '';
  return (
    <div className="min-w-0">
      <input
        id={id}
        type="text"
        inputMode={isMoney(def) ? 'text' : 'decimal'}
        autoComplete="off"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={noteId}
        disabled={disabled}
        placeholder={placeholder}
        className={`control text-right tabular-nums ${isChanged ? 'border-amber-glaze bg-amber-soft' : ''}`}
        value={text.typed}
        onChange={(event) => text.type(event.target.value)}
      />
      <p
        id={noteId}
        className={`mt-1 min-h-5 text-right text-caption ${problem ? 'font-medium text-seal' : 'text-ink-2'}`}
      >
        {problem ?? echo}
      </p>
    </div>
  );
}
