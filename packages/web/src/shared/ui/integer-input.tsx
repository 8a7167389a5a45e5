import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import type { FieldProps } from './field.tsx';
import { NumberBox } from './number-box.tsx';
import { UnitBox } from './percent-input.tsx';
import { useTypedText } from './use-typed-text.ts';

export interface IntegerInputProps extends FieldProps {
  /** Digits, without separators: `"120"`. */
  readonly value: string | undefined;
  readonly onChange: (next: string | undefined) => void;
  /** Unit shown at the right: 人, 项. */
  readonly unit?: string;
  readonly placeholder?: string;
}

const readInteger = (typed: string): string | undefined => {
  const digits = typed.replace(/[,，\s]/g, '');
  return /^-?\d+$/.test(digits) ? BigInt(digits).toString() : undefined;
};

export function IntegerInput({ value, onChange, unit, placeholder, ...field }: IntegerInputProps) {
  const m = useMessages(uiMessages);
  const text = useTypedText(value, onChange, readInteger, (exact) => exact);
  return (
    <NumberBox
      {...field}
      error={field.error ?? (text.unreadable && !field.unknown ? m.notInteger : undefined)}
      typed={text.typed}
      onType={text.type}
      inputMode="numeric"
      placeholder={placeholder}
      width="max-w-48"
      after={unit ? <UnitBox>{unit}</UnitBox> : undefined}
    />
  );
}
