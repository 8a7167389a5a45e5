import type { FactDef } from '@tidu/rules';
import { useId } from 'react';
import { fromYuan, type MoneyUnit, toPercent } from '../../../shared/format/money-unit.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { noteTyped } from '../model/draft-session.ts';
import { readFigure } from '../model/read-figure.ts';
import { useFigureText } from './use-figure-text.ts';
import { useProblemText } from './use-problem-text.ts';

interface FigureCellProps {
  readonly field: string;
  readonly name: string;
  readonly def: FactDef;
  readonly unit: MoneyUnit;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly stuck: string | undefined;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Ids of hints that are read with it. */
  readonly describedBy?: string;
  readonly className?: string;
}

export const isMoney = (def: Pick<FactDef, 'type' | 'unit'>): boolean =>
  def.type === 'money' || def.unit === 'CNY' || def.unit === 'USD';

/** A figure in the unit shown beside it, with its problem under it. Text, not a spinner: no wheel changes an amount. */
export function FigureCell(props: FigureCellProps) {
  const { field, name, def, unit, value, onChange, stuck, disabled, placeholder, describedBy, className = '' } = props;
  const format = useFormat();
  const problemId = useId();
  const sayProblem = useProblemText();
  const write = (v: string): string => (isMoney(def) ? fromYuan(v, unit) : def.unit === 'ratio' ? toPercent(v) : v);
  const take = (typed: string): string | undefined => {
    const read = typed.trim() === '' ? undefined : readFigure(typed, def, unit);
    const next = read && 'value' in read ? read.value : undefined;
    noteTyped(field, read && 'problem' in read ? typed : undefined);
    onChange(next);
    return next;
  };
  const text = useFigureText({ value, stuck, write, take });
  const read = text.typed.trim() === '' || disabled ? undefined : readFigure(text.typed, def, unit);
  const problem = read && 'problem' in read ? sayProblem(read, def) : undefined;
  // Typed with its own unit, an amount is shown again in full, so that a slip is seen at once.
  const echo =
    isMoney(def) && value !== undefined && !disabled ? format.money(value, def.unit === 'USD' ? 'USD' : 'CNY') : '';
  return (
    <div className="min-w-0">
      <input
        id={field}
        type="text"
        inputMode={isMoney(def) ? 'text' : 'decimal'}
        autoComplete="off"
        aria-label={name}
        aria-invalid={problem ? true : undefined}
        aria-describedby={[describedBy, problemId].filter(Boolean).join(' ')}
        disabled={disabled}
        placeholder={disabled ? undefined : placeholder}
        className={`control text-right ${className}`}
        value={disabled ? '' : text.typed}
        onChange={(event) => text.type(event.target.value)}
      />
      <p
        id={problemId}
        className={`mt-1 min-h-5 text-right text-caption ${problem ? 'font-medium text-seal' : 'text-celadon'}`}
      >
        {problem ?? echo}
      </p>
    </div>
  );
}
