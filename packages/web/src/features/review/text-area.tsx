import { controlAttributes, Field, type FieldProps } from '../../shared/ui/field.tsx';

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Words of more than one line. */
export function TextArea({ value, onChange, rows = 3, maxLength = 2000, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <textarea
        {...controlAttributes(field)}
        className="control h-auto py-2"
        rows={rows}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
