import type { ReactNode } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Disclosure } from './disclosure.tsx';
import { WarnIcon } from './icons.tsx';
import { UnknownToggle } from './unknown-toggle.tsx';

/** What every question of a form may carry. `id` is also what ErrorSummary links to. */
export interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right. */
  readonly error?: ReactNode;
  /** 这个数在哪里找: which line of which statement. */
  readonly where?: ReactNode;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  /** With both given, the field offers 暂不清楚; while it is on the control is off. */
  readonly unknown?: boolean;
  readonly onUnknownChange?: (next: boolean) => void;
}

/** Attributes that tie a control to its label, hint and error. */
export interface ControlAttributes {
  readonly id: string;
  readonly disabled: boolean | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface Parts {
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
}

const partsOf = ({ id, hint, error }: FieldProps): Parts => ({
  hintId: hint ? `${id}-hint` : undefined,
  errorId: error ? `${id}-error` : undefined,
});

export function controlAttributes(field: FieldProps, also?: string): ControlAttributes {
  const { hintId, errorId } = partsOf(field);
  const described = [hintId, also, errorId].filter(Boolean).join(' ');
  return {
    id: field.id,
    disabled: field.disabled || field.unknown || undefined,
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': described || undefined,
  };
}

export function FieldError({ id, children }: { readonly id?: string | undefined; readonly children: ReactNode }) {
  return (
    <p id={id} className="mt-2 flex items-start gap-1.5 text-small font-medium text-seal">
      <WarnIcon className="mt-[0.2em] size-[1.1em]" />
      <span>{children}</span>
    </p>
  );
}

/** Label, hint, control, error and where to find the figure, in this order. `legend` makes it a group of controls. */
export function Field({
  legend,
  children,
  ...field
}: FieldProps & { readonly legend?: boolean; readonly children: ReactNode }) {
  const m = useMessages(uiMessages);
  const { hintId, errorId } = partsOf(field);
  const name = (
    <>
      {field.label}
      {field.optional && <span className="ml-2 text-small font-normal text-ink-3">{m.optional}</span>}
    </>
  );
  const body = (
    <>
      {field.hint && (
        <p id={hintId} className="mt-0.5 text-small text-ink-2">
          {field.hint}
        </p>
      )}
      <div className="mt-2">{children}</div>
      {field.error && <FieldError id={errorId}>{field.error}</FieldError>}
      <div className="mt-2 flex flex-wrap items-start gap-x-5 gap-y-1">
        {field.onUnknownChange && (
          <UnknownToggle
            id={`${field.id}-unknown`}
            of={field.id}
            on={field.unknown ?? false}
            onChange={field.onUnknownChange}
          />
        )}
        {field.where && <Disclosure summary={m.where}>{field.where}</Disclosure>}
      </div>
    </>
  );
  if (legend) {
    return (
      <fieldset id={field.id} aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined} tabIndex={-1}>
        <legend className="font-medium">{name}</legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div>
      <label id={`${field.id}-label`} htmlFor={field.id} className="font-medium">
        {name}
      </label>
      {body}
    </div>
  );
}
