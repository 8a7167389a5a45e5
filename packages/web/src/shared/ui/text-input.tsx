import type { ComponentProps } from 'react';
import { controlAttributes, Field, type FieldProps } from './field.tsx';

type Native = Pick<
  ComponentProps<'input'>,
  'autoComplete' | 'inputMode' | 'list' | 'maxLength' | 'placeholder' | 'onBlur' | 'spellCheck'
>;

export interface TextInputProps extends FieldProps, Native {
  readonly value: string;
  readonly onChange: (next: string) => void;
}

export function TextInput(props: TextInputProps) {
  const {
    value,
    onChange,
    autoComplete = 'off',
    inputMode,
    list,
    maxLength,
    placeholder,
    onBlur,
    spellCheck,
    ...field
  } = props;
  return (
    <Field {...field}>
      <input
        {...controlAttributes(field)}
        {...{ autoComplete, inputMode, list, maxLength, placeholder, onBlur, spellCheck }}
        type="text"
        className="control"
        value={field.unknown ? '' : value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
