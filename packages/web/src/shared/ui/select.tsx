import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldProps {
  readonly value: string | undefined;
  readonly onChange: (next: string | undefined) => void;
  readonly options: readonly Option[];
}

export function Select({ value, onChange, options, ...field }: SelectProps) {
  const m = useMessages(uiMessages);
  return (
    <Field {...field}>
      <select
        {...controlAttributes(field)}
        className="control max-w-md"
        value={field.unknown ? '' : (value ?? '')}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">{m.choose}</option>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
