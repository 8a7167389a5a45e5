import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { fromPercent, toPercent } from '../format/money-unit.ts';
import type { FieldProps } from './field.tsx';
import { NumberBox } from './number-box.tsx';
import { useTypedText } from './use-typed-text.ts';

export interface PercentInputProps extends FieldProps {
  /** The share as exact decimal text: `"0.125"` for 12.5 %. */
  readonly value: string | undefined;
  readonly onChange: (ratio: string | undefined) => void;
  readonly placeholder?: string;
}

export function PercentInput({ value, onChange, placeholder, ...field }: PercentInputProps) {
  const m = useMessages(uiMessages);
  const text = useTypedText(value, onChange, fromPercent, toPercent);
  return (
    <NumberBox
      {...field}
      error={field.error ?? (text.unreadable && !field.unknown ? m.notNumber : undefined)}
      typed={text.typed}
      onType={text.type}
      inputMode="decimal"
      placeholder={placeholder}
      width="max-w-40"
      after={<UnitBox>{m.percentSign}</UnitBox>}
    />
  );
}

/** A fixed unit at the right end of a figure. */
export function UnitBox({ children }: { readonly children: string }) {
  return (
    <span className="inline-flex items-center rounded-r-2 border border-line-strong border-l-0 bg-sunken px-3 text-ink-2">
      {children}
    </span>
  );
}
