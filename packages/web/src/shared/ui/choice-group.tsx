import type { ReactNode } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Field, type FieldProps } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

export interface ChoiceGroupProps extends Omit<FieldProps, 'unknown' | 'onUnknownChange'> {
  readonly value: string | undefined;
  readonly onChange: (next: string) => void;
  readonly choices: readonly Choice[];
  /** One below the other, all as wide, for answers that need a sentence each. */
  readonly isStacked?: boolean;
}

const CARD =
  'relative flex min-h-11 min-w-28 cursor-pointer items-start gap-3 rounded-2 border border-line-strong bg-raised px-4 py-2.5 transition-colors duration-[var(--quick)] hover:border-celadon has-checked:border-celadon has-checked:bg-celadon-wash has-checked:shadow-[inset_0_0_0_1px_var(--celadon)] has-disabled:cursor-not-allowed has-disabled:border-dashed has-disabled:bg-sunken has-disabled:text-ink-3';

/** One of a few answers as cards; arrow keys move between them as the browser does it for radio buttons. */
export function ChoiceGroup({ value, onChange, choices, isStacked, ...field }: ChoiceGroupProps) {
  return (
    <Field {...field} legend>
      <div className={isStacked ? 'grid gap-3' : 'flex flex-wrap gap-3'}>
        {choices.map((choice) => (
          <label key={choice.value} className={CARD}>
            <input
              type="radio"
              name={field.id}
              value={choice.value}
              checked={value === choice.value}
              disabled={field.disabled}
              onChange={() => onChange(choice.value)}
              className="mt-1.5 size-4 shrink-0 accent-[var(--celadon)]"
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-small text-ink-2">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}

export type YesNo = 'yes' | 'no' | 'unknown';

export interface YesNoGroupProps extends Omit<ChoiceGroupProps, 'choices' | 'value' | 'onChange'> {
  readonly value: YesNo | undefined;
  readonly onChange: (next: YesNo) => void;
}

/** 是 / 否 / 暂不清楚. */
export function YesNoGroup({ onChange, ...rest }: YesNoGroupProps) {
  const m = useMessages(uiMessages);
  return (
    <ChoiceGroup
      {...rest}
      onChange={(next) => onChange(next as YesNo)}
      choices={[
        { value: 'yes', label: m.yes },
        { value: 'no', label: m.no },
        { value: 'unknown', label: m.notYet },
      ]}
    />
  );
}
