import type { ReactNode } from 'react';
import type { AnyField } from './field-props.ts';
import { OptionalField } from './optional-field.tsx';

/** The name of a field with its control, and the way to leave it out. */
export function Labelled({
  label,
  htmlFor,
  of,
  children,
}: {
  readonly label: string;
  readonly htmlFor?: string;
  readonly of: AnyField;
  readonly children: ReactNode;
}) {
  const Name = htmlFor ? 'label' : 'span';
  return (
    <div className="min-w-0">
      <p className="mb-1 text-small text-ink-2">
        <Name {...(htmlFor ? { htmlFor } : {})}>{label}</Name>
        <OptionalField.Remove {...of} />
      </p>
      {children}
    </div>
  );
}
