import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Several lines of text. */
export function TextArea({ value, onChange, rows = 4, maxLength, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <textarea
        {...controlAttributes(field)}
        className="control py-2"
        rows={rows}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
