import { useState } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { unitMessages } from '../../messages/unit-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { fromYuan, MONEY_UNITS, type MoneyUnit, toYuan } from '../format/money-unit.ts';
import { useFormat } from '../format/use-format.ts';
import type { FieldProps } from './field.tsx';
import { NumberBox } from './number-box.tsx';
import { useTypedText } from './use-typed-text.ts';

export interface MoneyInputProps extends FieldProps {
  /** Exact decimal text in yuan; undefined while nothing readable is typed. */
  readonly value: string | undefined;
  readonly onChange: (yuan: string | undefined) => void;
  /** The unit shown first; 万元 as the statements have it. */
  readonly unit?: MoneyUnit;
  readonly placeholder?: string;
}

/** An amount with its unit: changing the unit keeps the figure typed and so changes the amount, as on paper. */
export function MoneyInput({ value, onChange, unit: start = 'wan', placeholder, ...field }: MoneyInputProps) {
  const m = useMessages(uiMessages);
  const words = useMessages(unitMessages);
  const format = useFormat();
  const [unit, setUnit] = useState(start);
  const text = useTypedText(
    value,
    onChange,
    (typed) => toYuan(typed, unit),
    (yuan) => fromYuan(yuan, unit),
  );
  const switchUnit = (next: MoneyUnit): void => {
    setUnit(next);
    onChange(text.typed.trim() === '' ? undefined : toYuan(text.typed, next));
  };
  const echo = value === undefined ? '' : m.equals(format.money(value));
  return (
    <NumberBox
      {...field}
      error={field.error ?? (text.unreadable && !field.unknown ? m.notNumber : undefined)}
      typed={text.typed}
      onType={text.type}
      inputMode="decimal"
      placeholder={placeholder}
      echo={echo}
      after={
        <select
          aria-label={m.unit}
          className="control w-auto rounded-l-none border-l-0 bg-sunken pr-2 pl-3"
          value={unit}
          disabled={field.disabled || field.unknown}
          onChange={(event) => switchUnit(event.target.value as MoneyUnit)}
        >
          {MONEY_UNITS.map((each) => (
            <option key={each} value={each}>
              {words[each]}
            </option>
          ))}
        </select>
      }
    />
  );
}
