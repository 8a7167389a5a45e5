import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface DateInputProps extends FieldProps {
  /** `YYYY-MM-DD`, undefined while not given. */
  readonly value: string | undefined;
  readonly onChange: (next: string | undefined) => void;
  readonly min?: string;
  readonly max?: string;
}

/** A calendar day by the browser's own picker. */
export function DateInput({ value, onChange, min, max, ...field }: DateInputProps) {
  return (
    <Field {...field}>
      <input
        {...controlAttributes(field)}
        type="date"
        className="control max-w-56"
        min={min}
        max={max}
        value={field.unknown ? '' : (value ?? '')}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </Field>
  );
}
