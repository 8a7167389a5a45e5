import type { ReactNode } from 'react';
import { controlAttributes, Field, type FieldProps } from './field.tsx';

interface NumberBoxProps extends FieldProps {
  readonly typed: string;
  readonly onType: (next: string) => void;
  readonly inputMode: 'decimal' | 'numeric';
  readonly placeholder?: string | undefined;
  /** What stands to the right of the figure: a unit or a unit switch. */
  readonly after?: ReactNode;
  /** A line under the box, read with it: the same amount in words. */
  readonly echo?: string | undefined;
  readonly width?: string;
}

/** The common frame of the figure inputs: text, not a spinner, so a wheel or an arrow never changes an amount. */
export function NumberBox({
  typed,
  onType,
  inputMode,
  placeholder,
  after,
  echo,
  width = 'max-w-72',
  ...field
}: NumberBoxProps) {
  const echoId = `${field.id}-echo`;
  return (
    <Field {...field}>
      <div className={`flex items-stretch ${width}`}>
        <input
          {...controlAttributes(field, echo === undefined ? undefined : echoId)}
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          placeholder={field.unknown ? undefined : placeholder}
          className={`control min-w-0 flex-1 ${after ? 'rounded-r-none' : ''}`}
          value={field.unknown ? '' : typed}
          onChange={(event) => onType(event.target.value)}
        />
        {after}
      </div>
      {echo !== undefined && (
        <p id={echoId} className="mt-1 min-h-6 text-small text-celadon">
          {field.unknown ? '' : echo}
        </p>
      )}
    </Field>
  );
}
